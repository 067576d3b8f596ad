import { describe, expect, test } from '@jest/globals';
import { LIMITS } from '../../../src/base/limits.js';
import { ConduitReach } from '../../../src/scan/tally/conduit-reach.js';

describe('what of a conduit was needed', () => {
  test('is nothing while nobody used it', () => {
    expect(new ConduitReach().toUse()).toBeNull();
  });

  test('is told by different initiators, responders and ports; a flow without ports adds none', () => {
    const reach = new ConduitReach();
    reach.note(1, 9, 8080);
    reach.note(2, 9, 443);
    reach.note(2, 9, 443);
    reach.note(3, 9, 0);
    expect(reach.toUse()).toEqual({ initiators: 3, responders: 1, ports: [443, 8080], capped: false });
  });

  test('is a lower bound, and says so, where more came than are told apart', () => {
    const reach = new ConduitReach();
    for (let host = 0; host <= LIMITS.conduitHosts; host++) reach.note(host, -1, 443);
    expect(reach.toUse()).toEqual({
      initiators: LIMITS.conduitHosts,
      responders: 1,
      ports: [443],
      capped: true,
    });
  });
});
