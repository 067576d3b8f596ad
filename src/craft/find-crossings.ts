import { macOfLeg, type CityPlan } from './register.js';

/** One gateway on the way: its card where packets come in, its card where they go out, and the VLAN that follows. */
export interface Crossing {
  readonly entryMac: string;
  readonly exitMac: string;
  readonly vlan: number;
}

/** boxes with several legs that end every conversation themselves: no way leads through them */
const ENDS_CONVERSATIONS: readonly string[] = ['sanitizer', 'handover'];

/** Gateways to pass from one VLAN to another, as few as possible. @throws RangeError when there is no way */
export function findCrossings(gateways: CityPlan['gateways'], from: number, to: number): readonly Crossing[] {
  const routers = gateways.filter(({ roles }) => !roles.some((role) => ENDS_CONVERSATIONS.includes(role)));
  // breadth first: a Map hands out in its loop what the loop adds to it
  const reached = new Map<number, readonly Crossing[]>([[from, []]]);
  for (const [vlan, crossings] of reached) {
    if (vlan === to) return crossings;
    for (const { legs } of routers) {
      const entry = legs.find((leg) => leg.vlan === vlan);
      if (entry === undefined) continue;
      for (const exit of legs) {
        if (exit.vlan === null || reached.has(exit.vlan)) continue;
        const crossing = { entryMac: macOfLeg(entry), exitMac: macOfLeg(exit), vlan: exit.vlan };
        reached.set(exit.vlan, [...crossings, crossing]);
      }
    }
  }
  throw new RangeError(`no registered gateway leads from VLAN ${from} to VLAN ${to}`);
}
