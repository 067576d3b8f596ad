import { createWriteStream, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * A name from a browser, made harmless: its last part, letters, digits and a few marks. It keeps its beginning and
 * ending, as capture points are told by file names (`match.file` of the topology).
 */
export function safeFileName(name: string): string {
  const last = basename(name.replaceAll('\\', '/'));
  const safe = last.replace(/[^\p{L}\p{N}._-]/gu, '_').replace(/^\.+/, '_');
  return safe.slice(0, 120) || 'capture';
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** More was sent than is taken. */
export class TooMuch extends Error {}

/** A file on its way. */
export interface Arrival {
  /** of the upload */
  readonly id: string;
  /** of the file in it */
  readonly number: number;
  readonly name: string;
  readonly content: Readable;
  /** most bytes that are taken */
  readonly bound: number;
  readonly signal: AbortSignal;
}

/** Where uploaded captures lie until they are judged: readable by this user alone, emptied when the server is gone. */
export class Spool {
  readonly folder: string;

  /** @param root a folder of its own; what dead servers left in it is removed */
  constructor(root: string) {
    mkdirSync(root, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(root)) {
      const pid = Number(/^server-(\d+)$/.exec(name)?.[1] ?? 'NaN');
      if (pid === process.pid || (Number.isFinite(pid) && !isAlive(pid))) {
        rmSync(join(root, name), { recursive: true, force: true });
      }
    }
    this.folder = join(root, `server-${process.pid}`);
    mkdirSync(this.folder, { mode: 0o700 });
  }

  /** @throws TooMuch when more than the bound comes; nothing is left behind then */
  async write({ id, number, name, content, bound, signal }: Arrival): Promise<{ path: string; bytes: number }> {
    // a folder for each file: two may have the same name
    const folder = join(this.folder, id, String(number));
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const path = join(folder, safeFileName(name));
    let bytes = 0;
    const meter = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        if (bytes > bound) done(new TooMuch());
        else done(null, chunk);
      },
    });
    try {
      await pipeline(content, meter, createWriteStream(path, { flags: 'wx', mode: 0o600 }), { signal });
    } catch (error) {
      rmSync(folder, { recursive: true, force: true });
      throw error;
    }
    return { path, bytes };
  }

  remove(id: string): void {
    rmSync(join(this.folder, id), { recursive: true, force: true });
  }

  close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
