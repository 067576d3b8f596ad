import { LIMITS } from '../../base/limits.js';
import type { HeardFrame } from '../heard-frame.js';
import type { WirePlace } from '../wire-places.js';

/** A card spoke for an address. */
export interface Claim {
  readonly card: string;
  readonly address: string;
  readonly place: WirePlace;
  readonly time: number;
  readonly frame: HeardFrame;
}

/** What one card said of itself by ARP on the wires of one area. */
interface Speech {
  asked: Claim | null;
  answered: Claim | null;
  /** it answers for several addresses: perhaps for others (proxy ARP) */
  answersForOthers: boolean;
}

/**
 * Which cards spoke ARP for an address of the very area on whose wire they stand (domain.md D-MAC2). Nearly all do it in
 * one area alone, and of those nothing is told. Who asks says its own address; who answers for more than one address may
 * speak for others.
 */
export class ArpCards {
  /** by card, then by area */
  readonly #cards = new Map<string, Map<string, Speech>>();

  /** one that goes on by itself */
  copy(): ArpCards {
    const copy = new ArpCards();
    for (const [card, speeches] of this.#cards)
      copy.#cards.set(card, new Map([...speeches].map(([area, speech]) => [area, { ...speech }])));
    return copy;
  }

  /** @returns false when there is no room for the card */
  note(claim: Claim, isQuestion: boolean): boolean {
    const { card, address, place } = claim;
    const area = place.area ?? '';
    let speeches = this.#cards.get(card);
    if (speeches === undefined) {
      if (this.#cards.size >= LIMITS.sightings) return false;
      speeches = new Map<string, Speech>();
      this.#cards.set(card, speeches);
    }
    let speech = speeches.get(area);
    if (speech === undefined) {
      speech = { asked: null, answered: null, answersForOthers: false };
      speeches.set(area, speech);
    }
    if (isQuestion) speech.asked ??= claim;
    else if (speech.answered === null) speech.answered = claim;
    else if (speech.answered.address !== address) speech.answersForOthers = true;
    return true;
  }

  /**
   * What is worth telling: of cards that stand in more than one area, by ARP or by what else is known.
   * @param areasOf areas in which the card sent packets
   */
  *told(areasOf: (card: string) => ReadonlySet<string> | undefined): Iterable<Claim> {
    for (const [card, speeches] of this.#cards) {
      const claims = [...speeches].flatMap(([area, speech]) => {
        const claim = claimOf(speech);
        return claim === null ? [] : [{ area, claim }];
      });
      const areas = new Set([...(areasOf(card) ?? []), ...claims.map(({ area }) => area)]);
      if (areas.size > 1) for (const { claim } of claims) yield claim;
    }
  }
}

function claimOf({ asked, answered, answersForOthers }: Speech): Claim | null {
  return asked ?? (answersForOthers ? null : answered);
}
