import { ROW } from '../decode/packet-batch.js';
import { FLOW_ROW_WORDS, I, KEY, STATE, TCP_FLAG } from './flow-row.js';
import type { TcpLosses } from './tcp-losses.js';

/** How far behind the stream a SYN may lie and still be its own, late or reordered, beginning: bytes. */
const SAME_STREAM_BYTES = 1 << 24;
/** Hosts' TTLs wander by one; two or more mean another sender (domain.md 2.3, RST attribution). */
const TTL_TOLERANCE = 1;

/** a direction whose stream and acknowledgements are known (bits of A; shift by the direction) */
const PLAIN_STATE = STATE.nextAToB | STATE.ackAToB | STATE.plainAckByA;

/** Does this SYN open another connection on the same ports? A retransmission has the same sequence number. */
export function beginsAnew(words: Int32Array, base: number, backward: number, seq: number): boolean {
  const state = words[base + I.state] as number;
  if ((state & (STATE.synByA << backward)) !== 0) return words[base + I.isn] !== seq;
  const forward = 1 - backward;
  if ((state & (STATE.synByA << forward)) !== 0) {
    // a SYN from the other side: simultaneous open (RFC 9293 3.5), or the ports used anew the other way round
    return (state & (STATE.synAckByA << backward)) !== 0;
  }
  if ((state & (STATE.nextAToB << backward)) !== 0)
    return ((words[base + I.nextAToB + backward] as number) - seq) >>> 0 > SAME_STREAM_BYTES;
  if ((state & (STATE.ackAToB << forward)) !== 0)
    return ((words[base + I.ackAToB + forward] as number) - seq) >>> 0 > SAME_STREAM_BYTES;
  return false;
}

/**
 * What one TCP segment tells about its flow: flags, what was acknowledged, what was sent twice, what is missing.
 * Order of arrival does not matter but for the counts of retransmissions and gaps.
 */
export function trackTcp(
  words: Int32Array,
  row: number,
  backward: number,
  rows: Int32Array,
  at: number,
  frame: number,
  file: number,
  losses: TcpLosses,
): void {
  const base = row * FLOW_ROW_WORDS;
  const facts = rows[at + ROW.flags] as number;
  const flags = facts & 0xff;
  const seq = rows[at + ROW.seq] as number;
  const payload = rows[at + ROW.payload] as number;
  const forward = 1 - backward;
  let state = words[base + I.state] as number;
  // the plain case first: the next bytes of the stream, or a mere acknowledgement
  const settled = (PLAIN_STATE << backward) | (payload > 0 ? STATE.payloadAToB << backward : 0);
  if (
    (flags & ~TCP_FLAG.psh) === TCP_FLAG.ack &&
    (state & settled) === settled &&
    seq === words[base + I.nextAToB + backward]
  ) {
    words[base + I.nextAToB + backward] = (seq + payload) | 0;
    const ack = rows[at + ROW.ack] as number;
    if (((ack - (words[base + I.ackAToB + backward] as number)) | 0) > 0) {
      words[base + I.ackAToB + backward] = ack;
      words[base + I.state] = state | (STATE.ackMovedByA << backward);
    }
    words[base + I.flagsAndTtl] = (words[base + I.flagsAndTtl] as number) | (flags << (8 * backward));
    return;
  }
  let flagsAndTtl = words[base + I.flagsAndTtl] as number;

  if ((flags & TCP_FLAG.rst) !== 0) {
    const usual = (flagsAndTtl >>> (16 + 8 * backward)) & 0xff;
    const hasOthers =
      ((flagsAndTtl >>> (8 * backward)) & 0xff & ~TCP_FLAG.rst & (TCP_FLAG.syn | TCP_FLAG.psh | TCP_FLAG.fin)) !== 0;
    if (hasOthers && Math.abs(usual - ((facts >>> 8) & 0xff)) > TTL_TOLERANCE)
      words[base + I.key] = (words[base + I.key] as number) | (KEY.forgedResetAToB << backward);
    if (words[base + I.frameDeciding] === 0) {
      words[base + I.frameDeciding] = frame | 0;
      state = (state & 0xffff) | (file << 16);
    }
  } else if (((flagsAndTtl >>> (8 * backward)) & TCP_FLAG.rst) !== 0) {
    // a real segment after a reset tells the usual TTL better than the reset did
    flagsAndTtl = (flagsAndTtl & ~(0xff << (16 + 8 * backward))) | (((facts >>> 8) & 0xff) << (16 + 8 * backward));
  }
  flagsAndTtl |= flags << (8 * backward);
  words[base + I.flagsAndTtl] = flagsAndTtl;

  let length = payload;
  if ((flags & TCP_FLAG.syn) !== 0) {
    length++;
    if ((flags & TCP_FLAG.ack) !== 0) {
      state |= STATE.synAckByA << backward;
    } else if ((state & (STATE.synByA | STATE.synByB)) === 0) {
      state |= STATE.synByA << backward;
      words[base + I.isn] = seq;
    }
  } else if ((flags & (TCP_FLAG.ack | TCP_FLAG.rst)) === TCP_FLAG.ack) {
    state |= STATE.plainAckByA << backward;
  }
  if ((flags & TCP_FLAG.fin) !== 0) length++;

  // the other way's SYN promises isn + 1; acknowledging more than that means that bytes arrived
  if ((flags & (TCP_FLAG.ack | TCP_FLAG.rst)) === TCP_FLAG.ack) {
    const ack = rows[at + ROW.ack] as number;
    if ((state & (STATE.ackAToB << backward)) === 0) {
      state |= STATE.ackAToB << backward;
      words[base + I.ackAToB + backward] = ack;
      if ((state & (STATE.synByA << forward)) !== 0 && ((ack - (words[base + I.isn] as number)) | 0) > 1)
        state |= STATE.ackMovedByA << backward;
    } else if (((ack - (words[base + I.ackAToB + backward] as number)) | 0) > 0) {
      words[base + I.ackAToB + backward] = ack;
      state |= STATE.ackMovedByA << backward;
    }
  }

  if (payload > 0) {
    const both = STATE.payloadAToB | STATE.payloadBToA;
    const had = state & both;
    state |= STATE.payloadAToB << backward;
    if (had !== both && (state & both) === both) {
      words[base + I.frameDeciding] = frame | 0;
      state = (state & 0xffff) | (file << 16);
    }
  }
  if (length > 0 && (flags & TCP_FLAG.rst) === 0) {
    const end = (seq + length) | 0;
    if ((state & (STATE.nextAToB << backward)) === 0) {
      state |= STATE.nextAToB << backward;
      words[base + I.nextAToB + backward] = end;
    } else {
      const next = words[base + I.nextAToB + backward] as number;
      if (((end - next) | 0) > 0) {
        const hole = (seq - next) | 0;
        if (hole > 0) losses.addGap(row, hole);
        words[base + I.nextAToB + backward] = end;
      } else {
        losses.addLate(row, backward, payload);
      }
    }
  }
  words[base + I.state] = state;
}
