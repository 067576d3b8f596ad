// What the inspectors learn from one capture, every flow looked into.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const BUILT = fileURLToPath(new URL('../../dist', import.meta.url));

/**
 * @param dist the built program
 * @returns the facts of every flow that has any, the two ports of each of these flows, and the inspection that found them
 */
export async function readFacts(path, dist = BUILT) {
  const load = (...parts) => import(pathToFileURL(join(dist, ...parts)).href);
  const { FlowTable } = await load('flow', 'flow-table.js');
  const { FLOW_ROW_WORDS, I } = await load('flow', 'flow-row.js');
  const { Inspection } = await load('inspect', 'inspection.js');
  const { recogniseDatagram } = await load('inspect', 'recognise-datagram.js');
  const { DATAGRAM_INSPECTORS, inspectTransfer, STREAM_INSPECTORS } = await load('inspect', 'registry.js');
  const { openCaptures } = await load('scan', 'captures', 'open-captures.js');
  const { PointRegister, readObservation } = await load('scan', 'captures', 'read-observation.js');

  const observation = await openCaptures({ captures: [{ point: null, path }], topology: null, hash: false });
  const facts = [];
  const ports = [];
  const inspection = new Inspection({
    streams: STREAM_INSPECTORS,
    datagrams: DATAGRAM_INSPECTORS,
    recogniseDatagram,
    inspectTransfer,
    interestIn: () => 'content',
  });
  const sink = {
    retire(table, row) {
      const found = inspection.conclude(row);
      if (found === null) return;
      const both = table.words[row * FLOW_ROW_WORDS + I.ports];
      facts.push(found);
      ports.push([both >>> 16, both & 0xffff]);
    },
  };
  try {
    const table = new FlowTable({ dedup: true, sink, watcher: inspection });
    await readObservation(observation, table, new PointRegister(), {});
    table.finish();
    return { facts, ports, inspection };
  } finally {
    observation.close();
  }
}
