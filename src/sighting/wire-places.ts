import { LIMITS } from '../base/limits.js';
import { formatVlan } from '../decode/packet-batch.js';
import type { Realm, Zone } from '../model/place.js';
import type { Topology } from '../model/topology.js';

/** Where a frame was: VLAN and area, as far as the topology can say. */
export interface WirePlace {
  readonly point: string | null;
  readonly vlan: number | null;
  readonly area: Zone | Realm | null;
  /** the VLAN was read from a tag that the capture point declares */
  readonly tagged: boolean;
}

/**
 * The VLAN of a frame: the outermost tag that is declared for its capture point, else the point's only VLAN, else
 * unknown (domain.md 2.2). A point that nothing is declared of is taken at its tags.
 */
export class WirePlaces {
  readonly #topology: Topology;
  readonly #points: readonly (string | null)[];
  readonly #known = new Map<number, WirePlace>();

  /** @param points names by capture point number; may grow */
  constructor(topology: Topology, points: readonly (string | null)[]) {
    this.#topology = topology;
    this.#points = points;
  }

  /** @param vlanCode see decode/packet-batch.ts */
  of(point: number, vlanCode: number): WirePlace {
    const key = point * 2 ** 26 + vlanCode;
    let place = this.#known.get(key);
    if (place !== undefined) return place;
    place = this.#find(point, vlanCode);
    // made-up pairs of tags must not fill the memory
    if (this.#known.size < LIMITS.wirePlaces) this.#known.set(key, place);
    return place;
  }

  #find(number: number, vlanCode: number): WirePlace {
    const point = this.#points[number] ?? null;
    const declared = point === null ? undefined : this.#topology.capturePoint(point);
    const tags = (formatVlan(vlanCode)?.split('.') ?? []).map(Number);
    const vlan = tags.find((tag) =>
      declared === undefined || declared.vlans.length === 0
        ? this.#topology.areaOfVlan(tag) !== null
        : declared.vlans.includes(tag),
    );
    if (vlan !== undefined) return { point, vlan, area: this.#topology.areaOfVlan(vlan), tagged: true };
    const only = declared?.vlans.length === 1 && tags.length === 0 ? declared.vlans[0] : undefined;
    if (only !== undefined) return { point, vlan: only, area: this.#topology.areaOfVlan(only), tagged: false };
    // switches speak untagged: their own words are told apart by the capture point alone
    const areas = new Set((declared?.vlans ?? []).map((id) => this.#topology.areaOfVlan(id)));
    return { point, vlan: null, area: areas.size === 1 ? ([...areas][0] ?? null) : null, tagged: false };
  }
}
