import { SEVERITIES } from '../model/report.js';
import type { Text } from '../base/text.js';
import type { FieldReader } from './field-reader.js';
import { CHANNEL_TYPES, type ChannelSettings } from './notify-settings.js';
import { readCertificates, readSecret, type SecretSource } from './read-secret.js';

/** Names of RFC 5424 table 1 as syslog.conf knows them; the place is the number. */
const FACILITIES = [
  ...(['kern', 'user', 'mail', 'daemon', 'auth', 'syslog', 'lpr', 'news', 'uucp', 'cron', 'authpriv', 'ftp'] as const),
  ...(['ntp', 'audit', 'alert', 'clock', 'local0', 'local1', 'local2', 'local3', 'local4', 'local5'] as const),
  ...(['local6', 'local7'] as const),
] as const;

/** RFC 5612: a number for documentation. A body that has its own says so. */
const EXAMPLE_ENTERPRISE = 32_473;

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;
const HOST = /^[A-Za-z0-9]([A-Za-z0-9.:_-]{0,252})$/;
/** An address as it stands in SMTP's MAIL FROM; no names, comments, quotes or control characters. */
const ADDRESS = /^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/;

const FORMS = {
  name: { ja: '英数字と . _ - による名前', en: 'a name of letters, digits and . _ -' },
  host: { ja: 'ホスト名または IP アドレス', en: 'a host name or IP address' },
  address: { ja: 'user@example.lg.jp の形のメールアドレス', en: 'a mail address like user@example.lg.jp' },
  url: {
    ja: 'https://… または http://… の URL（利用者名を含まない）',
    en: 'a URL https://… or http://… without a user',
  },
  program: { ja: 'プログラムの絶対パスと引数の並び', en: 'the absolute path of a program, and its arguments' },
} satisfies Record<string, Text>;

const TRANSPORT_PORTS = { udp: 514, tcp: 601, tls: 6514 } as const;
const MAIL_PORTS = { none: 25, starttls: 587, tls: 465 } as const;

/** One entry of `channels`. */
export function readChannel(reader: FieldReader, source: SecretSource): ChannelSettings {
  const type = reader.choice('type', CHANNEL_TYPES);
  const shared = {
    name: reader.text('name', NAME, FORMS.name),
    minSeverity: reader.has('minSeverity') ? reader.choice('minSeverity', SEVERITIES) : null,
    language: reader.has('language') ? reader.choice('language', ['ja', 'en']) : null,
    timeoutSeconds: reader.number('timeoutSeconds', 1, 300, 10),
  };
  const channel = { ...shared, ...readKind(reader, type, source) };
  reader.refuseOthers();
  return channel;
}

type Kind = ChannelSettings extends infer C ? (C extends ChannelSettings ? Omit<C, keyof Shared> : never) : never;
type Shared = Pick<ChannelSettings, 'name' | 'minSeverity' | 'language' | 'timeoutSeconds'>;

function readKind(reader: FieldReader, type: ChannelSettings['type'], source: SecretSource): Kind {
  switch (type) {
    case 'syslog': {
      const transport = reader.choice('transport', ['udp', 'tcp', 'tls'], 'udp');
      return {
        type,
        transport,
        host: reader.text('host', HOST, FORMS.host),
        port: reader.number('port', 1, 65_535, TRANSPORT_PORTS[transport]),
        facility: FACILITIES.indexOf(reader.choice('facility', FACILITIES, 'local0')),
        enterprise: reader.number('enterprise', 1, 4_294_967_295, EXAMPLE_ENTERPRISE),
        ca: readCertificates(reader, 'ca', source),
      };
    }
    case 'webhook':
      return {
        type,
        url: readUrl(reader),
        secret: requireSecret(reader, 'secret', source),
        ca: readCertificates(reader, 'ca', source),
      };
    case 'email': {
      const security = reader.choice('security', ['none', 'starttls', 'tls'], 'starttls');
      const user = reader.optionalText('user');
      return {
        type,
        security,
        host: reader.text('host', HOST, FORMS.host),
        port: reader.number('port', 1, 65_535, MAIL_PORTS[security]),
        user,
        password: user === null ? readSecret(reader, 'password', source) : requireSecret(reader, 'password', source),
        from: reader.text('from', ADDRESS, FORMS.address),
        to: reader.texts('to', 100, ADDRESS, FORMS.address),
        ca: readCertificates(reader, 'ca', source),
      };
    }
    case 'command': {
      const [program = '', ...words] = reader.texts('run', 100, /^[^\0]*$/, FORMS.program);
      if (program !== '' && !program.startsWith('/')) {
        reader.wrong(
          [...reader.path, 'run', 0],
          { ja: '絶対パスでない', en: 'this is no absolute path' },
          FORMS.program,
        );
      }
      return { type, run: [program, ...words] };
    }
  }
}

function requireSecret(reader: FieldReader, key: string, source: SecretSource): string {
  if (!reader.has(key))
    reader.text(key, undefined, { ja: '{ env: … } または { file: … }', en: '{ env: … } or { file: … }' });
  return readSecret(reader, key, source) ?? '';
}

function readUrl(reader: FieldReader): string {
  const text = reader.text('url');
  if (text === '') return text;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '')
    return text;
  reader.wrong([...reader.path, 'url'], { ja: '使えない URL である', en: 'this URL cannot be used' }, FORMS.url);
  return text;
}
