import type { DatagramInspector, DatagramInspectorFactory, Role, StreamInspectorFactory } from '../inspector.js';
import { FrameCutter } from '../frame-cutter.js';
import type { Framing } from '../frame-cutter.js';
import { DnsQuestions } from './dns-questions.js';

/** DNS over UDP (RFC 1035): questions and how they were answered. */
export const inspectDns: DatagramInspectorFactory = ({ notes }) => new DnsDatagrams(notes);

class DnsDatagrams extends DnsQuestions implements DatagramInspector {
  readonly isDone = false;

  get isAtRest(): boolean {
    return !this.hasOpen;
  }

  feed(_role: Role, datagram: Uint8Array, isCut: boolean): void {
    this.read(datagram, isCut);
  }
}

/** RFC 7766 section 8: each message stands behind its length of two bytes. */
const LENGTH_PREFIXED: Framing = {
  headBytes: 2 + 0xffff,
  startBytes: 1,
  measure: (bytes, at) => (at + 2 > bytes.length ? -1 : 2 + (((bytes[at] as number) << 8) | (bytes[at + 1] as number))),
  // Nothing marks the begin of a message: behind a loss there is no way back.
  isStart: () => false,
};

/** The same over TCP. */
export const inspectDnsStream: StreamInspectorFactory = ({ notes }) => {
  const questions = new DnsQuestions(notes);
  const cut = (): FrameCutter =>
    new FrameCutter(LENGTH_PREFIXED, {
      head: (head) => {
        questions.read(head.subarray(2), false);
      },
      rest: () => undefined,
      missing: () => undefined,
      lost: () => {
        notes.shortfall('gap');
      },
    });
  const cutters = { client: cut(), server: cut() };
  return {
    feed: (role, bytes) => {
      cutters[role].feed(bytes);
    },
    skip: (role, length) => {
      cutters[role].skip(length);
    },
    end: () => {
      questions.end();
    },
    isDone: false,
  };
};
