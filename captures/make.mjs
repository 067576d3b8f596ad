// Makes the sample city's captures from morning.yaml; `--check` exits 1 when the files on disk are not what it makes.
// Run after the build: node captures/make.mjs [--check]
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { parse } from 'yaml';
import { City } from '../dist/craft/city.js';
import { play } from '../dist/craft/play.js';
import { Scene } from '../dist/craft/scene.js';
import { writePcap } from '../dist/craft/write-pcap.js';
import { writePcapng } from '../dist/craft/write-pcapng.js';
import { loadTopology } from '../dist/topology/load.js';
import { describeCaptures } from './describe.mjs';

const SEED = 83;
/** 2026-06-15 08:50:00 JST */
const START = 1_781_481_000_000_000_000n;

/** Every format once, so that the sample also shows what can be read. */
const FILES = [
  { point: 'CP-MN', name: 'cp-mn.pcapng', write: (frames) => writePcapng(frames, { interfaceName: 'eth1' }) },
  { point: 'CP-MNLG', name: 'cp-mnlg.pcap', write: (frames) => writePcap(frames, { resolution: 'nano' }) },
  { point: 'CP-LG', name: 'cp-lg.pcapng.gz', write: (frames) => writePcapng(frames, { interfaceName: 'eth2' }) },
  { point: 'CP-LGWAN', name: 'cp-lgwan.pcap', write: (frames) => writePcap(frames) },
  { point: 'CP-LGIN', name: 'cp-lgin.pcap.gz', write: (frames) => writePcap(frames) },
  {
    point: 'CP-IN',
    name: 'cp-in.pcapng.gz',
    write: (frames) => writePcapng(frames, { order: 'big', interfaceName: 'eth4' }),
  },
  { point: 'CP-SC', name: 'cp-sc.pcap', write: (frames) => writePcap(frames, { order: 'big' }) },
];

const place = (name) => fileURLToPath(new URL(name, import.meta.url));
const read = (name) => (existsSync(place(name)) ? readFileSync(place(name)) : Buffer.alloc(0));
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
const isCompressed = (name) => name.endsWith('.gz');

/** Compressors differ between versions of Node, so a compressed file is judged, and kept, by what it holds. */
function isAsMade(name, content) {
  try {
    return (isCompressed(name) ? gunzipSync(read(name)) : read(name)).equals(content);
  } catch {
    return false;
  }
}

const acts = parse(read('morning.yaml').toString('utf8'));
const city = new City(loadTopology(place('../topology/midorino-alpha.yaml')).topology);
const scene = new Scene({ seed: SEED, start: START, points: city.points });
play(scene, city, acts);
const made = FILES.map(({ point, name, write }) => {
  const frames = scene.capture(point);
  return { point, name, packets: frames.length, content: Buffer.from(write(frames)) };
});

const isCheck = process.argv.includes('--check');
const differing = made.filter(({ name, content }) => !isAsMade(name, content));
if (!isCheck) {
  for (const { name, content } of differing)
    writeFileSync(place(name), isCompressed(name) ? gzipSync(content) : content);
}
const files = made.map(({ point, name, packets }) => {
  const bytes = read(name);
  return { file: name, point, packets, bytes: bytes.length, sha256: sha256(bytes) };
});
const notes = describeCaptures({ files, acts, seed: SEED, start: START });
const differingNotes = Object.entries(notes).filter(([name, text]) => read(name).toString('utf8') !== text);
if (!isCheck) for (const [name, text] of differingNotes) writeFileSync(place(name), text);

const names = [...differing.map(({ name }) => name), ...differingNotes.map(([name]) => name)];
for (const name of names)
  console.log(`captures/${name} ${isCheck ? 'differs from what captures/make.mjs makes' : 'written'}`);
if (names.length === 0) console.log('captures/ is as it should be');
if (isCheck && names.length > 0) process.exitCode = 1;
