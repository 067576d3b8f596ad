import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A file that waits to be read, or was read. */
export interface SpoolFile {
  readonly point: string | null;
  readonly path: string;
  readonly bytes: number;
  /** wall clock, milliseconds */
  readonly modified: number;
}

/** `1764158400123_00042_20261126120005.pcapng`, or of tcpdump `1764158400123_1764158405.pcap` */
const NAME = /^(\d+)_(\d+)(?:_\d+)?\.pcap(?:ng)?$/;

/** Place in the order of capturing: when the program was started, and the number (or second) that it gave the file. */
export type SpoolOrder = readonly [started: number, number: number];

export function orderOf(path: string): SpoolOrder | null {
  const [, started, number] = NAME.exec(basename(path)) ?? [];
  return started === undefined || number === undefined ? null : [Number(started), Number(number)];
}

export function compareOrder(x: SpoolOrder, y: SpoolOrder): number {
  return x[0] - y[0] || x[1] - y[1];
}

/** Was it written by a capture program of ours? */
export function isSpooled(spool: string, path: string): boolean {
  return path.startsWith(join(spool, '/')) && orderOf(path) !== null;
}

/** The folder into which the capture program writes for one capture point. */
export class SpoolFolder {
  readonly path: string;
  readonly #point: string;

  constructor(spool: string, point: string) {
    this.path = join(spool, folderNameOf(point));
    this.#point = point;
    mkdirSync(this.path, { recursive: true, mode: 0o750 });
  }

  /** Where a life of the program that begins now writes. */
  stem(now: number): string {
    return join(this.path, `${Math.floor(now)}`);
  }

  /** Whole files in the order of capturing. @param writing stems to which a program still adds: the newest of each is not whole */
  list(writing: readonly string[]): SpoolFile[] {
    const files: { readonly file: SpoolFile; readonly order: SpoolOrder }[] = [];
    for (const name of readdirSync(this.path)) {
      const order = orderOf(name);
      if (order === null) continue;
      const path = join(this.path, name);
      const stats = statSync(path, { throwIfNoEntry: false });
      if (stats === undefined) continue;
      files.push({ order, file: { point: this.#point, path, bytes: stats.size, modified: stats.mtimeMs } });
    }
    files.sort((x, y) => compareOrder(x.order, y.order));
    const growing = new Set(
      writing.map((stem) => files.findLast(({ order }) => `${order[0]}` === basename(stem))?.file.path),
    );
    return files.map(({ file }) => file).filter(({ path }) => !growing.has(path));
  }
}

/** A capture point's name comes from the topology: nothing of it may lead out of the spool. */
function folderNameOf(point: string): string {
  const plain = point.replace(/[^\w.-]/g, (character) => `%${character.codePointAt(0)?.toString(16) ?? ''}`);
  return /^\.+$/.test(plain) ? `%${plain}` : plain;
}
