import { findCrossings } from './find-crossings.js';
import { Register, type CityPlan } from './register.js';
import type { Path } from './scene.js';

interface Wire {
  readonly vlan: number;
  readonly sourceMac: string;
  readonly destinationMac: string;
}

/** A city whose packets find their own way: derived from a topology, so that it cannot disagree with it. */
export class City {
  readonly register: Register;
  readonly #plan: CityPlan;

  constructor(plan: CityPlan) {
    this.#plan = plan;
    this.register = new Register(plan);
  }

  get points(): readonly string[] {
    return this.#plan.capturePoints.map((point) => point.name);
  }

  /** Capture points that listen on a VLAN. */
  pointsOf(vlan: number): readonly string[] {
    return this.#plan.capturePoints.filter((point) => point.vlans.includes(vlan)).map((point) => point.name);
  }

  /** The shortest way through the registered gateways, between addresses. @throws RangeError when there is none */
  path(from: string, to: string): Path {
    const [start, end] = [this.register.standpoint(from, to), this.register.standpoint(to, from)];
    const wires: Wire[] = [];
    let [sourceMac, vlan] = [start.mac, start.vlan];
    for (const crossing of findCrossings(this.#plan.gateways, start.vlan, end.vlan)) {
      wires.push({ vlan, sourceMac, destinationMac: crossing.entryMac });
      [sourceMac, vlan] = [crossing.exitMac, crossing.vlan];
    }
    wires.push({ vlan, sourceMac, destinationMac: end.mac });
    return this.#withinGateways(wires, from, to).map((wire, index) => ({
      points: this.pointsOf(wire.vlan),
      vlans: [wire.vlan],
      sourceMac: wire.sourceMac,
      destinationMac: wire.destinationMac,
      routersPassed: start.routersBeyond + index,
      delayMicros: index === 0 ? 0 : 90 + 15 * index,
    }));
  }

  /** A gateway sends its own packets on the wire where they leave it, and takes those to any of its legs at once. */
  #withinGateways(wires: readonly Wire[], from: string, to: string): readonly Wire[] {
    const [own, theirs] = [this.register.macsBehind(from), this.register.macsBehind(to)];
    const leaves = own.size === 0 ? 0 : wires.findLastIndex((wire) => own.has(wire.sourceMac));
    const enters = wires.findIndex((wire, index) => index >= leaves && theirs.has(wire.destinationMac));
    return wires.slice(leaves, enters < 0 ? wires.length : enters + 1);
  }

  /** The way as far as a gateway that lets nothing more through. @throws RangeError when the way misses it */
  pathUntil(from: string, to: string, gatewayName: string): Path {
    const path = this.path(from, to);
    const macs = this.register.macsOf(gatewayName);
    const last = path.findIndex((stretch) => macs.has(stretch.destinationMac));
    if (last < 0) throw new RangeError(`the way from ${from} to ${to} does not enter ${gatewayName}`);
    return path.slice(0, last + 1);
  }

  /** The way of an answer that a gateway gives in the place of `from`. @throws RangeError when the way misses it */
  pathSince(from: string, to: string, gatewayName: string): Path {
    const path = this.path(from, to);
    const macs = this.register.macsOf(gatewayName);
    const first = path.findIndex((stretch) => macs.has(stretch.sourceMac));
    if (first < 0) throw new RangeError(`the way from ${from} to ${to} does not leave ${gatewayName}`);
    const passed = path[first]?.routersPassed ?? 0;
    return path.slice(first).map((stretch) => ({ ...stretch, routersPassed: stretch.routersPassed - passed }));
  }
}
