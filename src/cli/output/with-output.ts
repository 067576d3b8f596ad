import { openFileOutput } from './file-output.js';
import { openStandardOutput, type Output } from './output.js';
import type { Session } from '../session.js';

/**
 * Opens the output, lets `work` fill it, and puts it in its place; after a failure nothing half-made stays behind.
 * @param path value of `-o`; undefined or `-` is standard output
 * @param inputs files that must not be overwritten
 */
export async function withOutput(
  session: Session,
  path: string | undefined,
  inputs: readonly string[],
  work: (output: Output) => void | Promise<void>,
): Promise<void> {
  const toScreen = path === undefined || path === '-';
  const output = toScreen ? openStandardOutput(session.stdout) : openFileOutput(path, inputs);
  try {
    await work(output);
    await output.commit();
  } catch (error) {
    output.discard();
    throw error;
  }
}
