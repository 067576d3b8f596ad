import { createHmac } from 'node:crypto';
import { request as requestPlain, type RequestOptions } from 'node:http';
import { request as requestTls } from 'node:https';
import type { Language } from '../base/text.js';
import { SendFault, sendFault, timedOut, type Channel } from './channel.js';
import type { Notice } from './notice.js';
import type { WebhookSettings } from './notify-settings.js';
import { renderNotice } from './render-notice.js';

/** bytes of an answer that are read; nobody looks at them */
const ANSWER_BYTES = 64 * 1024;

/**
 * `sha256=` and the HMAC of `TIMESTAMP.BODY` in hexadecimal: who knows the secret can tell that the message is ours, and
 * by the timestamp that it is not an old one sent again.
 */
function signWebhook(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

/** JSON by POST. An answer of 2xx means that it was taken; redirects are not followed. */
export function createWebhookChannel(settings: WebhookSettings, language: Language, timezone: string): Channel {
  return {
    name: settings.name,
    language,
    timeoutMilliseconds: settings.timeoutSeconds * 1000,
    async send(notice: Notice, now: Date) {
      const { subject, lines } = renderNotice(notice, language, timezone);
      const body = JSON.stringify({ ...notice, text: [subject, ...lines].join('\n').trimEnd() });
      const timestamp = String(Math.floor(now.getTime() / 1000));
      const status = await post(settings, body, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(Buffer.byteLength(body)),
        'user-agent': 'sansou',
        'x-sansou-id': notice.id,
        'x-sansou-timestamp': timestamp,
        'x-sansou-signature': signWebhook(settings.secret, timestamp, body),
      });
      if (status >= 200 && status < 300) return null;
      throw new SendFault({ ja: `HTTP ${status} が返された`, en: `the answer was HTTP ${status}` });
    },
  };
}

async function post(
  { url, ca, timeoutSeconds }: WebhookSettings,
  body: string,
  headers: Readonly<Record<string, string>>,
): Promise<number> {
  const { promise, resolve, reject } = withResolvers();
  const target = new URL(url);
  const options: RequestOptions & { ca?: string } = {
    method: 'POST',
    headers,
    agent: false,
    ...(ca === null ? {} : { ca }),
  };
  const send = target.protocol === 'https:' ? requestTls : requestPlain;
  const request = send(target, options, (response) => {
    let bytes = 0;
    response.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > ANSWER_BYTES) request.destroy();
    });
    response.on('error', () => undefined);
    resolve(response.statusCode ?? 0);
    // the status is all that counts: an answer that never ends must not hold the connection
    response.on('end', () => request.destroy());
    setTimeout(() => request.destroy(), 1000).unref();
  });
  // for everything together: a server that sends a byte now and then hangs too
  const timer = setTimeout(() => request.destroy(timedOut(timeoutSeconds)), timeoutSeconds * 1000);
  request.on('error', (error) => reject(sendFault(error)));
  request.end(body);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
  }
}

/** `Promise.withResolvers` comes with Node 22. */
function withResolvers(): {
  promise: Promise<number>;
  resolve: (status: number) => void;
  reject: (error: Error) => void;
} {
  let resolve: (status: number) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<number>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
