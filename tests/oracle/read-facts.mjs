// What the inspectors learn from one capture, every flow looked into: run as a child, prints one JSON object.
import { FlowTable } from '../../dist/flow/flow-table.js';
import { Inspection } from '../../dist/inspect/inspection.js';
import { recogniseDatagram } from '../../dist/inspect/recognise-datagram.js';
import { DATAGRAM_INSPECTORS, inspectTransfer, STREAM_INSPECTORS } from '../../dist/inspect/registry.js';
import { openCaptures } from '../../dist/scan/open-captures.js';
import { PointRegister, readObservation } from '../../dist/scan/read-observation.js';

/** @returns the facts of every flow that has any */
export async function readFacts(path) {
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
    return facts;
  } finally {
    observation.close();
  }
}
