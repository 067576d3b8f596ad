import { describe, expect, test } from '@jest/globals';
import type { Facts } from '../../src/model/facts.js';
import type { Observation } from '../../src/model/observation.js';
import type { ConduitKind } from '../../src/model/topology.js';
import { FileIdentity } from '../../src/rules/run-wide/file-identity.js';
import { UninspectedLegs } from '../../src/rules/run-wide/uninspected-legs.js';
import { makeFacts } from '../support/facts.js';
import { makeConduit, makeEnd, makeObservation, SCREEN } from '../support/observation.js';
import { makeFile, makeMail, makePart } from './content-cases.js';

/** One side of a mail connection; side a is the client. */
const mailHeardFrom = (protocol: 'smtp' | 'pop3' | 'imap', side: 'client' | 'server'): Partial<Facts> => ({
  protocol,
  client: 'a',
  shortfalls: ['one-sided'],
  firstBytes: side === 'client' ? [{ file: 0, frame: 1 }, null] : [null, { file: 0, frame: 1 }],
});

const HOUR = 3_600_000_000_000n;
const browser = makeEnd('internet', { address: '10.30.4.12', port: 50_000 });
const outer = makeEnd('internet', {
  address: '10.30.8.5',
  port: 80,
  place: { roles: ['sanitizer'], host: 'san-file' },
});
const inner = makeEnd('lgwan', { address: '10.20.8.5', port: 80, place: { roles: ['sanitizer'], host: 'san-file' } });
const terminal = makeEnd('lgwan', { address: '10.20.16.10', port: 50_000 });

const files = (fields: Parameters<typeof makeFile>[0]): Facts =>
  makeFacts({ protocol: 'http', files: [makeFile(fields)] });

function goingIn(fields: Parameters<typeof makeFile>[0] = {}, first = 0n): Observation {
  return makeObservation({
    from: browser,
    to: outer,
    conduit: { permitted: makeConduit({ id: 'C-IN-05', kind: 'preLeg' }) },
    flow: { id: 1, first, last: first },
    facts: files({ sender: 'client', ...fields }),
  });
}

function comingOut(kind: ConduitKind, fields: Parameters<typeof makeFile>[0] = {}, first = HOUR): Observation {
  return makeObservation({
    from: terminal,
    to: inner,
    conduit: { permitted: makeConduit({ id: 'C-LG-04', kind }) },
    flow: { id: 2, first, last: first },
    facts: files({ sender: 'server', ...fields }),
  });
}

function compare(...observations: readonly Observation[]) {
  const identity = new FileIdentity();
  for (const observation of observations) identity.add(observation);
  return [...identity.drafts()];
}

describe('rule 38, a file unchanged across the sanitizer', () => {
  test('fires where rebuilding was promised, whatever the order of the flows', () => {
    const drafts = compare(goingIn(), comingOut('fileRebuild'));
    expect(drafts).toMatchObject([
      {
        rule: 'A8-3-I-38',
        verdict: 'violation',
        severity: 'high',
        from: { address: '10.30.4.12' },
        to: { address: '10.20.16.10' },
        indicators: [{ field: 'file' }],
      },
    ]);
    expect(compare(comingOut('fileRebuild'), goingIn())).toEqual(drafts);
  });

  test('is what is expected where only verification was promised', () => {
    expect(compare(goingIn(), comingOut('fileVerify'))).toMatchObject([{ verdict: 'observation', severity: 'info' }]);
  });

  test.each([
    ['another content', goingIn(), comingOut('fileRebuild', { sha256: 'cd'.repeat(32) })],
    ['a small file', goingIn({ size: 900 }), comingOut('fileRebuild', { size: 900 })],
    ['a file that was not read whole', goingIn({ sha256: null }), comingOut('fileRebuild', { sha256: null })],
    ['a file that came out before it went in', goingIn({}, 2n * HOUR), comingOut('fileRebuild')],
    ['a file of the day before', goingIn(), comingOut('fileRebuild', {}, 25n * HOUR)],
    ["a part of the sanitizer's own pages", goingIn({ sender: 'server' }), comingOut('fileRebuild')],
    ['a file that went out by another conduit', goingIn(), comingOut('dataExport')],
  ])('is silent about %s', (_, before, after) => {
    expect(compare(before, after)).toEqual([]);
  });
});

describe('rule 52, a condition on content that could not be read', () => {
  function judge(...observations: readonly Observation[]) {
    const legs = new UninspectedLegs();
    for (const observation of observations) legs.add(observation);
    return [...legs.drafts()];
  }
  const screen = (facts: Facts, from = terminal) =>
    makeObservation({ from, to: browser, conduit: { permitted: SCREEN }, facts });
  const rdp = (selectedProtocol: number | null, channelsKnown: boolean) => ({
    requestedProtocols: 3,
    selectedProtocol,
    failure: null,
    channels: [],
    channelsKnown,
    at: { file: 0, frame: 1 },
  });

  test('is undetermined once per conduit, and says which other evidence settles it', () => {
    const other = makeEnd('lgwan', { address: '10.20.16.11' });
    const encrypted = makeFacts({ protocol: 'rdp', rdp: rdp(2, false), opaque: 'rdp-security' });
    const drafts = judge(screen(encrypted), screen(encrypted, other));
    expect(drafts).toMatchObject([
      { rule: 'A8-3-I-52', verdict: 'undetermined', severity: 'info', flows: 2, reasons: ['content-rdp-security'] },
    ]);
    expect(drafts[0]?.summary.ja).toContain('グループポリシー');
  });

  test('is silent where the channels were read', () => {
    expect(judge(screen(makeFacts({ protocol: 'rdp', rdp: rdp(0, true) })))).toEqual([]);
  });

  test('never takes a protocol that nobody reads for a pass', () => {
    expect(judge(screen(makeFacts({ protocol: 'ica' })))).toMatchObject([{ reasons: ['content-undecodable'] }]);
  });

  test.each([
    ['mailText', makeFacts({ protocol: 'smtp', opaque: 'starttls' }), ['content-starttls']],
    ['mailText', makeFacts({ protocol: 'smtp', shortfalls: ['snap-length'] }), ['content-snap-length']],
    ['fileRebuild', makeFacts({ protocol: 'tls', opaque: 'tls' }), ['content-tls']],
    ['fileVerify', makeFacts({ protocol: 'http', shortfalls: ['gap'] }), ['content-gap']],
    ['fileRebuild', makeFacts({ protocol: 'http', client: 'a', shortfalls: ['one-sided'] }), ['content-one-sided']],
    ['mailText', makeFacts({ ...mailHeardFrom('smtp', 'server') }), ['content-one-sided']],
    ['mailText', makeFacts({ ...mailHeardFrom('pop3', 'client') }), ['content-one-sided']],
  ] as const)('says why content on %s could not be judged', (kind, facts, reasons) => {
    const conduit = { permitted: makeConduit({ kind }) };
    expect(judge(makeObservation({ from: terminal, to: inner, conduit, facts }))).toMatchObject([{ reasons }]);
  });

  test.each([
    ['smtp', 'client'],
    ['pop3', 'server'],
    ['imap', 'server'],
  ] as const)('is silent where the side of %s that brings the mail was captured: the %s', (protocol, side) => {
    const conduit = { permitted: makeConduit({ kind: 'mailText' }) };
    const facts = makeFacts({ ...mailHeardFrom(protocol, side) });
    expect(judge(makeObservation({ from: terminal, to: inner, conduit, facts }))).toEqual([]);
  });

  const sanitizer = makeEnd('lgwan', { address: '10.20.8.4', place: { roles: ['sanitizer'], host: 'san' } });
  const mailServer = makeEnd('lgwan', { address: '10.20.4.25', port: 25 });
  const sent = (kind: ConduitKind, mail: Parameters<typeof makeMail>[1], facts: Partial<Facts> = {}): Observation =>
    makeObservation({
      from: sanitizer,
      to: mailServer,
      conduit: { permitted: makeConduit({ kind }) },
      facts: makeFacts({ ...makeMail([makePart({})], { complete: false, ...mail }), ...facts }),
    });

  test.each([
    ['a mail for text only', sent('mailText', {})],
    ['a mail with rebuilt files', sent('mailSanitized', { parts: [makePart({ type: 'application/pdf' })] })],
    ['a piece of a mail', sent('mailText', { parts: [] })],
    ['a mail of which one side is enough', sent('mailText', {}, mailHeardFrom('smtp', 'client'))],
    ['a rebuilt file', comingOut('fileRebuild', { complete: false, sha256: null })],
    ['a verified file', comingOut('fileVerify', { complete: false, sha256: null })],
  ])('is undetermined about %s that was read in part', (_, observation) => {
    const drafts = judge(observation);
    expect(drafts).toMatchObject([{ rule: 'A8-3-I-52', verdict: 'undetermined', reasons: ['content-in-part'] }]);
    expect(drafts[0]?.summary.en).toContain('only a part of a mail or a file was read');
  });

  test('tells once why a mail was read in part', () => {
    expect(judge(sent('mailText', {}, { shortfalls: ['gap'] }))).toMatchObject([{ reasons: ['content-gap'] }]);
    expect(judge(sent('mailText', {}, { opaque: 'starttls' }))).toMatchObject([{ reasons: ['content-starttls'] }]);
  });

  test.each([
    ['a mail that was found with HTML', sent('mailSanitized', { parts: [makePart({ type: 'text/html' })] })],
    ['a mail that was found with a file', sent('mailText', { parts: [makePart({ fileName: 'a.pdf' })] })],
    ['a mail that was refused', sent('mailText', { accepted: false })],
    ['a mail on its way to the sanitizer', sent('mailText', { sender: 'server' }, { client: 'a' })],
    ['a file that was found with a macro', comingOut('fileRebuild', { complete: false, active: ['macro'] })],
    ['a file on its way to the sanitizer', comingOut('fileRebuild', { complete: false, sender: 'client' })],
    ['a file of which nothing came', comingOut('fileRebuild', { complete: false, size: 0 })],
  ])('is silent about %s, although it was read in part', (_, observation) => {
    expect(judge(observation)).toEqual([]);
  });

  test('is silent about content that was read, and about conduits without a condition on it', () => {
    const read = makeFacts({ protocol: 'smtp' });
    expect(
      judge(
        makeObservation({
          from: terminal,
          to: inner,
          conduit: { permitted: makeConduit({ kind: 'mailText' }) },
          facts: read,
        }),
      ),
    ).toEqual([]);
    const tls = makeFacts({ protocol: 'tls', opaque: 'tls' });
    expect(
      judge(makeObservation({ from: terminal, to: inner, conduit: { permitted: makeConduit({}) }, facts: tls })),
    ).toEqual([]);
  });
});
