import type { Facts } from '../../src/model/facts.js';

/** Facts of a flow about which nothing is known but what the fields say. */
export function makeFacts(fields: Partial<Facts> = {}): Facts {
  return {
    protocol: null,
    unrecognised: false,
    inner: null,
    carried: null,
    client: 'a',
    names: [],
    tls: null,
    rdp: null,
    smb: null,
    mails: [],
    files: [],
    dns: [],
    opaque: null,
    shortfalls: [],
    firstBytes: [
      { file: 0, frame: 4 },
      { file: 0, frame: 5 },
    ],
    ...fields,
  };
}
