import { afterEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { evidenceFilesOf, readEvidence } from '../../src/web/evidence/evidence-files.js';
import { HOSTILE_TEXT, makeHostile } from '../support/hostile.js';
import { SAMPLE_REPORT } from '../support/report.js';
import { Office } from './office.js';

let office: Office;
afterEach(() => office.close());
const get = async <T>(url: string): Promise<T> => {
  const answer = await office.inject({ url });
  expect([url, answer.statusCode]).toEqual([url, 200]);
  return answer.json<T>();
};

const [finding] = SAMPLE_REPORT.findings;
const hasUnzip = (() => {
  try {
    execFileSync('unzip', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe('what the pages ask for', () => {
  test('the overview tells the latest run of the box, its paths and what is open', async () => {
    office = await Office.open();
    const upload = office.remember(SAMPLE_REPORT, 'upload', Date.now(), null);
    const overview = await get<{
      latest: { id: string };
      paths: { from: string; to: string; open: Record<string, number> }[];
      openCount: number;
    }>('/api/overview');
    expect(overview.latest.id).toBe(office.runs[1]);
    expect(overview.latest.id).not.toBe(upload);
    const crossing = SAMPLE_REPORT.findings.find(({ verdict }) => verdict === 'violation')!;
    const path = overview.paths.find(({ from, to }) => from === crossing.from.zone && to === crossing.to.zone);
    expect(path?.open['violation']).toBeGreaterThan(0);
    expect(overview.openCount).toBeGreaterThan(0);
  });

  test('what only an upload has shown is neither on the map nor among what is open, but it is in the list', async () => {
    office = await Office.open();
    const crossing = SAMPLE_REPORT.findings.find(({ verdict }) => verdict === 'violation')!;
    type Overview = { openCount: number; uploadedCount: number; edges: { kind: string; count: number }[] };
    const before = await get<Overview>('/api/overview');
    const other = { ...crossing, id: 'f'.repeat(32) };
    office.remember({ ...SAMPLE_REPORT, findings: [crossing, other] }, 'upload', Date.now(), null);
    const after = await get<Overview>('/api/overview');
    expect([after.openCount, after.uploadedCount, after.edges]).toEqual([before.openCount, 1, before.edges]);
    const { findings } = await get<{ findings: { id: string }[] }>('/api/findings?status=new');
    expect(findings.map(({ id }) => id)).toContain(other.id);
    office.remember({ ...SAMPLE_REPORT, findings: [crossing, other] }, 'scan', Date.now() + 1000, null);
    expect((await get<Overview>('/api/overview')).uploadedCount).toBe(0);
  });

  test('an empty history is no fault', async () => {
    office = await Office.open({ empty: true });
    const overview = await get<{ latest: unknown }>('/api/overview');
    expect(overview.latest).toBeNull();
    await get('/api/findings');
    await get('/api/conduits');
    await get('/api/traffic');
  });

  test('a conduit shows how much it was used, when last, and whether it had run out', async () => {
    office = await Office.open();
    const { conduits } = await get<{
      conduits: { conduit: { id: string }; flows: number; lastDay: string | null; expired: boolean }[];
    }>('/api/conduits?from=2026-06-01&to=2026-06-30');
    const used = SAMPLE_REPORT.coverage.conduits.find(({ flows }) => flows > 0)!;
    const row = conduits.find(({ conduit }) => conduit.id === used.conduit);
    expect(row?.flows).toBeGreaterThan(0);
    expect(row?.lastDay).toMatch(/^2026-06-/);
    expect(conduits.some(({ flows }) => flows === 0)).toBe(true);
  });

  test('two runs are compared as sansou diff compares reports', async () => {
    office = await Office.open();
    const later = office.remember(
      { ...SAMPLE_REPORT, findings: SAMPLE_REPORT.findings.slice(1) },
      'scan',
      1_781_658_000_000,
      null,
    );
    const { counts, findings } = await get<{
      counts: Record<string, number>;
      findings: { status: string; finding: { id: string } }[];
    }>(`/api/compare?earlier=${office.runs[0]}&later=${later}`);
    const total = SAMPLE_REPORT.findings.length;
    expect(counts['ongoing']).toBe(total - 1);
    expect(counts['gone']! + counts['gone-unobserved']!).toBe(1);
    expect(findings.find(({ finding: { id } }) => id === finding!.id)?.status).toMatch(/^gone/);
  });

  test('explain answers in both languages as the command does, and says what it does not understand', async () => {
    office = await Office.open();
    const { conclusion, lines } = await get<{ conclusion: string; lines: { ja: string[]; en: string[] } }>(
      '/api/explain?address=10.10.16.55&responder=10.20.4.10&service=tcp/445',
    );
    expect(conclusion).toBe('violation');
    expect(lines.en.join('\n')).toContain('if established, it is a violation');
    expect(lines.ja.join('\n')).toContain('成立すれば違反である');
    for (const query of [
      'address=nonsense',
      'address=10.10.16.55&responder=x',
      'address=10.10.16.55&responder=10.20.4.10&service=smb',
      'address=10.10.16.55&responder=10.20.4.10&at=yesterday',
    ]) {
      const refused = await office.inject({ url: `/api/explain?${query}` });
      expect([query, refused.statusCode]).toEqual([query, 422]);
      expect(refused.json<{ problems: { message: { ja: string } }[] }>().problems[0]!.message.ja).toContain('「');
    }
  });

  test('the report leaves as a file that sansou itself reads', async () => {
    office = await Office.open();
    const answer = await office.inject({ url: `/api/runs/${office.runs[0]}/report.json` });
    expect(answer.headers['content-disposition']).toContain('attachment;');
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(SAMPLE_REPORT)));
  });

  test.each([
    '/api/findings?status=open',
    '/api/findings?limit=9',
    '/api/findings/..%2f..%2fetc%2fpasswd',
    '/api/runs?limit=100000',
    '/api/runs/..%2fsecret',
    '/api/traffic?from=2026-6-1',
    '/api/traffic?from=2026-06-01&x=1',
    '/api/compare?earlier=a',
    '/api/findings/%00',
  ])('%s is refused without a word of the inside', async (url) => {
    office = await Office.open();
    const answer = await office.inject({ url });
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toEqual({
      problems: [
        { code: 'HTTP-400', level: 'error', message: { ja: '要求が正しくない', en: 'the request is malformed' } },
      ],
    });
  });

  test('a fault inside is logged, and told without its details', async () => {
    office = await Office.open();
    office.history.close();
    const answer = await office.inject({ url: '/api/findings' });
    expect(answer.statusCode).toBeGreaterThanOrEqual(422);
    expect(answer.body).not.toContain('at ');
    expect(answer.body).not.toContain(office.folder);
    office.history.close = () => undefined;
  });
});

describe('evidence', () => {
  test('a finding offers its own packets and the manifest, nothing else', async () => {
    office = await Office.open();
    const { evidence } = await get<{ evidence: { name: string }[] }>(`/api/findings/${finding!.id}`);
    expect(evidence.map(({ name }) => name)).toEqual(['manifest.json', `packets/${finding!.id}.pcapng`]);
    const file = await office.inject({ url: `/api/findings/${finding!.id}/evidence/1` });
    expect(file.body).toBe(`packets of ${finding!.id}`);
    expect(file.headers['content-disposition']).toBe(
      `attachment; filename="${finding!.id}.pcapng"; filename*=UTF-8''${finding!.id}.pcapng`,
    );
    expect(file.headers['content-type']).toBe('application/octet-stream');
  });

  test('a link out of the folder is not offered, and no path or number leads out', async () => {
    office = await Office.open();
    const run = office.runs[1]!;
    const { evidence } = await get<{ evidence: { name: string }[] }>(`/api/runs/${run}`);
    expect(evidence.map(({ name }) => name)).not.toContain('packets/link.pcapng');
    expect(evidence.length).toBe(SAMPLE_REPORT.findings.length + 1);
    for (const place of ['999', '-1', '..%2f..%2fsecret', '%2e%2e%2fsecret', '../secret', 'packets%2flink.pcapng']) {
      const answer = await office.inject({ url: `/api/runs/${run}/evidence/${place}` });
      expect([place, answer.statusCode >= 400]).toEqual([place, true]);
      expect(answer.body).not.toContain('not for anybody');
    }
  });

  test('a file that became a link since it was listed is not followed, nor a folder that is one', async () => {
    office = await Office.open();
    const [, file] = evidenceFilesOf(office.evidence)!;
    rmSync(file!.path);
    symlinkSync(join(office.folder, 'secret'), file!.path);
    await expect(readEvidence(file!)).rejects.toThrow('ELOOP');
    symlinkSync(office.evidence, join(office.folder, 'elsewhere'));
    expect(evidenceFilesOf(join(office.folder, 'elsewhere'))).toBeNull();
  });

  test('is no longer said to be kept once its folder was pruned', async () => {
    office = await Office.open();
    const kept = async (): Promise<boolean[]> => {
      const { runs } = await get<{ runs: { evidence: string | null }[] }>('/api/runs');
      return runs.map(({ evidence }) => evidence !== null);
    };
    expect(await kept()).toEqual([true, false]);
    rmSync(office.evidence, { recursive: true });
    expect(await kept()).toEqual([false, false]);
  });

  test('a run without evidence says so', async () => {
    office = await Office.open();
    const answer = await office.inject({ url: `/api/runs/${office.runs[0]}/evidence.zip` });
    expect(answer.statusCode).toBe(404);
    expect(answer.body).toContain('no evidence was kept');
  });

  test('the zip has the length that was announced, and unzip takes it', async () => {
    office = await Office.open();
    const answer = await office.inject({ url: `/api/runs/${office.runs[1]}/evidence.zip` });
    expect(answer.rawPayload.length).toBe(Number(answer.headers['content-length']));
    const zip = join(office.folder, 'a.zip');
    writeFileSync(zip, answer.rawPayload);
    if (!hasUnzip) {
      process.stderr.write('unzip is not here: the zip was not read back by it\n');
      return;
    }
    expect(execFileSync('unzip', ['-t', zip], { encoding: 'utf8' })).toContain('No errors detected');
    expect(execFileSync('unzip', ['-p', zip, `packets/${finding!.id}.pcapng`], { encoding: 'utf8' })).toBe(
      `packets of ${finding!.id}`,
    );
  });
});

describe('text of an attacker', () => {
  test('leaves the server as JSON strings only, never as markup or in a header', async () => {
    office = await Office.open();
    const report = makeHostile(SAMPLE_REPORT);
    // ids are the program's own
    const findings = report.findings.map((entry, index) => ({ ...entry, id: SAMPLE_REPORT.findings[index]!.id }));
    const { statistics } = SAMPLE_REPORT;
    const { conduits } = SAMPLE_REPORT.coverage;
    const topology = { ...report.inputs.topology, timezone: 'Asia/Tokyo' };
    const run = office.remember(
      {
        ...report,
        findings,
        statistics,
        coverage: { ...report.coverage, conduits },
        inputs: { ...report.inputs, topology },
      },
      'scan',
      Date.now(),
      null,
    );
    for (const url of [
      '/api/overview',
      '/api/findings',
      `/api/findings/${finding!.id}`,
      `/api/runs/${run}`,
      `/api/runs/${run}/report.json`,
    ]) {
      const answer = await office.inject({ url });
      expect([url, answer.statusCode]).toEqual([url, 200]);
      expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      expect(JSON.stringify(answer.headers)).not.toContain('calc');
      expect(answer.body).toContain(JSON.stringify(HOSTILE_TEXT).slice(1, 20));
    }
  });
});
