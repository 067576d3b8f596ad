#!/usr/bin/env node
// Stands for dumpcap: copies the captures of FAKE_SOURCE into rotating files, one every FAKE_PERIOD ms, and speaks as it does.
// With FAKE_GATE, all after the first wait until that file is there.
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const argument = (name) => process.argv[process.argv.indexOf(name) + 1];
const stem = argument('-w').replace(/\.pcapng$/, '');
const name = argument('-i');
const {
  FAKE_SOURCE,
  FAKE_PERIOD = '100',
  FAKE_GATE,
  FAKE_DIES_AFTER = '0',
  FAKE_SAYS = '',
  FAKE_DROPS = '0',
  FAKE_GIVEN,
  FAKE_NOW = '',
} = process.env;

if (FAKE_SAYS !== '') {
  process.stderr.write(`${FAKE_SAYS}\n`);
  process.exit(1);
}
const files = readdirSync(FAKE_SOURCE).sort();
const given = FAKE_GIVEN === undefined ? null : join(FAKE_GIVEN, 'given');
// a later life goes on where the one before was
const done = given === null || !existsSync(given) ? 0 : readFileSync(given, 'utf8').split('\n').length - 1;
let number = 0;
let received = 0;
const pathOf = (n) => `${stem}_${String(n).padStart(5, '0')}_20261126120000.pcapng`;
const open = () => {
  number++;
  process.stderr.write(`File: ${pathOf(number)}\n`);
  writeFileSync(pathOf(number), '');
};
/** A capture (little-endian pcap) with the times of now, as a live one has them: with FAKE_NOW. */
const stamped = (bytes) => {
  const now = Date.now();
  for (let at = 24, number = 0; at + 16 <= bytes.length; at += 16 + bytes.readUInt32LE(at + 8), number++) {
    bytes.writeUInt32LE(Math.floor(now / 1000), at);
    bytes.writeUInt32LE((now % 1000) * 1000 + (number % 1000), at + 4);
  }
  return bytes;
};
const rotate = () => {
  const next = files[done + number - 1];
  if (next !== undefined) {
    if (FAKE_NOW === '') copyFileSync(join(FAKE_SOURCE, next), pathOf(number));
    else writeFileSync(pathOf(number), stamped(readFileSync(join(FAKE_SOURCE, next))));
    received += 10;
    if (given !== null) writeFileSync(given, `${next}\n`, { flag: 'a' });
  }
  open();
};
open();
const timer = setInterval(() => {
  if (FAKE_GATE !== undefined && number === 2 && !existsSync(FAKE_GATE)) return;
  rotate();
  if (number > Number(FAKE_DIES_AFTER) && FAKE_DIES_AFTER !== '0') {
    process.stderr.write('dumpcap: something broke\n');
    process.exit(2);
  }
}, Number(FAKE_PERIOD));
process.on('SIGTERM', () => {
  clearInterval(timer);
  process.stderr.write(`Packets received/dropped on interface '${name}': ${received}/${FAKE_DROPS} (pcap:0)\n`);
  process.exit(0);
});
