import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { StreamInspectorFactory } from '../../../src/inspect/inspector.js';
import { inspectIca } from '../../../src/inspect/remote/inspect-ica.js';
import { inspectSsh } from '../../../src/inspect/remote/inspect-ssh.js';
import { inspectTelnet } from '../../../src/inspect/remote/inspect-telnet.js';
import { inspectVnc } from '../../../src/inspect/remote/inspect-vnc.js';
import { bytes } from '../rdp/rdp-bytes.js';
import { playTurns, recordingContext, type Turn } from '../support/recording-notes-rdp.js';

function inspect(
  factory: StreamInspectorFactory,
  turns: readonly Turn[],
  sizes: readonly number[] = [],
): { opaque: string[]; wasDone: boolean } {
  const { said, context } = recordingContext();
  const inspector = factory(context);
  let wasDone = false;
  playTurns(
    {
      feed: (role, chunk) => {
        inspector.feed(role, chunk);
        wasDone ||= inspector.isDone;
      },
      skip: () => undefined,
      end: () => {
        inspector.end();
      },
      isDone: false,
    },
    turns,
    sizes,
  );
  return { opaque: said.opaque, wasDone };
}

const SSH: readonly Turn[] = [
  ['server', bytes('Welcome\r\nSSH-2.0-X\r\n')],
  ['client', bytes('SSH-2.0-Y\r\n')],
];
const vnc = (...types: number[]): Turn[] => [
  ['server', bytes('RFB 003.008\n')],
  ['client', bytes('RFB 003.008\n')],
  ['server', bytes(types.length, types)],
];

describe('remote access', () => {
  test('SSH hides everything once both ends have named themselves', () => {
    expect(inspect(inspectSsh, SSH)).toEqual({ opaque: ['ssh'], wasDone: true });
    expect(inspect(inspectSsh, SSH.slice(0, 1))).toEqual({ opaque: [], wasDone: false });
  });

  test('VNC hides the screen only where the server offers nothing but TLS', () => {
    expect(inspect(inspectVnc, vnc(18))).toEqual({ opaque: ['tls'], wasDone: true });
    expect(inspect(inspectVnc, vnc(2, 18))).toEqual({ opaque: [], wasDone: true });
    expect(inspect(inspectVnc, vnc(2).slice(0, 2))).toEqual({ opaque: [], wasDone: false });
  });

  test.each([inspectIca, inspectTelnet])('what is only recognised is left alone at once', (factory) => {
    expect(inspect(factory, [['client', bytes(1)]])).toEqual({ opaque: [], wasDone: true });
  });

  test('any chunking gives the same facts', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 })), (sizes) => {
        expect(inspect(inspectSsh, SSH, sizes)).toEqual(inspect(inspectSsh, SSH));
        expect(inspect(inspectVnc, vnc(18), sizes)).toEqual(inspect(inspectVnc, vnc(18)));
      }),
    );
  });

  test('any bytes never throw', () => {
    const turn = fc.tuple(fc.constantFrom('client', 'server'), fc.uint8Array({ maxLength: 400 }));
    fc.assert(
      fc.property(fc.array(turn), (turns) => {
        for (const factory of [inspectSsh, inspectVnc]) inspect(factory, turns as Turn[]);
      }),
    );
  });
});
