import { describe, expect, test } from '@jest/globals';
import { chooseLogLevel } from '../../src/cli/choose-log-level.js';
import { createLog } from '../../src/cli/output/log.js';
import { Paper } from './command.js';

describe('the log', () => {
  test('is one JSON object a line where nobody watches', async () => {
    const stderr = new Paper();
    const log = createLog('info', stderr);
    log.write('info', 'read', { packets: 3 });
    log.write('debug', 'too fine');
    await log.flush();
    const line = JSON.parse(stderr.text) as Record<string, unknown>;
    expect(line).toMatchObject({ level: 'info', msg: 'read', packets: 3 });
    expect(line).not.toHaveProperty('hostname');
  });

  test('is one plain line on a terminal, and cannot command it', async () => {
    const stderr = new Paper();
    stderr.isTTY = true;
    const log = createLog('warn', stderr);
    log.write('warn', 'odd name', { file: '\u001b[31mred\u202e' });
    await log.flush();
    expect(stderr.text).toMatch(/^\d\d:\d\d:\d\d warn {2}odd name file=/);
    expect(stderr.text).not.toMatch(/\p{Cc}(?!$)|\p{Cf}/u);
  });

  test('the option outranks the environment, --quiet keeps errors only', () => {
    expect(chooseLogLevel([], {})).toBe('warn');
    expect(chooseLogLevel([], { SANSOU_LOG: 'info' })).toBe('info');
    expect(chooseLogLevel(['check', '--log-level', 'silent'], { SANSOU_LOG: 'info' })).toBe('silent');
    expect(chooseLogLevel(['check', '--log-level=debug'], {})).toBe('debug');
    expect(chooseLogLevel(['-q'], { SANSOU_LOG: 'info' })).toBe('error');
    expect(chooseLogLevel(['--debug'], {})).toBe('debug');
  });
});
