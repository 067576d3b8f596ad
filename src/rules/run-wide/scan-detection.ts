import { LIMITS } from '../../base/limits.js';
import { formatEpoch, type Nanoseconds } from '../../base/time.js';
import type { Observation } from '../../model/observation.js';
import type { FindingEnd } from '../../model/report.js';
import type { Topology } from '../../model/topology.js';
import { crossingOf } from '../terms/crossing.js';
import { Exemplars } from '../findings/exemplars.js';
import { fingerprint, type FindingDraft } from '../findings/finding-draft.js';
import { endOf } from '../findings/finding-group.js';
import { ruleIdOf, ruleOf } from '../registry.js';

/** domain.md 2.4: a scan is this many distinct pairs of address and port … */
const PAIRS = 20;
/** … within this time, from one source */
const WINDOW: Nanoseconds = 60_000_000_000n;
/** a source's contacts are looked at when they have become this many, and again at each doubling */
const FIRST_LOOK = 64;

interface Contact {
  readonly pair: string;
  readonly time: Nanoseconds;
}

interface Source {
  /** earliest and latest contact of each pair and minute: enough for the window, bounded for a chatty pair */
  contacts: Map<string, Contact> | null;
  nextLook: number;
  isScan: boolean;
  from: FindingEnd;
  flows: number;
  packets: number;
  bytes: number;
  first: Nanoseconds;
  last: Nanoseconds;
  blockedOnly: boolean;
  reached: boolean;
  readonly exemplars: Exemplars;
}

/** Rule 69: hosts of the Internet zone that probe the LGWAN zone. Order of arrival does not matter. */
export class ScanDetection {
  /** contacts that found no room */
  refused = 0;
  readonly #topology: Topology;
  readonly #sources = new Map<string, Source>();
  #contacts = 0;

  constructor(topology: Topology) {
    this.#topology = topology;
  }

  add(observation: Observation): void {
    const crossing = crossingOf(observation, this.#topology);
    if (crossing === null || crossing.permitted || crossing.outward || !observation.directionKnown) return;
    if (crossing.inside.place.area !== 'lgwan' || crossing.outside.place.area !== 'internet') return;
    const source = this.#sourceOf(observation);
    if (source === undefined) return;
    const { flow, forward, backward, to } = observation;
    const { outcome } = flow;
    source.flows++;
    source.packets += forward.packets + backward.packets;
    source.bytes += forward.bytes + backward.bytes;
    if (flow.first < source.first) source.first = flow.first;
    if (flow.last > source.last) source.last = flow.last;
    if (outcome !== 'blocked') source.blockedOnly = false;
    if (outcome === 'data' || outcome === 'established' || outcome === 'reachable' || outcome === 'l7Blocked')
      source.reached = true;
    if (source.exemplars.add(flow)) source.from = endOf(observation.from);
    if (source.contacts === null) return;
    this.#note(source.contacts, `${to.address} ${flow.proto} ${to.port}`, flow.first);
    if (source.contacts.size >= source.nextLook) this.#look(source);
  }

  /** one that goes on by itself */
  copy(): ScanDetection {
    const copy = new ScanDetection(this.#topology);
    copy.refused = this.refused;
    copy.#contacts = this.#contacts;
    for (const [address, source] of this.#sources)
      copy.#sources.set(address, {
        ...source,
        contacts: source.contacts === null ? null : new Map(source.contacts),
        exemplars: source.exemplars.copy(),
      });
    return copy;
  }

  *drafts(): Iterable<FindingDraft> {
    const definition = ruleOf('69');
    const rule = ruleIdOf(definition, 'U');
    for (const source of this.#sources.values()) {
      this.#look(source);
      if (!source.isScan) continue;
      yield {
        id: fingerprint(rule, source.from.address),
        rule,
        clause: 'U',
        verdict: source.reached ? 'suspected' : 'attempt',
        severity: source.blockedOnly ? 'medium' : 'high',
        outcome: null,
        title: definition.titles.U ?? { ja: '', en: '' },
        summary: {
          ja: `60秒以内に20以上の宛先へ、LGWAN接続系に向けた許可のない通信が試みられた。${source.reached ? '到達したものがある。' : source.blockedOnly ? 'すべて遮断された。' : '到達したものは観測されなかった。'}`,
          en: `Twenty or more destinations in the LGWAN zone were tried within 60 seconds with no conduit. ${source.reached ? 'Some were reached.' : source.blockedOnly ? 'All were blocked.' : 'None was seen to be reached.'}`,
        },
        from: source.from,
        to: { zone: 'lgwan', address: null, host: null, mac: null },
        service: null,
        first: formatEpoch(source.first),
        last: formatEpoch(source.last),
        flows: source.flows,
        packets: source.packets,
        bytes: source.bytes,
        conduit: null,
        reasons: ['scan-20-in-60-seconds'],
        related: [],
        limits: definition.limits,
        remedy: definition.remedy,
        frames: source.exemplars.frames(),
      };
    }
  }

  #sourceOf(observation: Observation): Source | undefined {
    const { address } = observation.from;
    let source = this.#sources.get(address);
    if (source !== undefined) return source;
    if (this.#sources.size >= LIMITS.scanSources) {
      this.refused++;
      return undefined;
    }
    source = {
      contacts: new Map(),
      nextLook: FIRST_LOOK,
      isScan: false,
      from: endOf(observation.from),
      flows: 0,
      packets: 0,
      bytes: 0,
      first: observation.flow.first,
      last: observation.flow.last,
      blockedOnly: true,
      reached: false,
      exemplars: new Exemplars(),
    };
    this.#sources.set(address, source);
    return source;
  }

  #note(contacts: Map<string, Contact>, pair: string, time: Nanoseconds): void {
    const minute = time / WINDOW;
    for (const [edge, isNearer] of [
      ['earliest', (known: Nanoseconds) => time < known],
      ['latest', (known: Nanoseconds) => time > known],
    ] as const) {
      const key = `${pair} ${minute} ${edge}`;
      const known = contacts.get(key);
      if (known !== undefined && !isNearer(known.time)) continue;
      if (known === undefined) {
        if (this.#contacts >= LIMITS.scanContacts) {
          this.refused++;
          continue;
        }
        this.#contacts++;
      }
      contacts.set(key, { pair, time });
    }
  }

  /** A scan stays one: its contacts are no longer needed. */
  #look(source: Source): void {
    const { contacts } = source;
    if (contacts === null) return;
    source.nextLook = contacts.size * 2;
    if (!hasScan([...contacts.values()])) return;
    source.isScan = true;
    this.#contacts -= contacts.size;
    source.contacts = null;
  }
}

/** Twenty distinct pairs in a window that slides over the contacts in order of time. */
function hasScan(contacts: Contact[]): boolean {
  contacts.sort((x, y) => (x.time < y.time ? -1 : x.time > y.time ? 1 : 0));
  const within = new Map<string, number>();
  let oldest = 0;
  for (const contact of contacts) {
    within.set(contact.pair, (within.get(contact.pair) ?? 0) + 1);
    for (
      let left = contacts[oldest];
      left !== undefined && contact.time - left.time > WINDOW;
      left = contacts[++oldest]
    ) {
      const count = (within.get(left.pair) ?? 0) - 1;
      if (count === 0) within.delete(left.pair);
      else within.set(left.pair, count);
    }
    if (within.size >= PAIRS) return true;
  }
  return false;
}
