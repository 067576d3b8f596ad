import { createSocket } from 'node:dgram';
import { connect, isIP, isIPv6, type Socket } from 'node:net';
import { hostname } from 'node:os';
import { connect as connectTls } from 'node:tls';
import type { Language } from '../base/text.js';
import { SendFault, sendFault, timedOut, type Channel } from './channel.js';
import type { Notice } from './notice.js';
import type { SyslogSettings } from './notify-settings.js';
import { syslogFrames } from './syslog-frame.js';

/** Syslog (RFC 5424) over UDP (RFC 5426), TCP with octet counting (RFC 6587 section 3.4.1) or TLS (RFC 5425). */
export function createSyslogChannel(settings: SyslogSettings, language: Language, timezone: string): Channel {
  const timeoutMilliseconds = settings.timeoutSeconds * 1000;
  return {
    name: settings.name,
    language,
    timeoutMilliseconds,
    async send(notice: Notice, now: Date) {
      const source = { hostname: hostname(), processId: process.pid };
      const frames = syslogFrames(notice, { ...settings, language }, timezone, source, now);
      try {
        if (settings.transport === 'udp') await sendDatagrams(frames, settings);
        else await sendStream(frames, settings);
        return null;
      } catch (error) {
        throw sendFault(error);
      }
    },
  };
}

async function sendDatagrams(frames: readonly Uint8Array[], { host, port }: SyslogSettings): Promise<void> {
  const socket = createSocket(isIPv6(host) ? 'udp6' : 'udp4');
  try {
    for (const frame of frames) {
      await new Promise<void>((resolve, reject) => {
        socket.once('error', reject);
        socket.send(frame, port, host, (error) => {
          socket.off('error', reject);
          if (error === null) resolve();
          else reject(error);
        });
      });
    }
  } finally {
    socket.close();
  }
}

const CLOSED_EARLY = new SendFault({
  ja: '送り終える前に接続を閉じられた',
  en: 'the connection was closed before everything was sent',
});

async function sendStream(frames: readonly Uint8Array[], settings: SyslogSettings): Promise<void> {
  const { transport, timeoutSeconds } = settings;
  await new Promise<void>((resolve, reject) => {
    const socket = open(settings);
    const fail = (error: Error): void => {
      clearTimeout(timer);
      socket.destroy();
      reject(error);
    };
    const timer = setTimeout(() => fail(timedOut(timeoutSeconds)), timeoutSeconds * 1000);
    socket.on('error', fail);
    // syslog has no answer: that the other side took everything shows in its closing after our end, not before
    socket.on('end', () => {
      if (!socket.writableFinished) fail(CLOSED_EARLY);
    });
    socket.on('close', () => {
      if (!socket.writableFinished) return fail(CLOSED_EARLY);
      clearTimeout(timer);
      resolve();
    });
    socket.once(transport === 'tls' ? 'secureConnect' : 'connect', () => {
      for (const frame of frames) {
        socket.write(`${frame.length} `);
        socket.write(frame);
      }
      socket.end();
    });
    socket.resume();
  });
}

function open({ host, port, transport, ca }: SyslogSettings): Socket {
  if (transport === 'tcp') return connect({ host, port });
  return connectTls({
    host,
    port,
    minVersion: 'TLSv1.2',
    ...(isIP(host) === 0 ? { servername: host } : {}),
    ...(ca === null ? {} : { ca }),
  });
}
