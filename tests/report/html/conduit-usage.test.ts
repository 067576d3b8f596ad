import { describe, expect, test } from '@jest/globals';
import type { PlannedConduit, PlannedEnd } from '../../../src/model/network-plan.js';
import { usageRemark, widerThanNeeded, type UsedConduit } from '../../../src/report/html/conduit-usage.js';

const end = (members: readonly string[], areas: PlannedEnd['areas'] = ['lgwan']): PlannedEnd => ({
  areas,
  members,
  names: [],
});
const conduit = (fields: Partial<PlannedConduit> = {}): PlannedConduit => ({
  id: 'C-1',
  title: '',
  kind: 'specified',
  from: end(['gw']),
  to: end(['198.18.20.10/32'], ['lgwan-wan']),
  protocol: 'tcp',
  ports: ['443'],
  appProtocol: null,
  initiator: 'from',
  via: [],
  approval: { number: null, by: null, date: null, validUntil: '2026-06-30' },
  basis: null,
  ...fields,
});
const used = (use: UsedConduit['use'], flows = 9): UsedConduit => ({
  conduit: 'C-1',
  title: '',
  flows,
  bytes: 1,
  first: null,
  last: null,
  ...(use === undefined ? {} : { use }),
});
const exact = used({ initiators: 1, responders: 1, ports: [443], capped: false });
const june = { lastUse: '2026-06-15', captureEnd: '2026-06-15' };

describe('what the register says of a conduit', () => {
  test('in use, when all that it permits was needed', () => {
    expect(usageRemark(conduit(), exact, june)).toBe('in-use');
  });

  test('never used, and expired, are told apart', () => {
    expect(usageRemark(conduit(), used(undefined, 0), { lastUse: null, captureEnd: '2026-06-15' })).toBe('unused');
    expect(usageRemark(conduit(), undefined, { lastUse: null, captureEnd: '2026-07-01' })).toBe('expired');
  });

  test('expired but used, from the day after the last valid one', () => {
    expect(usageRemark(conduit(), exact, { lastUse: '2026-06-30', captureEnd: '2026-06-30' })).toBe('in-use');
    expect(usageRemark(conduit(), exact, { lastUse: '2026-07-01', captureEnd: '2026-07-01' })).toBe('expired-used');
    // used while it was valid, and the capture went on
    expect(usageRemark(conduit(), exact, { lastUse: '2026-06-30', captureEnd: '2026-07-02' })).toBe('expired');
  });

  test('wider than needed, for ports of a range, or any port, that nobody used', () => {
    for (const ports of [['8000-8010'], ['443', '80'], []])
      expect(usageRemark(conduit({ ports }), exact, june)).toBe('wider');
    expect(widerThanNeeded(conduit({ ports: [], protocol: 'icmp' }), used({ ...exact.use!, ports: [] }))).toEqual([]);
  });

  test('wider than needed, for a prefix of sixteen times the hosts, and for a listed host that never came', () => {
    const from = (member: string) => widerThanNeeded(conduit({ from: end([member]) }), exact);
    expect(from('10.20.16.0/28')).toHaveLength(1);
    expect(from('10.20.16.0/31')).toHaveLength(1);
    expect(from('2001:db8::/64')).toHaveLength(1);
    expect(widerThanNeeded(conduit({ from: end(['one', 'two']) }), exact)).toHaveLength(1);
    const many = used({ initiators: 200, responders: 1, ports: [443], capped: false });
    expect(widerThanNeeded(conduit({ from: end(['10.20.16.0/21']) }), many)).toEqual([]);
  });

  test('says a whole area in words', () => {
    expect(widerThanNeeded(conduit({ to: end(['lgwan-wan'], ['lgwan-wan']) }), exact)[0]?.ja).toContain('領域全体');
  });

  test('claims nothing where the figures are lower bounds, or where either end may open', () => {
    expect(widerThanNeeded(conduit({ ports: [] }), used({ ...exact.use!, capped: true }))).toEqual([]);
    expect(widerThanNeeded(conduit({ initiator: 'either', from: end(['10.0.0.0/8']) }), exact)).toEqual([]);
  });
});
