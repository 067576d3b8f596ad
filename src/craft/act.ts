import type { Noise } from './lan-noise.js';
import type { Tunnel } from './tunnel.js';

/** One stretch of an unusual way: a VLAN, and the cards that send and receive there. */
export interface Stretch {
  readonly vlan: number;
  readonly from: string;
  readonly to: string;
  /** `10.20.4.99:40001` or an address alone: what the initiator's packets bear here as source, as target (NAT) */
  readonly source?: string;
  readonly target?: string;
}

/**
 * One line of a traffic script: who talks to whom, how it goes, and what the mirror makes of it. Exactly one of `tcp`,
 * `udp`, `ping` and `noise` says what happens.
 */
export interface Act {
  /** seconds since the scene began, or `12:30` (minutes:seconds); without it, half a second after the act before */
  readonly at?: number | string;
  /** how often, and how many seconds apart */
  readonly times?: number;
  readonly every?: number;

  /** `10.10.16.55 -> mail-lg:25`: names of hosts, gateways (`san-mail/lgwan`) or addresses (`[2001:db8::1]:443`) */
  readonly tcp?: string;
  readonly udp?: string;
  readonly ping?: string;
  readonly noise?: Noise;
  /** the host that makes the noise */
  readonly from?: string;

  /** what they say (src/craft/dialogue/registry.ts); without it, what is usual on the port */
  readonly as?: string;
  readonly name?: string;
  readonly up?: number;
  readonly down?: number;
  readonly sourcePort?: number;

  /**
   * `data`: the whole dialogue. `accept`: a connection without a word. `silence`: nobody answers. `refuse`: the
   * responder resets (TCP) or says that the port is closed (UDP). `prohibit`: ICMP 3/13 of the gateway `by`;
   * `expire` (UDP): its ICMP 11/0.
   */
  readonly answer?: 'data' | 'accept' | 'silence' | 'refuse' | 'prohibit' | 'expire';
  /** the gateway that answers in the place of the responder, and lets nothing through */
  readonly by?: string;
  /** the gateway at which the initiator's packets end */
  readonly droppedBy?: string;
  /** `midstream`: the capture began later than the connection */
  readonly start?: 'handshake' | 'midstream';
  /** `open`: no end within the capture */
  readonly end?: 'close' | 'reset' | 'open';
  /** first SYN sent so often */
  readonly syns?: number;

  /** the last segment of every turn sent twice, as after a lost acknowledgement */
  readonly resend?: boolean;

  /** every frame mirrored so often */
  readonly copies?: number;
  /** datagrams cut into fragments of at most so many bytes */
  readonly fragment?: number;
  readonly inside?: { readonly tunnel: Tunnel; readonly from: string; readonly to: string };
  /** only this direction is mirrored */
  readonly seen?: 'forward' | 'backward';
  /** an outer tag around the VLAN (802.1ad) */
  readonly outerVlan?: number;
  /** VLAN of the answers, where they come back another way */
  readonly backVlan?: number;
  /** the way of the initiator's packets, where it is not that of the registered gateways; answers come back on it */
  readonly way?: readonly Stretch[];
  /** nothing on this way is a router: TTL and cards stay the same */
  readonly bridged?: boolean;
  /** noise: the VLAN where it is heard, where it is not the speaker's own; whom an ARP question asks for; a router that DHCP names */
  readonly vlan?: number;
  readonly to?: string;
  /** source MAC of the initiator's frames, where it is not the registered one */
  readonly mac?: string;

  /** what the act is there for: the rule that is to find it, and one that speaks beside it */
  readonly planted?: { readonly case?: number; readonly rule: string; readonly beside?: string; readonly what: string };
}

export const ACT_KEYS: ReadonlySet<string> = new Set<keyof Act>([
  'at',
  'times',
  'every',
  'tcp',
  'udp',
  'ping',
  'noise',
  'from',
  'as',
  'name',
  'up',
  'down',
  'sourcePort',
  'answer',
  'by',
  'droppedBy',
  'start',
  'end',
  'syns',
  'resend',
  'copies',
  'fragment',
  'inside',
  'seen',
  'outerVlan',
  'backVlan',
  'way',
  'bridged',
  'vlan',
  'to',
  'mac',
  'planted',
]);
