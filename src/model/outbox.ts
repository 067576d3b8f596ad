/** A message that waits to be sent. */
export interface WaitingMessage {
  readonly number: number;
  readonly channel: string;
  /** milliseconds since 1970 */
  readonly createdAt: number;
  readonly dueAt: number;
  /** how often it was tried in vain */
  readonly attempts: number;
  /** what came of the last try */
  readonly problem: string | null;
  readonly body: string;
}

/** Messages and notes that outlive the process that wrote them. */
export interface Outbox {
  put(channel: string, body: string, now: number): void;
  /** what is due, oldest first */
  due(channel: string, now: number, limit: number): readonly WaitingMessage[];
  /** the oldest that is due, put off until `leaseUntil` in the same step: no other process takes it meanwhile */
  claim(channel: string, now: number, leaseUntil: number): WaitingMessage | null;
  /** when the next message of a channel is due; `null`: none waits */
  nextDue(channel: string): number | null;
  count(channel: string): number;
  sent(number: number): void;
  postpone(number: number, dueAt: number, problem: string): void;
  /** something to remember by its name; `null`: nothing was */
  note(name: string): string | null;
  setNote(name: string, value: string): void;
  /** all or nothing of what is done inside */
  together<T>(work: () => T): T;
}
