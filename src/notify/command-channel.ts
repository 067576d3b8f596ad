import { spawn } from 'node:child_process';
import type { Language } from '../base/text.js';
import { oneLine, SendFault, sendFault, timedOut, type Channel } from './channel.js';
import type { Notice } from './notice.js';
import type { CommandSettings } from './notify-settings.js';
import { renderNotice } from './render-notice.js';

/** bytes kept of what the program says on its standard error */
const STDERR_BYTES = 1024;

/** What a program may need of our surroundings: no secret that was given to us by the environment. */
const ENVIRONMENT = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TZ'];

/** A program that gets the notice as JSON on its standard input. Exit status 0 means that it was taken. */
export function createCommandChannel(settings: CommandSettings, language: Language, timezone: string): Channel {
  return {
    name: settings.name,
    language,
    timeoutMilliseconds: settings.timeoutSeconds * 1000,
    async send(notice: Notice) {
      const { subject, lines } = renderNotice(notice, language, timezone);
      await run(settings, `${JSON.stringify({ ...notice, text: [subject, ...lines].join('\n').trimEnd() })}\n`);
      return null;
    },
  };
}

async function run({ run: [program, ...words], timeoutSeconds }: CommandSettings, input: string): Promise<void> {
  const env = Object.fromEntries(ENVIRONMENT.map((name) => [name, process.env[name]]));
  await new Promise<void>((resolve, reject) => {
    // a group of its own, so that what it starts ends with it
    const child = spawn(program, words, { shell: false, detached: true, env, stdio: ['pipe', 'ignore', 'pipe'] });
    let complaint = '';
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      endGroup(child.pid);
      // something that left the group may still hold the pipe: nobody waits for it
      child.stderr.destroy();
    }, timeoutSeconds * 1000);
    child.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < STDERR_BYTES) complaint += chunk.toString('utf8').slice(0, STDERR_BYTES);
    });
    child.on('error', (error) => {
      clearTimeout(timer);
      reject(sendFault(error));
    });
    // a program need not read what it is given
    child.stdin.on('error', () => undefined);
    child.on('close', (status, signal) => {
      clearTimeout(timer);
      if (isLate) reject(timedOut(timeoutSeconds));
      else if (status === 0) resolve();
      else reject(failed(status, signal, oneLine(complaint)));
    });
    child.stdin.end(input);
  });
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // it ended by itself meanwhile
  }
}

function failed(status: number | null, signal: string | null, complaint: string): SendFault {
  const how = status === null ? (signal ?? '') : String(status);
  const said = complaint === '' ? '' : `: ${complaint}`;
  return new SendFault({
    ja: `プログラムが終了ステータス ${how} で終わった${said}`,
    en: `the program ended with status ${how}${said}`,
  });
}
