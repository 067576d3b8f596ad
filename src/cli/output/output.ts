import type { Screen } from '../surroundings.js';

/** Where a result goes. */
export interface Output {
  write(piece: string): void;
  /** the reader has gone (`| head`): nothing more needs to be made */
  readonly closed: boolean;
  /** everything is written, and in its place */
  commit(): Promise<void>;
  /** gives up: nothing half-made stays behind */
  discard(): void;
}

/** Standard output. A reader that goes away is no fault; any other error is, and `commit` throws it. */
export function openStandardOutput(stdout: Screen): Output {
  let closed = false;
  let fault: Error | undefined;
  const onError = (error: NodeJS.ErrnoException): void => {
    closed = true;
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') fault = error;
  };
  stdout.on('error', onError);
  return {
    write(piece) {
      if (!closed) stdout.write(piece);
    },
    get closed() {
      return closed;
    },
    async commit() {
      if (!closed) await new Promise<void>((resolve) => stdout.write('', () => resolve()));
      // the error event of a failed write comes one turn after its callback
      await new Promise((resolve) => setImmediate(resolve));
      if (fault !== undefined) throw fault;
    },
    discard() {
      // what was shown was shown
    },
  };
}
