/** RFC 4861 section 4.5, from the ICMPv6 header on: target at 8, destination at 24, options at 40 */
const REDIRECT = { target: 8, destination: 24, options: 40, addressBytes: 16 } as const;
/** target link-layer address (RFC 4861 section 4.6.1); lengths are in units of eight bytes */
const OPTION = { targetCard: 2, unit: 8 } as const;

/** To whom an ICMPv6 redirect sends a host. */
export interface Redirect {
  /** offset of the target's address in `body` */
  readonly targetAt: number;
  /** offset of the target's card in `body`; null where the message does not name it */
  readonly cardAt: number | null;
}

/**
 * A redirect to another router; `null` for one that says that the destination itself is a neighbour (its target is the
 * destination), and for what is cut or broken. Hosts discard one whose hop limit is not 255 (section 8.1): so do we.
 */
export function readRedirect(body: Uint8Array, hopLimit: number): Redirect | null {
  if (body.length < REDIRECT.options || hopLimit !== 255 || body[1] !== 0) return null;
  let isNeighbour = true;
  for (let index = 0; index < REDIRECT.addressBytes; index++)
    if (body[REDIRECT.target + index] !== body[REDIRECT.destination + index]) isNeighbour = false;
  if (isNeighbour) return null;
  for (let at = REDIRECT.options; at + OPTION.unit <= body.length;) {
    const length = (body[at + 1] as number) * OPTION.unit;
    if (length === 0) return null;
    if (body[at] === OPTION.targetCard) return { targetAt: REDIRECT.target, cardAt: at + 2 };
    at += length;
  }
  return { targetAt: REDIRECT.target, cardAt: null };
}
