import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './product.mjs';

/**
 * Programs to compare with.
 * @typedef {{ name: string, does: string, buildsFlows: boolean, absent: string | null, command: (capture: string, flows: number) => string[] }} Peer
 *   absent: why it does not take part, or null
 */

function isThere(program, ...version) {
  return spawnSync(program, version, { stdio: 'ignore' }).error === undefined;
}

/** Builds the C reference where its source is present; answers its path, or why there is none. */
function buildReference(folder) {
  const source = join(root, '..', 'shared', 'bench', 'flowlim.c');
  if (!existsSync(source)) return { path: null, absent: 'its source is not beside the project' };
  const path = join(folder, 'flowlim');
  const built = spawnSync('cc', ['-O3', '-march=native', '-o', path, source], { encoding: 'utf8' });
  return built.status === 0 ? { path, absent: null } : { path: null, absent: 'there is no C compiler' };
}

/** @returns {Peer[]} @param {string} folder for what peers write */
export function listPeers(folder) {
  const reference = buildReference(folder);
  const absent = (program, ...version) => (isThere(program, ...version) ? null : `${program} is not installed`);
  const netflow = join(folder, 'nfcapd');
  return [
    {
      name: 'C reference',
      does: 'flows and zones',
      buildsFlows: true,
      absent: reference.absent,
      command: (capture) => [reference.path, '-r', capture],
    },
    {
      name: 'tcpdump, filter',
      does: 'BPF filter only',
      buildsFlows: false,
      absent: absent('tcpdump', '--version'),
      command: (capture) => [
        'tcpdump',
        '-n',
        '-r',
        capture,
        '-w',
        '/dev/null',
        'src net 10.1.0.0/16 and dst net 10.2.0.0/16 and tcp port 9',
      ],
    },
    {
      name: 'tcpdump -w',
      does: 'read and write',
      buildsFlows: false,
      absent: absent('tcpdump', '--version'),
      command: (capture) => ['tcpdump', '-r', capture, '-w', '/dev/null'],
    },
    {
      name: 'nfpcapd',
      does: 'one-way flows to disk',
      buildsFlows: true,
      absent: absent('nfpcapd', '-V'),
      command: (capture) => {
        rmSync(netflow, { recursive: true, force: true });
        mkdirSync(netflow);
        return ['nfpcapd', '-r', capture, '-l', netflow];
      },
    },
    {
      name: 'softflowd',
      does: 'flows, writes nothing',
      buildsFlows: true,
      absent: absent('softflowd', '-h'),
      command: (capture, flows) => [
        'softflowd',
        '-d',
        '-6',
        '-a',
        '-m',
        String(flows * 4),
        '-p',
        join(folder, 'softflowd.pid'),
        '-c',
        join(folder, 'softflowd.ctl'),
        '-r',
        capture,
      ],
    },
  ];
}
