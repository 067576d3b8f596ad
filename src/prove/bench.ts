import type { Finding } from '../model/report.js';
import { check } from '../scan/check.js';
import type { CaptureArgument } from '../scan/options.js';
import type { Ground } from './ground.js';
import type { Play } from './plant.js';
import { recordPlay } from './record-play.js';

/** findings of that many plays are remembered: a conduit's own traffic is the neighbour of many cases */
const REMEMBERED = 2000;

export interface Result {
  readonly captures: readonly CaptureArgument[];
  readonly findings: readonly Finding[];
}

/** Plays one thing at a time and asks the real pipeline about nothing but that: what it finds is about it. */
export class Bench {
  readonly ground: Ground;
  readonly #folder: string;
  readonly #remembered = new Map<string, readonly Finding[]>();

  /** @param folder where the captures of one play are written; those of the next take their place */
  constructor(ground: Ground, folder: string) {
    this.ground = ground;
    this.#folder = folder;
  }

  async try(play: Play): Promise<Result> {
    const captures = recordPlay(this.ground, play, this.#folder);
    if (captures.length === 0) return { captures, findings: [] };
    const { findings } = await check({ captures, topology: this.ground.topology, hash: false });
    return { captures, findings };
  }

  async findingsOf(play: Play): Promise<readonly Finding[]> {
    const key = `${play.start} ${JSON.stringify(play.acts)}`;
    const known = this.#remembered.get(key) ?? (await this.try(play)).findings;
    if (this.#remembered.size < REMEMBERED) this.#remembered.set(key, known);
    return known;
  }
}
