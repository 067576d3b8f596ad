import type { Prefix } from '../base/address.js';
import type { Facts } from './facts.js';
import type { Flow } from './flow.js';
import type { Area, Clause, Place } from './place.js';
import type { ConduitMatch } from './topology.js';
import type { FlowTrack } from './track.js';

/** A flow placed in the topology, with the facts known about it: all that a rule may look at. */
export interface Observation {
  readonly flow: Flow;
  /** the clause that a crossing by this flow concerns (domain.md 2.7) */
  readonly clause: Clause;
  /** the side that opened it; side `a` when nobody knows (`flow.initiator === 'unknown'`) */
  readonly from: ObservedEnd;
  readonly to: ObservedEnd;
  readonly directionKnown: boolean;
  readonly conduit: ConduitMatch;
  /** packets and bytes seen from `from` to `to`, and back */
  readonly forward: { readonly packets: number; readonly bytes: number };
  readonly backward: { readonly packets: number; readonly bytes: number };
  /** the flow that carried this one in a tunnel, where it did */
  readonly outer: Flow | null;
  /** what its content said; `null`: nobody looked, or there was none */
  readonly facts: Facts | null;
  /** how it went over time; `null`: nobody took it down, or it had no payload */
  readonly track: FlowTrack | null;
  /**
   * Where a device on the way changed addresses and `from` and `to` are the hosts behind it: the same flow under the
   * addresses that the wires showed. Left out: there it is as it was seen.
   */
  readonly asSeen?: readonly Observation[];
  /** the address of `from` is a translated one, and nobody knows whose it is; its area is the gravest possible one */
  readonly origin?: UnknownOrigin;
}

/** Somebody behind a device that speaks for others (domain.md D-NAT). */
export interface UnknownOrigin {
  readonly gateway: string;
  /** who may be behind it, as declared; null: a translation that nothing declares */
  readonly inside: Prefix | null;
  /** areas in which those behind it may be */
  readonly areas: readonly Area[];
}

export interface ObservedEnd {
  readonly address: string;
  readonly port: number;
  readonly place: Place;
  /** source MAC of frames from this end, on the hop nearest to it as far as known */
  readonly mac: string | null;
}
