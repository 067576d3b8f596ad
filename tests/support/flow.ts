import type { Flow } from '../../src/model/flow.js';

/** An ordinary TCP flow; give the fields that matter to the test. */
export function makeFlow(fields: Partial<Flow> = {}): Flow {
  return {
    id: 7,
    outer: null,
    layer: 0,
    tunnel: null,
    proto: 6,
    a: { address: '10.10.16.55', port: 51234 },
    b: { address: '10.20.4.10', port: 445 },
    packets: [5, 4],
    bytes: [1200, 3400],
    payload: [true, false],
    first: 1_781_485_200_070_000_001n,
    last: 1_781_485_202_000_000_000n,
    initiator: 'a',
    initiatorBasis: 'syn',
    outcome: 'established',
    outcomeReasons: ['handshake-complete'],
    vlans: [['110'], ['110', '100.200']],
    tcp: { flags: ['SAP', 'SA'], retransmitted: [1, 0], gapBytes: 0 },
    fragments: 0,
    duplicates: 2,
    routed: true,
    errorsOnly: false,
    hops: [[{ point: 'CP-MN', vlan: '110', sourceMac: '00:00:5e:00:53:50', destinationMac: '00:00:5e:00:53:01' }], []],
    frames: [{ file: 0, frame: 17, role: 'first-a-to-b' }],
    mirrorTransport: false,
    zones: null,
    ...fields,
  };
}
