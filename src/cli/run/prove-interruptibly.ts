import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Proof } from '../../model/proof.js';
import type { Topology } from '../../model/topology.js';
import { withInterrupt } from '../interrupt.js';
import type { Output } from '../output/output.js';
import type { Session } from '../session.js';

/** Lets the positive control run; nothing of it stays on the disk, however it ends. */
export async function proveInterruptibly(session: Session, output: Output, topology: Topology): Promise<Proof> {
  const { prove } = await import('../../prove/prove.js');
  const { TMPDIR = '' } = session.env;
  const temporary = mkdtempSync(join(TMPDIR === '' ? tmpdir() : TMPDIR, 'sansou-'));
  const clean = (): void => rmSync(temporary, { recursive: true, force: true });
  try {
    return await withInterrupt(
      session,
      () => {
        clean();
        output.discard();
      },
      ({ signal }) => prove({ topology, signal, temporary }),
    );
  } finally {
    clean();
  }
}
