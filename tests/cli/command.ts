import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import { runCli } from '../../src/cli/run-cli.js';
import type { Surroundings } from '../../src/cli/surroundings.js';

/** Collects what is written to it. */
export class Paper extends Writable {
  text = '';
  isTTY = false;
  columns = 100;
  onText: (text: string) => void = () => undefined;

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error) => void): void {
    this.text += chunk.toString();
    this.onText(chunk.toString());
    done();
  }
}

export interface Outcome {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command inside this process, in English unless told otherwise. */
export async function command(argv: readonly string[], around: Partial<Surroundings> = {}): Promise<Outcome> {
  const stdout = new Paper();
  const stderr = new Paper();
  const status = await runCli(argv, {
    stdout,
    stderr,
    env: { LANG: 'C' },
    signals: new EventEmitter(),
    die: () => undefined,
    ...around,
  });
  return { status, out: stdout.text, err: stderr.text };
}
