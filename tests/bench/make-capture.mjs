// Makes the bench's captures: node tests/bench/make-capture.mjs FOLDER [--small] [SET ...]. Same set, same bytes.
import { closeSync, existsSync, mkdirSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mix, planTraffic } from './plan-traffic.mjs';
import { captureSet, SET_NAMES } from './sets.mjs';
import { FrameWriter } from './write-frames.mjs';

/** changes when the traffic does, so that no old capture is taken for a new one */
const EDITION = 1;
const BEGIN_SECOND = 1_760_000_000;
const BUFFER_BYTES = 8 << 20;
/** flows fit below this in a time stamp: microseconds * 2^23 + flow is exact in a double */
const FLOWS_PER_KEY = 2 ** 23;

/**
 * The time of every packet of the plan, each flow's in its own order: sorted numbers, microsecond * 2^23 + flow.
 * Pauses stay below a minute, so that no flow is broken in two by its silence.
 */
function schedule(plan) {
  const keys = new Float64Array(plan.packetTotal);
  const micros = plan.seconds * 1e6;
  let at = 0;
  for (let flow = 0; flow < plan.total; flow++) {
    const packets = plan.packets[flow];
    let time = Math.floor((mix(flow, 21) / 2 ** 32) * micros * 0.95);
    const usual = 30 + Math.floor(Math.exp((mix(flow, 22) / 2 ** 32) * 6.5) * 40);
    const pause = Math.max(1, Math.min(usual, Math.floor(((micros - time) * 0.9) / (2 * packets))));
    const roundTrip = 100 + (mix(flow, 23) % 20_000);
    for (let index = 0; index < packets; index++) {
      keys[at++] = Math.min(time, micros) * FLOWS_PER_KEY + flow;
      time += packets < 5 || index < 3 ? roundTrip : 1 + (mix(flow, index) % (2 * pause));
    }
  }
  return keys.sort();
}

/** Writes one capture. @returns what a right answer says of it */
export function makeCapture(path, set) {
  const plan = planTraffic(set);
  const keys = schedule(plan);
  const writer = new FrameWriter(plan, set.snapLength, BUFFER_BYTES);
  const header = Buffer.alloc(24);
  header.writeUInt32LE(0xa1b2c3d4, 0);
  header.writeUInt16LE(2, 4);
  header.writeUInt16LE(4, 6);
  header.writeUInt32LE(set.snapLength, 16);
  header.writeUInt32LE(1, 20);
  const descriptor = openSync(`${path}.part`, 'w');
  const flush = () => {
    for (let done = 0; done < writer.length;) done += writeSync(descriptor, writer.bytes, done, writer.length - done);
    writer.length = 0;
  };
  try {
    writeSync(descriptor, header);
    for (const key of keys) {
      const micros = Math.floor(key / FLOWS_PER_KEY);
      writer.write(key - micros * FLOWS_PER_KEY, micros, BEGIN_SECOND);
      if (writer.isNearlyFull) flush();
    }
    flush();
  } finally {
    closeSync(descriptor);
  }
  renameSync(`${path}.part`, path);
  return plan.expected;
}

/** The capture of a set in a folder, made when it is not there. */
export function provideCapture(folder, name, small) {
  mkdirSync(folder, { recursive: true });
  const set = captureSet(name, small);
  const path = join(folder, `${name}${small ? '-small' : ''}-${EDITION}.pcap`);
  if (!existsSync(path)) makeCapture(path, set);
  return { path, set, expected: planTraffic(set).expected };
}

/** The topology for all sets, beside the captures. */
export function provideTopology(folder) {
  const path = join(folder, 'bench.yaml');
  const zone = (name, number) =>
    `  ${name}: { segments: [ { prefix: 10.${number}.0.0/16, ipv6: "fd00:0:0:${number}::/64" } ] }`;
  writeFileSync(
    path,
    `version: 1
organization: bench
model: alpha
timezone: Asia/Tokyo
zones:
${zone('mynumber', 1)}
${zone('lgwan', 2)}
${zone('internet', 3)}
gateways:
  - name: rt-sc
    roles: [security-cloud-router]
    legs: [ { zone: internet, ip: 10.3.255.254, mac: "02:ff:00:00:00:03" } ]
conduits:
  - id: C-EGRESS
    title: 閲覧
    kind: egress
    from: { zone: internet }
    to: { realm: public }
    protocol: any
    initiator: either
    proxyMode: transparent
    via: [rt-sc]
    approval: { number: "1", by: CISO, date: 2020-01-01, validUntil: 2099-12-31 }
    basis: bench
`,
  );
  return path;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder = dirname(process.argv[1]), ...words] = process.argv.slice(2);
  const small = words.includes('--small');
  const names = words.filter((word) => word !== '--small');
  mkdirSync(folder, { recursive: true });
  for (const name of names.length === 0 ? SET_NAMES : names) console.log(provideCapture(folder, name, small).path);
}
