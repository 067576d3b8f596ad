// What the inspectors learn from one capture, every flow looked into.
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const BUILT = fileURLToPath(new URL('../../dist', import.meta.url));

/** @param dist the built program @returns the facts of every flow that has any, and the inspection that found them */
export async function readFacts(path, dist = BUILT) {
  const load = (...parts) => import(pathToFileURL(join(dist, ...parts)).href);
  const { FlowTable } = await load('flow', 'flow-table.js');
  const { Inspection } = await load('inspect', 'inspection.js');
  const { recogniseDatagram } = await load('inspect', 'recognise-datagram.js');
  const { DATAGRAM_INSPECTORS, inspectTransfer, STREAM_INSPECTORS } = await load('inspect', 'registry.js');
  const { openCaptures } = await load('scan', 'captures', 'open-captures.js');
  const { PointRegister, readObservation } = await load('scan', 'captures', 'read-observation.js');

  const observation = await openCaptures({ captures: [{ point: null, path }], topology: null, hash: false });
  const facts = [];
  const inspection = new Inspection({
    streams: STREAM_INSPECTORS,
    datagrams: DATAGRAM_INSPECTORS,
    recogniseDatagram,
    inspectTransfer,
    interestIn: () => 'content',
  });
  const sink = {
    retire(_table, row) {
      const found = inspection.conclude(row);
      if (found !== null) facts.push(found);
    },
  };
  try {
    const table = new FlowTable({ dedup: true, sink, watcher: inspection });
    await readObservation(observation, table, new PointRegister(), {});
    table.finish();
    return { facts, inspection };
  } finally {
    observation.close();
  }
}
