import { parseAddress } from '../../base/address.js';
import { matchesName } from '../../base/name-pattern.js';
import { localTime, type LocalTime, type Nanoseconds } from '../../base/time.js';
import type { Area } from '../../model/place.js';
import { CONDUIT_FIELDS } from '../../model/topology.js';
import type { Conduit, ConduitField, ConduitMatch, ConduitQuery, Gateway, Model } from '../../model/topology.js';
import { ConduitEnds } from './conduit-ends.js';
import { isForwardedElsewhere, isSecurityCloudRouter, viaFactsOf, type ViaFacts } from './conduit-via.js';
import { mayPermit, termsOf, type ConduitTerms } from './disposition.js';
import type { Placement } from '../place/place.js';

/** One conduit held against one query. */
export interface Consideration {
  readonly conduit: Conduit;
  /** first field that failed; null when all fit */
  readonly failed: ConduitField | null;
  /** false where the zone matrix lets no such conduit permit anything */
  readonly cellAllows: boolean;
}

/** A conduit that names an address. */
export interface NamedSide {
  readonly conduit: Conduit;
  readonly side: 'from' | 'to';
}

/** A query without a time leaves validity and hours unjudged. */
export type ConsiderationQuery = Omit<ConduitQuery, 'time'> & { readonly time: Nanoseconds | null };

/** A conduit whose two ends are those of the flow; `forward`: its `from` side is taken as the opener. */
interface Candidate extends Consideration {
  readonly index: number;
  readonly forward: boolean;
  readonly openerArea: Area;
  readonly responderArea: Area;
  /** all fits, but for names that could not be read */
  readonly isNameUnseen: boolean;
}

const NO_MATCH: ConduitMatch = Object.freeze({
  permitted: null,
  isNameUnseen: false,
  nearest: null,
  failed: null,
  reversedScreen: null,
});

const TCP = 6;
const UDP = 17;
const ICMP_PROTOCOLS: readonly number[] = [1, 58];

/** The header with the ports was cut off, or went in a fragment that nobody saw: both are 0 then, which no host uses. */
function arePortsUnknown({ time, proto, initiatorPort, responderPort }: ConsiderationQuery): boolean {
  return time !== null && (proto === TCP || proto === UDP) && initiatorPort === 0 && responderPort === 0;
}

/** The register of conduits, indexed for questions about flows. */
export class ConduitRegister {
  readonly #conduits: readonly Conduit[];
  readonly #terms: readonly ConduitTerms[];
  readonly #via: readonly (ViaFacts | null)[];
  readonly #ends: ConduitEnds;
  readonly #placement: Placement;
  readonly #model: Model;
  readonly #timezone: string;
  #minute: { readonly number: bigint; readonly local: LocalTime } | undefined;

  constructor(
    conduits: readonly Conduit[],
    gateways: readonly Gateway[],
    context: { readonly placement: Placement; readonly model: Model; readonly timezone: string },
  ) {
    this.#conduits = conduits;
    this.#placement = context.placement;
    this.#model = context.model;
    this.#timezone = context.timezone;
    this.#ends = new ConduitEnds(conduits, context.placement, context.model);
    const routers = new Set(gateways.filter(isSecurityCloudRouter).map((gateway) => gateway.name));
    this.#terms = conduits.map((conduit) => termsOf(conduit, routers));
    this.#via = conduits.map((conduit) => viaFactsOf(conduit, gateways));
  }

  match(query: ConduitQuery): ConduitMatch {
    const candidates = this.#candidates(query, false);
    let best: Candidate | undefined;
    let reversed: Candidate | undefined;
    for (const candidate of candidates) {
      if (best === undefined || isNearer(candidate, best)) best = candidate;
      if (
        query.directionKnown &&
        (reversed === undefined || candidate.index < reversed.index) &&
        this.#isReversedScreen(candidate)
      ) {
        reversed = candidate;
      }
    }
    if (best === undefined) return NO_MATCH;
    if (best.failed === null && best.cellAllows) {
      const { conduit, isNameUnseen } = best;
      return { permitted: conduit, isNameUnseen, nearest: null, failed: null, reversedScreen: null };
    }
    const { conduit, failed } = best;
    return {
      permitted: null,
      isNameUnseen: false,
      nearest: conduit,
      failed,
      reversedScreen: reversed?.conduit ?? null,
    };
  }

  /** Every conduit that names at least one end of the flow, with what failed: the working of `match`, shown. */
  consider(query: ConsiderationQuery): readonly Consideration[] {
    const best = new Map<number, Candidate>();
    for (const candidate of this.#candidates(query, true)) {
      const known = best.get(candidate.index);
      if (known === undefined || rankOf(candidate) > rankOf(known)) best.set(candidate.index, candidate);
    }
    return [...best.values()].map(({ conduit, failed, cellAllows }) => ({ conduit, failed, cellAllows }));
  }

  /** The conduits that name an address, with the side on which they do. */
  naming(address: string): readonly NamedSide[] {
    return [...this.#ends.ofCell(this.#cellOf(address))].flatMap((end) => {
      const conduit = this.#conduits[end >>> 1];
      return conduit === undefined ? [] : [{ conduit, side: (end & 1) === 0 ? ('from' as const) : ('to' as const) }];
    });
  }

  /** In the order of the file; both directions where nobody knows who opened. */
  #candidates(query: ConsiderationQuery, halves: boolean): readonly Candidate[] {
    const [initiator, responder] = query.cells ?? [this.#cellOf(query.initiator), this.#cellOf(query.responder)];
    const candidates = this.#candidatesOfOpener(query, initiator, responder, query.responderPort, halves);
    if (!query.directionKnown)
      candidates.push(...this.#candidatesOfOpener(query, responder, initiator, query.initiatorPort, halves));
    return candidates.sort((x, y) => x.index - y.index);
  }

  #candidatesOfOpener(
    query: ConsiderationQuery,
    openerCell: number,
    responderCell: number,
    responderPort: number,
    halves: boolean,
  ): Candidate[] {
    const candidates: Candidate[] = [];
    const openerArea = this.#placement.ofCell(openerCell).area;
    const responderArea = this.#placement.ofCell(responderCell).area;
    const add = (index: number, forward: boolean, endFailed: ConduitField | null): void => {
      const conduit = this.#conduits[index];
      const terms = this.#terms[index];
      if (conduit === undefined || terms === undefined) return;
      const failed = endFailed ?? this.#firstFailure(index, conduit, forward, responderPort, query);
      const cellAllows = mayPermit(terms, openerArea, responderArea, this.#model);
      const names = failed === null ? compareNames(conduit, forward, query.names ?? null) : 'fit';
      candidates.push({
        index,
        conduit,
        forward,
        failed: names === 'differ' ? 'names' : failed,
        cellAllows,
        openerArea,
        responderArea,
        isNameUnseen: names === 'unseen',
      });
    };
    const openerEnds = this.#ends.ofCell(openerCell);
    const responderEnds = this.#ends.ofCell(responderCell);
    // ends are numbered in pairs: even the conduit's from, odd its to
    const isTo = (end: number): boolean => (end & 1) === 1;
    const [fewer, more] =
      openerEnds.size < responderEnds.size ? [openerEnds, responderEnds] : [responderEnds, openerEnds];
    for (const end of fewer) {
      if (more.has(end ^ 1)) add(end >>> 1, isTo(end) === (fewer === responderEnds), null);
    }
    if (halves) {
      for (const end of responderEnds) {
        if (!openerEnds.has(end ^ 1)) add(end >>> 1, isTo(end), isTo(end) ? 'from' : 'to');
      }
      for (const end of openerEnds) {
        if (!responderEnds.has(end ^ 1)) add(end >>> 1, !isTo(end), isTo(end) ? 'from' : 'to');
      }
    }
    return candidates;
  }

  /** Fields after the ends, in the order of CONDUIT_FIELDS. */
  #firstFailure(
    index: number,
    conduit: Conduit,
    forward: boolean,
    responderPort: number,
    query: ConsiderationQuery,
  ): ConduitField | null {
    if (!protocolFits(conduit.protocol, query.proto)) return 'protocol';
    if (conduit.initiator !== 'either' && (conduit.initiator === 'from') !== forward) return 'initiator';
    if (
      conduit.ports !== null &&
      !arePortsUnknown(query) &&
      !conduit.ports.some((range) => responderPort >= range.from && responderPort <= range.to)
    ) {
      return 'ports';
    }
    const via = this.#via[index] ?? null;
    if (via !== null && isForwardedElsewhere(via, query)) return 'via';
    if (query.time === null || (conduit.approval === null && conduit.limits.hours === null)) return null;
    const { date, minuteOfDay } = this.#localTime(query.time);
    const begins = conduit.approval?.date ?? date;
    const ends = conduit.approval?.validUntil ?? date;
    if (date < begins || date > ends) return 'validity';
    const { hours } = conduit.limits;
    if (hours === null) return null;
    const isOpen =
      hours.from < hours.to
        ? minuteOfDay >= hours.from && minuteOfDay < hours.to
        : minuteOfDay >= hours.from || minuteOfDay < hours.to;
    return isOpen ? null : 'hours';
  }

  /**
   * The ends are those of a screen transfer, opened by the wrong side: the wrong one for the model where the model
   * decides (LGWAN and Internet), else the side that the conduit does not name.
   */
  #isReversedScreen(candidate: Candidate): boolean {
    if (candidate.conduit.kind !== 'screenTransfer') return false;
    const terms: ConduitTerms = { kind: 'screenTransfer', throughSecurityCloud: false };
    const opposite = mayPermit(terms, candidate.responderArea, candidate.openerArea, this.#model);
    if (candidate.cellAllows !== opposite) return !candidate.cellAllows;
    return candidate.conduit.initiator !== 'either' && (candidate.conduit.initiator === 'from') !== candidate.forward;
  }

  /** Flows come in order of time: one minute is asked for many times in a row. */
  #localTime(time: Nanoseconds): LocalTime {
    const number = time / 60_000_000_000n;
    if (this.#minute?.number !== number) this.#minute = { number, local: localTime(time, this.#timezone) };
    return this.#minute.local;
  }

  #cellOf(text: string): number {
    const address = parseAddress(text);
    if (address === undefined) throw new Error(`not an address: ${text}`);
    return this.#placement.cells.of(address);
  }
}

function rankOf(consideration: Consideration): number {
  if (consideration.failed !== null) return CONDUIT_FIELDS.indexOf(consideration.failed);
  return CONDUIT_FIELDS.length + (consideration.cellAllows ? 1 : 0);
}

/** One that permits for certain is nearer than one of which nobody knows. */
function isNearer(candidate: Candidate, best: Candidate): boolean {
  const [rank, other] = [rankOf(candidate), rankOf(best)];
  return rank > other || (rank === other && best.isNameUnseen && !candidate.isNameUnseen);
}

/** The names of a designated cloud are the subject of check 18, which knows the other designations of the host, too. */
function compareNames(
  conduit: Conduit,
  forward: boolean,
  names: readonly string[] | null,
): 'fit' | 'differ' | 'unseen' {
  const registered = (forward ? conduit.to : conduit.from).names;
  if (registered.length === 0 || names === null || conduit.kind === 'designatedCloud') return 'fit';
  if (names.length === 0) return 'unseen';
  return names.every((name) => registered.some((entry) => matchesName(name, entry))) ? 'fit' : 'differ';
}

function protocolFits(protocol: Conduit['protocol'], proto: number): boolean {
  if (protocol === 'any') return true;
  if (protocol === 'icmp') return ICMP_PROTOCOLS.includes(proto);
  return proto === (protocol === 'tcp' ? 6 : 17);
}
