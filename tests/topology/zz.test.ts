import { test } from '@jest/globals';
import { LineCounter, parseDocument } from 'yaml';
import { parseTopology } from '../../src/topology/load.js';
test('x', () => {
  const hosts = Array.from({ length: 20_000 }, (_, index) => ({ name: `h${index}`, zone: 'lgwan', ip: `10.20.${index >> 8}.${index & 255}` }));
  const segments = Array.from({ length: 10_000 }, (_, index) => ({ prefix: `10.${100 + (index >> 12)}.${(index >> 4) & 255}.${(index & 15) * 16}/28` }));
  const text = JSON.stringify({ version: 1, organization: 'x', model: 'alpha', zones: { mynumber: { segments: [] }, lgwan: { segments: [{ prefix: '10.20.0.0/16' }] }, internet: { segments } }, hosts });
  console.log(text.length);
  let t = (process.cpuUsage().user / 1000);
  const lineCounter = new LineCounter();
  parseDocument(text, { lineCounter, prettyErrors: false });
  console.log('yaml', (process.cpuUsage().user / 1000) - t);
  t = (process.cpuUsage().user / 1000);
  const { topology } = parseTopology(text, 'x');
  console.log('all', (process.cpuUsage().user / 1000) - t);
  const words = new Int32Array(1 << 16).map((_, i) => (0x0a14_0000 + Math.imul(i, 2_654_435_761)) | 0);
  const near = new Int32Array(1 << 16).map((_, i) => 0x0a14_0000 + (i % 20000));
  for (const set of [words, near, words, near]) {
    t = (process.cpuUsage().user / 1000);
    let sum = 0;
    for (let r = 0; r < 100; r++) for (let i = 0; i < set.length; i++) sum += topology.cellOfIpv4(set[i]!);
    console.log('ns', (((process.cpuUsage().user / 1000) - t) / (100 * set.length)) * 1e6, sum);
  }
  t = (process.cpuUsage().user / 1000);
  let sum = 0;
  for (let r = 0; r < 3_000_000; r++) sum += topology.cellOfIpv6(0x20010db8, r, r, r);
  console.log('ns6', (((process.cpuUsage().user / 1000) - t) / 3e6) * 1e6, sum);
});
