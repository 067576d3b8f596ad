import { LIMITS } from '../base/limits.js';
import type { Side } from '../model/flow.js';
import type {
  AppProtocol,
  Carried,
  DnsFact,
  FactFrame,
  Facts,
  FileFact,
  MailFact,
  NameFact,
  Opaque,
  RdpFacts,
  Shortfall,
  SmbFacts,
  TlsFacts,
} from '../model/facts.js';
import { HeldBudget } from './held-budget.js';
import type { Notes, Unplaced } from './inspector.js';

const NONE: never[] = [];
const NOBODY = (): void => undefined;

/** What the inspectors of one flow have learnt so far. */
export class FlowNotes implements Notes {
  /** facts that all flows hold together */
  readonly #budget: HeldBudget;
  protocol: AppProtocol | null = null;
  inner: AppProtocol | null = null;
  carried: Carried | null = null;
  unrecognised = false;
  client: Side | null = null;
  /** the record that is being read, set for every packet: an object is made of it only where a fact needs one */
  fileNumber = 0;
  frameNumber = 0;
  handOver: Notes['handOver'] = NOBODY;
  announce: Notes['announce'] = NOBODY;
  readonly firstBytes: [FactFrame | null, FactFrame | null] = [null, null];
  /** facts that found no room */
  refused = 0;
  // most flows fill none of these: they share the empty ones
  #names: NameFact[] = NONE;
  #mails: MailFact[] = NONE;
  #files: FileFact[] = NONE;
  #dns: Map<string, DnsFact> | null = null;
  #shortfalls: Shortfall[] = NONE;
  #tls: TlsFacts | null = null;
  #rdp: RdpFacts | null = null;
  #smb: SmbFacts | null = null;
  #opaque: Opaque | null = null;

  constructor(budget = new HeldBudget(LIMITS.factsInAll)) {
    this.#budget = budget;
  }

  get at(): FactFrame {
    return { file: this.fileNumber, frame: this.frameNumber };
  }

  name(fact: Unplaced<NameFact>): void {
    if (this.#hasRoom(this.#names)) this.#names = [...this.#names, { ...fact, name: cut(fact.name), at: this.at }];
  }

  tls(facts: TlsFacts): void {
    this.#tls = facts;
  }

  rdp(facts: Unplaced<RdpFacts>): void {
    this.#rdp = { ...facts, at: this.at };
  }

  smb(facts: SmbFacts): void {
    this.#smb = facts;
  }

  mail(fact: Unplaced<MailFact>): void {
    if (this.#hasRoom(this.#mails, 1 + fact.parts.length)) this.#mails = [...this.#mails, { ...fact, at: this.at }];
  }

  file(fact: Unplaced<FileFact>): void {
    if (this.#hasRoom(this.#files))
      this.#files = [...this.#files, { ...fact, name: cutOrNull(fact.name), at: this.at }];
  }

  /** the same question with the same answer is counted, not repeated */
  dns(fact: Unplaced<Omit<DnsFact, 'count'>>): void {
    const questions = (this.#dns ??= new Map<string, DnsFact>());
    const key = JSON.stringify([fact.name, fact.type, fact.rcode]);
    const known = questions.get(key);
    if (known !== undefined) questions.set(key, { ...known, count: known.count + 1 });
    else if (questions.size < LIMITS.dnsQuestionsPerFlow && this.#budget.take(1))
      questions.set(key, { ...fact, name: cut(fact.name), count: 1, at: this.at });
    else this.#overflow();
  }

  opaque(kind: Opaque): void {
    this.#opaque ??= kind;
  }

  shortfall(kind: Shortfall): void {
    if (!this.#shortfalls.includes(kind)) this.#shortfalls = [...this.#shortfalls, kind];
  }

  /** The face that an inspector sees, with what it may ask of the conversation. */
  bind(handOver: Notes['handOver'], announce: Notes['announce'] = () => undefined): Notes {
    this.handOver = handOver;
    this.announce = announce;
    return this;
  }

  /** a copy that no longer changes */
  toFacts(): Facts {
    return {
      protocol: this.protocol,
      unrecognised: this.unrecognised,
      inner: this.inner,
      carried: this.carried,
      client: this.client,
      names: this.#names,
      tls: this.#tls,
      rdp: this.#rdp,
      smb: this.#smb,
      mails: this.#mails,
      files: this.#files,
      dns: this.#dns === null ? NONE : [...this.#dns.values()],
      opaque: this.#opaque,
      shortfalls: this.#shortfalls,
      firstBytes: [...this.firstBytes],
    };
  }

  #hasRoom(list: readonly unknown[], count = 1): boolean {
    if (list.length < LIMITS.factsPerFlow && this.#budget.take(count)) return true;
    this.#overflow();
    return false;
  }

  #overflow(): void {
    this.refused++;
    this.shortfall('limit');
  }
}

function cut(text: string): string {
  return text.length > LIMITS.factTextLength ? text.slice(0, LIMITS.factTextLength) : text;
}

function cutOrNull(text: string | null): string | null {
  return text === null ? null : cut(text);
}

/** What the facts of a flow took of the budget. */
export function weightOf({ names, mails, files, dns }: Facts): number {
  return names.length + files.length + dns.length + mails.reduce((sum, { parts }) => sum + 1 + parts.length, 0);
}
