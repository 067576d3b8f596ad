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
import type { AnnouncedTransfer, Notes, Unplaced } from './inspector.js';
import { QuestionList } from './question-list.js';

const NONE: never[] = [];

/** Who feeds the inspectors of a flow, and does what they ask for. */
export type Carrier = Pick<Notes, 'handOver' | 'announce'>;

/** What the inspectors of one flow have learnt so far: one object for most flows, since tens of thousands live at a time. */
export class FlowNotes implements Notes {
  /** facts that all flows hold together */
  readonly #budget: HeldBudget;
  #carrier: Carrier | null = null;
  protocol: AppProtocol | null = null;
  inner: AppProtocol | null = null;
  carried: Carried | null = null;
  unrecognised = false;
  client: Side | null = null;
  /** the record that is being read, set for every packet: an object is made of it only where a fact needs one */
  fileNumber = 0;
  frameNumber = 0;
  /** the record of the first bytes of side a and of side b; file -1: none */
  #firstFileOfA = -1;
  #firstFrameOfA = 0;
  #firstFileOfB = -1;
  #firstFrameOfB = 0;
  /** facts that found no room */
  refused = 0;
  // most flows fill none of these: they share the empty ones
  #names: NameFact[] = NONE;
  #mails: MailFact[] = NONE;
  #files: FileFact[] = NONE;
  #dns: QuestionList | null = null;
  #shortfalls: Shortfall[] = NONE;
  #tls: TlsFacts | null = null;
  #rdp: RdpFacts | null = null;
  #smb: SmbFacts | null = null;
  #opaque: Opaque | null = null;

  constructor(budget = new HeldBudget(LIMITS.factsInAll)) {
    this.#budget = budget;
  }

  /** Goes on with what was noted before: of that the budget knows. */
  static of(facts: Facts, budget: HeldBudget): FlowNotes {
    const notes = new FlowNotes(budget);
    notes.protocol = facts.protocol;
    notes.inner = facts.inner;
    notes.carried = facts.carried;
    notes.unrecognised = facts.unrecognised;
    notes.client = facts.client;
    const [ofA, ofB] = facts.firstBytes;
    if (ofA !== null) [notes.#firstFileOfA, notes.#firstFrameOfA] = [ofA.file, ofA.frame];
    if (ofB !== null) [notes.#firstFileOfB, notes.#firstFrameOfB] = [ofB.file, ofB.frame];
    notes.#names = [...facts.names];
    notes.#mails = [...facts.mails];
    notes.#files = [...facts.files];
    notes.#dns = facts.dns.length === 0 ? null : QuestionList.of(facts.dns);
    notes.#shortfalls = [...facts.shortfalls];
    notes.#tls = facts.tls;
    notes.#rdp = facts.rdp;
    notes.#smb = facts.smb;
    notes.#opaque = facts.opaque;
    return notes;
  }

  get at(): FactFrame {
    return { file: this.fileNumber, frame: this.frameNumber };
  }

  /** bytes of this side are read: the first ones are in the record that is being read now */
  sawBytes(side: 0 | 1): void {
    if (side === 0) {
      if (this.#firstFileOfA >= 0) return;
      this.#firstFileOfA = this.fileNumber;
      this.#firstFrameOfA = this.frameNumber;
    } else if (this.#firstFileOfB < 0) {
      this.#firstFileOfB = this.fileNumber;
      this.#firstFrameOfB = this.frameNumber;
    }
  }

  name(fact: Unplaced<NameFact>): void {
    if (!this.#hasRoom(this.#names)) return;
    const { source, port, answer, status, ech } = fact;
    this.#names = [...this.#names, { source, name: cut(fact.name), port, answer, status, ech, at: this.at }];
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
    this.#dns ??= new QuestionList();
    const { type, rcode, addresses } = fact;
    const question = { name: cut(fact.name), type, rcode, addresses, count: 1, at: this.at };
    if (!this.#dns.add(question, this.#budget)) this.#overflow();
  }

  opaque(kind: Opaque): void {
    this.#opaque ??= kind;
  }

  shortfall(kind: Shortfall): void {
    if (!this.#shortfalls.includes(kind)) this.#shortfalls = [...this.#shortfalls, kind];
  }

  handOver(expected: AppProtocol | null, clientRest?: Uint8Array, serverRest?: Uint8Array): void {
    this.#carrier?.handOver(expected, clientRest, serverRest);
  }

  announce(transfer: AnnouncedTransfer): void {
    this.#carrier?.announce(transfer);
  }

  /** The face that an inspector sees, with what it may ask of the conversation. */
  bind(carrier: Carrier): Notes {
    this.#carrier = carrier;
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
      dns: this.#dns?.toFacts() ?? NONE,
      opaque: this.#opaque,
      shortfalls: this.#shortfalls,
      firstBytes: [
        this.#firstFileOfA < 0 ? null : { file: this.#firstFileOfA, frame: this.#firstFrameOfA },
        this.#firstFileOfB < 0 ? null : { file: this.#firstFileOfB, frame: this.#firstFrameOfB },
      ],
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
  const inMails = mails.length === 0 ? 0 : mails.reduce((sum, { parts }) => sum + 1 + parts.length, 0);
  return names.length + files.length + dns.length + inMails;
}
