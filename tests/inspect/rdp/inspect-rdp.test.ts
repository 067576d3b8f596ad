import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inspectRdp } from '../../../src/inspect/rdp/inspect-rdp.js';
import { playTurns, recordingContext, type Said, type Turn } from '../support/recording-notes-rdp.js';
import {
  bytes,
  confirm,
  connectInitial,
  connectResponse,
  failure,
  joinConfirm,
  request,
  sendIndication,
  sendRequest,
  STANDARD_SESSION,
} from './rdp-bytes.js';

function inspect(turns: readonly Turn[], sizes: readonly number[] = []): Said {
  const { said, context } = recordingContext();
  playTurns(inspectRdp(context), turns, sizes);
  return said;
}

const CLIENT_HELLO = bytes([22, 3, 1, 0, 4, 1, 0, 0, 0]);

describe('security of an RDP connection', () => {
  test.each([1, 2, 8])('protocol %i hands the rest over to TLS and says what hides it', (protocol) => {
    const said = inspect([
      ['client', request(11)],
      ['server', confirm(protocol)],
      ['client', CLIENT_HELLO],
    ]);
    expect(said.rdp).toEqual({
      requestedProtocols: 11,
      selectedProtocol: protocol,
      failure: null,
      channels: [],
      channelsKnown: false,
    });
    expect(said.opaque).toEqual(['rdp-security']);
    expect(said.handOver).toEqual({ expected: 'tls', clientRest: '', serverRest: '' });
  });

  test('bytes that came with the confirm, or before it, go along to TLS', () => {
    const said = inspect([
      ['client', bytes(request(3), CLIENT_HELLO)],
      ['server', bytes(confirm(2), [22, 3, 3])],
    ]);
    expect(said.handOver).toEqual({ expected: 'tls', clientRest: '160301000401000000', serverRest: '160303' });
  });

  test('RDS AAD is handed over to a fresh recognition', () => {
    const said = inspect([
      ['client', request(16)],
      ['server', confirm(16)],
    ]);
    expect(said.handOver?.expected).toBeNull();
  });

  test('a refused negotiation is a failure and chooses nothing', () => {
    const said = inspect([
      ['client', request(0)],
      ['server', failure(5)],
    ]);
    expect(said.rdp).toMatchObject({ requestedProtocols: 0, selectedProtocol: null, failure: 5 });
  });

  test('without negotiation data it is standard RDP security', () => {
    const said = inspect([
      ['client', request(null)],
      ['server', confirm(null)],
    ]);
    expect(said.rdp).toMatchObject({ requestedProtocols: null, selectedProtocol: 0 });
  });

  test('a confirm that cannot be read chooses nothing', () => {
    const broken = confirm(2);
    broken[13] = 0;
    const said = inspect([
      ['client', request(3)],
      ['server', broken],
    ]);
    expect(said.rdp?.selectedProtocol).toBeNull();
    expect(said.shortfalls).toEqual(['undecodable']);
  });

  test('a request without cookie is read too', () => {
    expect(inspect([['client', request(1, '')]]).rdp?.requestedProtocols).toBe(1);
  });

  test('the cookie is nowhere in the facts', () => {
    expect(JSON.stringify(inspect(STANDARD_SESSION))).not.toContain('staff');
  });

  test('a client alone in the capture shows TLS by its next bytes', () => {
    const said = inspect([
      ['client', request(3)],
      ['client', CLIENT_HELLO],
    ]);
    expect(said.opaque).toEqual(['rdp-security']);
    expect(said.rdp?.selectedProtocol).toBeNull();
  });
});

describe('channels under standard RDP security', () => {
  test('are told apart by asked for, joined and used', () => {
    const { rdp, opaque, handOver, shortfalls } = inspect(STANDARD_SESSION);
    expect(rdp).toEqual({
      requestedProtocols: 0,
      selectedProtocol: 0,
      failure: null,
      channelsKnown: true,
      channels: [
        { name: 'rdpdr', id: 1004, joined: true, used: true },
        { name: 'rdpsnd', id: 1005, joined: true, used: false },
        { name: 'cliprdr', id: 1006, joined: true, used: true },
        { name: 'drdynvc', id: 1007, joined: false, used: false },
      ],
    });
    expect({ opaque, handOver, shortfalls }).toEqual({ opaque: [], handOver: null, shortfalls: [] });
  });

  test('are known by name when only the client was captured', () => {
    const said = inspect(STANDARD_SESSION.filter(([role]) => role === 'client'));
    expect(said.rdp?.channelsKnown).toBe(true);
    expect(said.rdp?.channels[2]).toEqual({ name: 'cliprdr', id: null, joined: false, used: false });
  });

  test('more channels than the protocol allows are not believed to be all', () => {
    const names = Array.from({ length: 32 }, (_, index) => `c${index}`);
    const said = inspect([
      ['client', request(0)],
      ['server', confirm(0)],
      ['client', connectInitial(names)],
    ]);
    expect(said.rdp?.channels).toHaveLength(31);
    expect(said.rdp?.channelsKnown).toBe(false);
    expect(said.shortfalls).toEqual(['limit']);
  });

  test('a list that is shorter than its count is not known whole', () => {
    const said = inspect([
      ['client', request(0)],
      ['server', confirm(0)],
      ['client', connectInitial(['cliprdr'], 2)],
    ]);
    expect(said.rdp).toMatchObject({ channelsKnown: false, channels: [{ name: 'cliprdr' }] });
  });

  test('the flow is left alone once every channel is joined and used', () => {
    const { context } = recordingContext();
    const inspector = inspectRdp(context);
    inspector.feed('client', request(0));
    inspector.feed('server', confirm(0));
    inspector.feed('client', connectInitial(['cliprdr']));
    inspector.feed('server', connectResponse([1004]));
    inspector.feed('server', joinConfirm(1004));
    expect(inspector.isDone).toBe(false);
    inspector.feed('client', sendRequest(1004));
    expect(inspector.isDone).toBe(true);
  });

  test('behind a hole reading goes on with the next message', () => {
    const { said, context } = recordingContext();
    const inspector = inspectRdp(context);
    for (const [role, chunk] of STANDARD_SESSION.slice(0, 4)) inspector.feed(role, chunk);
    inspector.skip('server', 500);
    inspector.feed('server', bytes([9, 9, 9, 9, 9], sendIndication(1004)));
    expect(said.rdp?.channels[0]).toMatchObject({ name: 'rdpdr', used: true });
    expect(said.shortfalls).toEqual(['gap']);
  });
});

describe('hostile bytes', () => {
  test('any chunking gives the same facts', () => {
    const sessions = [
      STANDARD_SESSION,
      [
        ['client', bytes(request(3), CLIENT_HELLO)],
        ['server', confirm(1)],
      ] satisfies Turn[],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...sessions), fc.array(fc.integer({ min: 1, max: 40 })), (turns, sizes) => {
        const cut = inspect(turns, sizes);
        const whole = inspect(turns);
        expect({ ...cut, handOver: cut.handOver?.expected }).toEqual({ ...whole, handOver: whole.handOver?.expected });
      }),
    );
  });

  test('changed bytes never throw, and read the same in any chunking', () => {
    const places = fc.array(fc.tuple(fc.nat(1200), fc.nat(255)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(places, fc.array(fc.integer({ min: 1, max: 60 })), (changes, sizes) => {
        let from = 0;
        const turns = STANDARD_SESSION.map(([role, whole]): Turn => {
          const changed = whole.slice();
          for (const [at, value] of changes) if (at - from in changed) changed[at - from] = value;
          from += whole.length;
          return [role, changed];
        });
        expect(inspect(turns, sizes).rdp).toEqual(inspect(turns).rdp);
      }),
      { numRuns: 400 },
    );
  });

  test('any bytes in any order never throw', () => {
    const turn = fc.tuple(fc.constantFrom('client', 'server'), fc.uint8Array({ maxLength: 60 }));
    fc.assert(fc.property(fc.array(turn), (turns) => void inspect(turns as Turn[])));
  });
});
