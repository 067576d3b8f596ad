import { readFileSync } from 'node:fs';
import { EXIT, Failure } from '../../base/failure.js';
import { MODELS } from '../../model/topology.js';
import { formatHosts, importHosts } from '../../topology/hosts/import-hosts.js';
import { starterTopology } from '../../topology/init.js';
import type { TopologyOptions } from '../settings/options.js';
import { SCHEMA_PLACE } from '../schema-place.js';
import type { Session } from '../session.js';
import { requireChoice } from '../usage.js';
import { withOutput } from '../output/with-output.js';

/** `sansou topology schema` */
export async function runSchema(session: Session, options: TopologyOptions): Promise<void> {
  await withOutput(session, options.output, [], (output) => output.write(readFileSync(SCHEMA_PLACE, 'utf8')));
}

/** `sansou topology init` */
export async function runInit(session: Session, options: TopologyOptions): Promise<void> {
  const model = requireChoice('--model', options.model, MODELS);
  await withOutput(session, options.output, [], (output) => output.write(starterTopology(model, session.language)));
}

function readInventory(file: string): Uint8Array {
  try {
    // 0 is standard input
    return readFileSync(file === '-' ? 0 : file);
  } catch (error) {
    const { code = '?' } = error as NodeJS.ErrnoException;
    const message =
      code === 'ENOENT'
        ? { ja: 'このファイルはない', en: 'there is no such file' }
        : { ja: `読めない（${code}）`, en: `cannot be read (${code})` };
    throw new Failure(EXIT.unusable, [
      {
        code: 'HOSTS-CSV',
        level: 'error',
        file,
        message,
        remedy: {
          ja: '機器台帳の CSV を指定する。先頭の行は name,zone,ip,mac,roles',
          en: 'name a CSV file of hosts; its first line is name,zone,ip,mac,roles',
        },
      },
    ]);
  }
}

/** `sansou topology import` */
export async function runImport(session: Session, csv: string, options: TopologyOptions): Promise<void> {
  const hosts = importHosts(readInventory(csv), csv);
  await withOutput(session, options.output, [csv], (output) => output.write(formatHosts(hosts)));
}
