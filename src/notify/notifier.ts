import { randomUUID } from 'node:crypto';
import { LIMITS } from '../base/limits.js';
import type { HistoryStore } from '../model/history.js';
import type { WaitingMessage } from '../model/outbox.js';
import { sendFault, type Channel, type SendFault } from './channel.js';
import { collectChanges } from './collect-changes.js';
import { createChannel } from './create-channel.js';
import { makeDigest } from './make-digest.js';
import type { Notice } from './notice.js';
import type { ChannelSettings, NotifySettings } from './notify-settings.js';
import { localMoment } from './quiet.js';

/** How often the history is asked for news; whoever saved a run need not wait for it (`poke`). */
const PERIOD = 1000;

/** Delays between tries: they double from the first to the longest, and each is shortened at random by up to half. */
const FIRST_DELAY = 2000;
const LONGEST_DELAY = 3_600_000;

/** A message that nobody took for so long is given up, and that is logged. */
const GIVE_UP = 7 * 86_400_000;

export interface NotifierOptions {
  readonly store: HistoryStore;
  readonly settings: NotifySettings;
  readonly log: (level: 'info' | 'warn' | 'error', message: string, fields: Readonly<Record<string, unknown>>) => void;
  /** for tests */
  readonly now?: () => number;
  readonly random?: () => number;
  readonly channels?: readonly Channel[];
}

/** What became of the messages of a channel, whole counts since the notifier began. */
export interface ChannelCounts {
  readonly channel: string;
  /** in the store, to be sent */
  readonly waiting: number;
  readonly sent: number;
  /** tries that came to nothing */
  readonly failed: number;
  /** nobody was told: refused for good, or too old */
  readonly givenUp: number;
}

/**
 * Tells what the history says is news. Making a message and noting that it was made is one transaction; sending it comes
 * after, from the outbox, so that a crash at any moment loses nothing (and may send one message twice, with one id).
 */
export class Notifier {
  readonly #options: NotifierOptions;
  readonly #channels: readonly Channel[];
  readonly #counts = new Map<string, { sent: number; failed: number; givenUp: number }>();
  #timer: NodeJS.Timeout | null = null;
  #work: Promise<void> | null = null;
  #again = false;

  constructor(options: NotifierOptions) {
    this.#options = options;
    const { settings } = options;
    this.#channels = options.channels ?? settings.channels.map((channel) => createChannel(channel, settings));
    for (const { name } of this.#channels) this.#counts.set(name, { sent: 0, failed: 0, givenUp: 0 });
  }

  counts(): readonly ChannelCounts[] {
    const { outbox } = this.#options.store;
    return [...this.#counts].map(([channel, counts]) => ({ channel, waiting: outbox.count(channel), ...counts }));
  }

  /** works by itself until `stop` */
  start(): void {
    this.#timer ??= setInterval(() => this.poke(), PERIOD);
    this.poke();
  }

  /** there may be news: look now */
  poke(): void {
    if (this.#work !== null) {
      this.#again = true;
      return;
    }
    this.#work = this.step()
      .catch((error: unknown) => this.#options.log('error', 'notifying failed', { error: String(error) }))
      .finally(() => {
        this.#work = null;
        if (!this.#again) return;
        this.#again = false;
        this.poke();
      });
  }

  /** Ends after one more try of everything that is due; what was not sent waits in the store. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
    // the work at hand may have begun before the last news
    this.#again = false;
    await this.#work;
    this.poke();
    await this.#work;
  }

  /** Makes the messages that are due, and tries once to send each that waits. */
  async step(): Promise<void> {
    const { settings } = this.#options;
    for (const channel of settings.channels) this.#make(channel);
    await Promise.all(this.#channels.map(async (channel) => this.#deliver(channel)));
  }

  #now(): number {
    return this.#options.now?.() ?? Date.now();
  }

  #make(channel: ChannelSettings): void {
    const { store, settings } = this.#options;
    const now = this.#now();
    // the lock is asked for only where there is something to make; then it is looked at again, under the lock
    if (collectChanges(store, settings, channel, now) !== null) this.#makeNotice(channel, now);
    if (settings.digestMinute !== null) this.#makeDigest(channel, settings.digestMinute, now);
  }

  #makeNotice(channel: ChannelSettings, now: number): void {
    const { store, settings } = this.#options;
    store.outbox.together(() => {
      const collected = collectChanges(store, settings, channel, now);
      if (collected === null) return;
      const { changes, omitted } = collected;
      this.#put(channel, { ...this.#head(now), kind: 'changes', changes, omitted }, now);
      collected.keep();
    });
  }

  #makeDigest(channel: ChannelSettings, digestMinute: number, now: number): void {
    const { store, settings } = this.#options;
    const { day, minuteOfDay } = localMoment(now, settings.timezone);
    const note = `digest:${channel.name}`;
    if (minuteOfDay < digestMinute || store.outbox.note(note) === day) return;
    const digest = makeDigest(store, day, now);
    store.outbox.together(() => {
      // another process may have made it meanwhile
      if (store.outbox.note(note) === day) return;
      store.outbox.setNote(note, day);
      this.#put(channel, { ...this.#head(now), kind: 'digest', digest }, now);
    });
  }

  #head(now: number): Pick<Notice, 'schema' | 'id' | 'at' | 'site'> {
    const { site } = this.#options.settings;
    return { schema: 'sansou/notice/1', id: randomUUID(), at: new Date(now).toISOString(), site };
  }

  #put(channel: ChannelSettings, notice: Notice, now: number): void {
    this.#options.store.outbox.put(channel.name, JSON.stringify(notice), now);
  }

  async #deliver(channel: Channel): Promise<void> {
    const { store, log } = this.#options;
    const counts = this.#counts.get(channel.name) ?? { sent: 0, failed: 0, givenUp: 0 };
    for (let sent = 0; sent < LIMITS.waitingNotices; sent++) {
      const now = this.#now();
      // longer than a try can take: only where this process dies does another one take the message
      const message = store.outbox.claim(channel.name, now, now + 2 * channel.timeoutMilliseconds + 1000);
      if (message === null) break;
      const { remark, fault } = await this.#try(channel, message);
      const tries = message.attempts + 1;
      if (fault === null) {
        store.outbox.sent(message.number);
        counts.sent++;
        log('info', 'notified', { channel: channel.name, tries });
        if (remark !== null)
          log('warn', 'a notice did not reach everybody', { channel: channel.name, problem: remark });
        continue;
      }
      counts.failed++;
      const problem = fault.text.en;
      if (fault.isFinal || now - message.createdAt > GIVE_UP) {
        store.outbox.sent(message.number);
        counts.givenUp++;
        log('error', 'a notice was given up', { channel: channel.name, problem, tries });
        continue;
      }
      const delay = this.#delayAfter(message.attempts);
      store.outbox.postpone(message.number, this.#now() + delay, problem);
      log('warn', 'a notice could not be sent', { channel: channel.name, problem, nextTryMilliseconds: delay });
      // the one after it would meet the same wall
      break;
    }
  }

  async #try(channel: Channel, message: WaitingMessage): Promise<{ remark: string | null; fault: SendFault | null }> {
    try {
      const remark = await channel.send(JSON.parse(message.body) as Notice, new Date(this.#now()));
      return { remark: remark?.en ?? null, fault: null };
    } catch (error) {
      return { remark: null, fault: sendFault(error) };
    }
  }

  #delayAfter(attempts: number): number {
    const whole = Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(attempts, 30));
    const random = this.#options.random?.() ?? Math.random();
    return Math.round(whole * (0.5 + random / 2));
  }
}
