import { isIP } from 'node:net';
import { AREAS } from '../../model/place.js';
import type { ScanReport } from '../../model/report.js';
import type { Pseudonyms } from './pseudonyms.js';
import type { KnownNames } from './scrub-text.js';

/** Names that the caller knows beside those in the report, e.g. every host of the topology. */
export interface FurtherNames {
  readonly hosts: readonly string[];
  /** domains, labels, remarks: whatever else may show up in a text */
  readonly others: readonly string[];
}

export const NO_FURTHER_NAMES: FurtherNames = { hosts: [], others: [] };

/** Everything that has a name, with its pseudonym, by its lower-case form. What was registered first decides the kind. */
export class NameRegister {
  readonly #pseudonyms: Pseudonyms;
  readonly #names = new Map<string, string>();

  constructor(pseudonyms: Pseudonyms) {
    this.#pseudonyms = pseudonyms;
  }

  get names(): KnownNames {
    return this.#names;
  }

  /** The pseudonym of a name; the same for every spelling that differs in case only. */
  of(kind: string, name: string): string {
    const key = name.toLowerCase();
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const pseudonym = this.#pseudonyms.name(kind, key);
    this.#names.set(key, pseudonym);
    return pseudonym;
  }

  /** A file keeps the ending that tells its format. */
  ofFile(path: string): string {
    const ending = /\.(?:pcap|pcapng|cap|yaml|yml|json)(?:\.(?:gz|zst))?$/i.exec(path)?.[0] ?? '';
    const key = path.toLowerCase();
    const known = this.#names.get(key);
    if (known !== undefined) return known;
    const pseudonym = this.#pseudonyms.name('file', key) + ending.toLowerCase();
    this.#names.set(key, pseudonym);
    const base = path.split(/[\\/]/).at(-1) ?? '';
    if (base !== '' && !this.#names.has(base.toLowerCase())) this.#names.set(base.toLowerCase(), pseudonym);
    return pseudonym;
  }

  /** Takes down the names of a report, before any of its texts is looked at. */
  learn(report: ScanReport, further: FurtherNames): void {
    const { plan, inputs, coverage } = report;
    for (const { name } of plan.gateways) this.of('gateway', name);
    for (const name of further.hosts) this.of('host', name);
    for (const { name } of plan.points) this.of('point', name);
    for (const { point } of coverage.points) if (point !== null) this.of('point', point);
    for (const { id } of plan.conduits) this.of('conduit', id);
    for (const { conduit } of coverage.conduits) this.of('conduit', conduit);
    for (const { from, to, via } of plan.conduits) {
      for (const gateway of via) this.of('gateway', gateway);
      for (const name of [...from.names, ...to.names]) this.of('name', name);
      for (const member of [...from.members, ...to.members]) this.#learnMember(member);
    }
    for (const { title } of [...plan.conduits, ...coverage.conduits]) this.of('title', title);
    for (const { segments } of plan.zones) for (const { name } of segments) if (name !== null) this.of('segment', name);
    this.of('body', inputs.topology.organization);
    this.ofFile(inputs.topology.file);
    for (const { file } of inputs.captures) this.ofFile(file);
    for (const name of further.others) this.of('name', name);
    const all = [...report.findings, ...(report.comparison?.gone ?? [])];
    for (const { from, to } of all) {
      for (const { host } of [from, to]) if (host !== null) this.of('host', host);
    }
    for (const { indicators = [] } of all) for (const { value } of indicators) this.#learnValue(value);
  }

  /** The name of a host among the members of an end: no address, prefix, zone or realm. */
  #learnMember(member: string): void {
    const isPlace = AREAS.some((area) => area === member) || this.#pseudonyms.address(member) !== undefined;
    if (!isPlace) this.of('host', member.split('/')[0] ?? member);
  }

  /** A field of a packet, and the names in it that a summary may quote: attacker text, so length and shape decide. */
  #learnValue(value: string): void {
    const parts = value.split(/[\s:;,/\\()[\]<>"'=@→]+/u).filter((part) => /[.\P{ASCII}_-]/u.test(part));
    for (const part of parts) if (part.length >= 4 && part.length <= 255 && isIP(part) === 0) this.of('name', part);
  }
}
