import { afterAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

interface Campaign {
  readonly mutants: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly faults: readonly { readonly seed: string; readonly fault: string; readonly saved: string }[];
}

const run = fileURLToPath(new URL('run.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'sansou-fuzz-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fuzz(...words: string[]): Campaign {
  const env = { ...process.env, SANSOU_CORPUS: '' };
  const { stdout, stderr } = spawnSync(process.execPath, [run, '--json', ...words], { encoding: 'utf8', env });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Campaign;
}

/** A program with faults of every kind that the campaign is to notice, in the place of ours. */
function faultyProgram(name: string, body: string): string {
  const dist = join(folder, name);
  mkdirSync(join(dist, 'cli'), { recursive: true });
  writeFileSync(join(dist, 'package.json'), '{ "type": "module" }');
  // only its command is faulty: the library is the real one
  const library = pathToFileURL(resolve('dist', 'index.js')).href;
  writeFileSync(join(dist, 'index.js'), `export * from '${library}';\n`);
  writeFileSync(
    join(dist, 'cli', 'run-cli.js'),
    `export async function runCli(argv, { stdout, stderr }) {\n${body}\n}\n`,
  );
  return dist;
}

describe('damaged inputs', () => {
  test('hundreds of damaged captures, topologies and command lines crash nothing, hold nothing up and let nothing grow', () => {
    const { mutants, byStatus, faults } = fuzz(
      '--mutants',
      '200',
      '--dist',
      process.env['SANSOU_DIST'] ?? join(run, '../../../dist'),
    );
    expect(faults).toEqual([]);
    expect(mutants).toBe(200);
    // they are not all turned away at the door, and not all harmless
    for (const status of [1, 2, 3]) expect(byStatus[status] ?? 0).toBeGreaterThan(5);
  }, 120_000);
});

describe('the campaign notices', () => {
  const faults = (name: string, body: string, mutants = 1): readonly string[] =>
    fuzz('--mutants', `${mutants}`, '--only', 'command', '--dist', faultyProgram(name, body)).faults.map(
      ({ fault, saved }) => {
        rmSync(saved, { recursive: true });
        return fault;
      },
    );

  test('an internal error', () => {
    expect(faults('internal', "stderr.write('TypeError: boom'); return 70;", 2)).toEqual([
      'exit status 70:\nTypeError: boom',
      'exit status 70:\nTypeError: boom',
    ]);
  });

  test('a rejection that nobody handles', () => {
    expect(faults('stray', "void Promise.reject(new Error('stray')); return 2;")[0]).toContain('Error: stray');
  });

  test('a process that dies', () => {
    expect(faults('dead', 'process.exit(9);')[0]).toContain('the process died: exit 9');
  });

  test('a control character of the capture in the output', () => {
    expect(faults('escape', "stdout.write('\\u001b[31mred'); return 2;")[0]).toContain('control character "\\u001b"');
  });

  test('more memory than any input may cost', () => {
    expect(faults('large', 'globalThis.kept = new Uint8Array(700e6).fill(1); return 2;')[0]).toMatch(
      /^\d+ MB of memory$/,
    );
  });

  test('an input that never ends', () => {
    const found = faults('endless', 'for (;;);');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^no end after [\d.]+ s of CPU time/);
  }, 60_000);
});

describe('the captures of what only the listener hears', () => {
  test('reach every kind of sighting that no other capture of the corpus does', async () => {
    const { check, loadTopology } = (await import(pathToFileURL(resolve('dist', 'index.js')).href)) as {
      check: (request: object) => Promise<{ findings: { rule: string; reasons: string[] }[] }>;
      loadTopology: (path: string) => { topology: object };
    };
    const { topology } = loadTopology('topology/midorino-alpha.yaml');
    const said = new Set<string>();
    for (const name of ['talk', 'rare-talk', 'names', 'echoes']) {
      const { findings } = await check({
        captures: [{ point: null, path: `tests/fuzz/seeds/${name}.pcap` }],
        topology,
      });
      for (const { reasons } of findings) for (const reason of reasons) said.add(reason);
    }
    for (const reason of REASONS) expect([...said]).toContain(reason);
  });
});

/** reasons that only frames of a certain kind give */
const REASONS = [
  'arp-question',
  'pppoe-session',
  'tunnel-pppoe-by-frames',
  'tunnel-mpls-by-frames',
  'tunnel-macsec-by-frames',
  'router-advertisement',
  'redirect',
  'dhcp-ack',
  'dhcpv6-answer',
  'upnp-internet-gateway',
  'by-dhcp-name',
  'by-kerberos',
  'by-ntlm',
  'by-mdns',
  'by-nbns',
  'tunnel-dns-by-names',
  'tunnel-icmp-by-content',
  'names-not-existing-50-in-600-seconds',
  'search-20-in-60-seconds',
];

describe('a seed', () => {
  test('names the same mutant every time', async () => {
    const { makeMutant } = (await import('./mutant.mjs' as string)) as {
      makeMutant: (seed: string, corpus: object) => { files: { mutant: Uint8Array }; argv: string[] };
    };
    const { listCaptures, listTopologies } = (await import('./corpus.mjs' as string)) as {
      listCaptures: (more: string) => { name: string }[];
      listTopologies: () => object[];
    };
    const corpus = { captures: listCaptures(''), topologies: listTopologies() };
    const seeds = Array.from(
      { length: 30 },
      (_, number) => `capture:${corpus.captures[number % corpus.captures.length]?.name}:${number}`,
    );
    const first = seeds.map((seed) => makeMutant(seed, corpus));
    const second = seeds.map((seed) => makeMutant(seed, corpus));
    expect(second.map(({ argv }) => argv)).toEqual(first.map(({ argv }) => argv));
    expect(
      second.every(({ files }, at) => Buffer.from(files.mutant).equals(Buffer.from(first[at]!.files.mutant))),
    ).toBe(true);
    expect(new Set(first.map(({ files }) => Buffer.from(files.mutant).toString('base64'))).size).toBeGreaterThan(25);
  });
});
