import { maskPersonalNumbers } from '../../base/personal-number.js';
import { NameFinder, type FoundName } from './find-names.js';
import type { Pseudonyms } from './pseudonyms.js';

const MAC =
  /(?<![0-9A-Fa-f])(?:[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2}|[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4}\.[0-9A-Fa-f]{4})(?![0-9A-Fa-f])/g;
const IPV6 = /(?<![0-9A-Fa-f:])(?=[0-9A-Fa-f]*:)[0-9A-Fa-f:]{2,39}(?:(?<=:)\d{1,3}(?:\.\d{1,3}){3})?(?:\/\d{1,3})?/g;
const IPV4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?(?!\d|\.\d)/g;
/** A domain name, a mail address, the name of a file: words joined by dots, the last of letters. */
const DOTTED = /[\p{L}\p{N}_-]+(?:[.@][\p{L}\p{N}_-]+)*\.\p{L}[\p{L}\p{N}-]+/gu;

/** A name that was found in the report or in the topology, and what stands for it. */
export type KnownNames = ReadonlyMap<string, string>;

/** Finds something that identifies, and says what stands for it. */
type Stage = (text: string) => Iterable<FoundName>;

/** Replaces in running text what identifies: known names, addresses, and what looks like a name from a packet. */
export class TextScrubber {
  readonly #text: readonly Stage[];
  readonly #catalogue: readonly Stage[];

  /** @param names by their lower-case form */
  constructor(pseudonyms: Pseudonyms, names: KnownNames) {
    const every = new NameFinder(names);
    const distinctive = new NameFinder([...names].filter(([name]) => DISTINCTIVE.test(name)));
    const addresses: Stage[] = [
      matching(MAC, (mac) => pseudonyms.mac(mac)),
      matching(IPV6, (match) => insideColons(match, (address) => pseudonyms.address(address))),
      matching(IPV4, (match) => pseudonyms.address(match) ?? match),
    ];
    const dotted = matching(DOTTED, (name) => pseudonyms.name('name', name.toLowerCase()));
    this.#text = [(text) => every.find(text), ...addresses, dotted];
    this.#catalogue = [(text) => distinctive.find(text), ...addresses];
  }

  /** A text that was made for this report. */
  scrub(text: string): string {
    return runStages(maskPersonalNumbers(text), this.#text);
  }

  /** A text of the catalogue, the same in every report: a host that is called "proxy" does not make it unreadable. */
  scrubCatalogue(text: string): string {
    return runStages(maskPersonalNumbers(text), this.#catalogue);
  }
}

/** A name that no sentence has by chance. */
const DISTINCTIVE = /^[\x21-\x7e]*[\d_.-][\x21-\x7e]*$/;

/** What one stage has replaced, the following ones do not see. */
function runStages(text: string, [stage, ...rest]: readonly Stage[]): string {
  if (stage === undefined || text === '') return text;
  let done = '';
  let position = 0;
  for (const { index, length, pseudonym } of stage(text)) {
    done += runStages(text.slice(position, index), rest) + pseudonym;
    position = index + length;
  }
  return done + runStages(text.slice(position), rest);
}

/** What matches and turns out to be no address is left to the stages after this one. */
function matching(pattern: RegExp, pseudonymOf: (match: string) => string): Stage {
  return (text) =>
    [...text.matchAll(pattern)]
      .map((match) => ({ index: match.index, length: match[0].length, pseudonym: pseudonymOf(match[0]) }))
      .filter(({ index, length, pseudonym }) => pseudonym !== text.slice(index, index + length));
}

/** A colon before or behind an address belongs to the sentence. */
function insideColons(match: string, pseudonym: (address: string) => string | undefined): string {
  for (const form of [/^()(.+)()$/, /^()(.+?)(:+)$/, /^(:)(.+)()$/, /^(:)(.+?)(:+)$/]) {
    const [, before = '', address = '', after = ''] = form.exec(match) ?? [];
    const found = address.includes(':') ? pseudonym(address) : undefined;
    if (found !== undefined) return before + found + after;
  }
  return match;
}
