import type { Observation } from '../../model/observation.js';
import { LOGIN } from './thresholds.js';

/** header bytes of a segment without options (RFC 791, RFC 9293) */
const HEADER_BYTES = 40;
const SECOND = 1_000_000_000n;

/**
 * A login session (SSH) that carries much in both directions for long: nobody types that, and a file goes one way
 * (domain.md D-TUN). It may hold forwarded connections, or a whole network.
 */
export function isLoginBulk({ flow, facts, forward, backward }: Observation): boolean {
  if (facts?.protocol !== 'ssh' || flow.last - flow.first < BigInt(LOGIN.seconds) * SECOND) return false;
  // bare acknowledgements of a large file carry nothing
  const [up, down] = [forward, backward].map(({ packets, bytes }) => bytes - packets * HEADER_BYTES) as [
    number,
    number,
  ];
  const [less, more] = up < down ? [up, down] : [down, up];
  return less >= LOGIN.bytesEachWay && more <= less * LOGIN.ratio;
}
