import type {
  AppProtocol,
  DnsFact,
  FileFact,
  MailFact,
  NameFact,
  Opaque,
  RdpFacts,
  Shortfall,
  SmbFacts,
  TlsFacts,
} from '../model/facts.js';

/** Which end speaks, as the content itself shows: the one that asks is the client. */
export type Role = 'client' | 'server';

/** A data connection that an FTP dialogue announced (RFC 959 section 3.2; RFC 2428), as far as it has told. */
export interface AnnouncedTransfer {
  /** the end of the control connection at which it will be opened, and the port there */
  readonly listener: Role;
  readonly port: number;
  /** what the command behind it moves; null: no command was heard, or a listing of names */
  file: {
    readonly name: string | null;
    readonly sender: Role;
    /** REST: only the rest of a file (RFC 3659 section 5) */
    readonly isPartial: boolean;
  } | null;
}

/** A fact without its frame: the notes know which frame is being read. */
export type Unplaced<T> = Omit<T, 'at'>;

/**
 * Where an inspector writes what it learns. Bounded: what finds no room is noted as shortfall `limit`. Text is cut to
 * the lengths of model/facts.ts here; the inspector bounds what it buffers itself.
 */
export interface Notes {
  name(fact: Unplaced<NameFact>): void;
  /** later calls replace earlier ones */
  tls(facts: TlsFacts): void;
  rdp(facts: Unplaced<RdpFacts>): void;
  smb(facts: SmbFacts): void;
  mail(fact: Unplaced<MailFact>): void;
  file(fact: Unplaced<FileFact>): void;
  dns(fact: Unplaced<Omit<DnsFact, 'count'>>): void;
  opaque(kind: Opaque): void;
  shortfall(kind: Shortfall): void;
  /**
   * From here on the stream carries another protocol (after CONNECT, SOCKS, STARTTLS): the following bytes of both
   * directions go to a fresh recognition; this inspector is not asked again (its `end` is called at once).
   * @param expected where the protocol is known beforehand
   * @param clientRest bytes that this inspector was given and that belong to the new protocol already
   */
  handOver(expected: AppProtocol | null, clientRest?: Uint8Array, serverRest?: Uint8Array): void;
  /** a further connection between the same two hosts belongs to this one; `file` may be told later */
  announce(transfer: AnnouncedTransfer): void;
}

/** What an inspector is told when it is made. */
export interface InspectionContext {
  readonly notes: Notes;
  /** `names`: only names and protocols matter, bodies may be skipped; `content`: mails and files matter too */
  readonly depth: 'names' | 'content';
  /** port of the server */
  readonly serverPort: number;
  /** packet time of the bytes that are being fed, seconds since the run's origin */
  now(): number;
}

/**
 * Reads one TCP connection. Bytes come in order, each once; holes are told. Must never throw, hang or buffer without
 * bound, whatever the bytes are. Facts whose answer is outstanding (a CONNECT without status yet) are held back until
 * the answer or `end`.
 */
export interface StreamInspector {
  /** @param bytes next bytes of one direction; the array is reused after the call: copy what is kept */
  feed(role: Role, bytes: Uint8Array): void;
  /** `length` bytes of that direction are missing; the next `feed` continues behind the hole */
  skip(role: Role, length: number): void;
  /**
   * the flow is over, or was handed over: last facts are noted now; called once
   * @param isOver every byte of both directions was delivered, up to their FIN
   */
  end(isOver?: boolean): void;
  /** nothing more can be learned: the flow is no longer watched */
  readonly isDone: boolean;
}

/** Reads one UDP flow, datagram by datagram. */
export interface DatagramInspector {
  /** @param isCut the snapshot length cut the datagram off */
  feed(role: Role, datagram: Uint8Array, isCut: boolean): void;
  end(): void;
  readonly isDone: boolean;
  /** nothing is held back: `end` would note nothing now. Where it is absent, something always may be */
  readonly isAtRest?: boolean;
}

/** Makes the inspector of one protocol. */
export type StreamInspectorFactory = (context: InspectionContext) => StreamInspector;
export type DatagramInspectorFactory = (context: InspectionContext) => DatagramInspector;
