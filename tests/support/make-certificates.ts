import { generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';

/** A server's key and certificate, PEM, and the certificate of the authority that signed it. */
export interface TestCertificates {
  readonly ca: string;
  readonly key: string;
  readonly cert: string;
}

/** DER (X.690) as far as a certificate (RFC 5280) needs it. */
const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const body = Buffer.concat(parts);
  const size = body.length;
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, size >> 8, size & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
};
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const identifier = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const time = (date: Date): Buffer => der(0x18, Buffer.from(date.toISOString().replace(/[-:T]|\.\d+/g, '')));
const nameOf = (commonName: string): Buffer =>
  sequence(der(0x31, sequence(identifier('550403'), der(0x0c, Buffer.from(commonName)))));

/** ecdsa-with-SHA256 */
const ALGORITHM = sequence(identifier('2a8648ce3d040302'));
const DAY = 86_400_000;

interface Draft {
  readonly subject: string;
  readonly subjectKey: KeyObject;
  readonly issuer: string;
  readonly issuerKey: KeyObject;
  readonly hosts: readonly string[];
  readonly until: Date;
}

function certify({ subject, subjectKey, issuer, issuerKey, hosts, until }: Draft): string {
  const isAuthority = hosts.length === 0;
  const names = hosts.map((host) =>
    isIP(host) === 4 ? der(0x87, Buffer.from(host.split('.').map(Number))) : der(0x82, Buffer.from(host)),
  );
  const extension = isAuthority
    ? sequence(
        identifier('551d13'),
        der(0x01, Buffer.from([0xff])),
        der(0x04, sequence(der(0x01, Buffer.from([0xff])))),
      )
    : sequence(identifier('551d11'), der(0x04, sequence(...names)));
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ALGORITHM,
    nameOf(issuer),
    sequence(time(new Date(Date.now() - 365 * DAY)), time(until)),
    nameOf(subject),
    subjectKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extension)),
  );
  const signature = sign('sha256', body, issuerKey);
  const whole = sequence(body, ALGORITHM, der(0x03, Buffer.from([0]), signature));
  return `-----BEGIN CERTIFICATE-----\n${whole.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
}

/**
 * A new authority, and a server's certificate from it; made for one test, so that no key lies in the repository.
 * @param hosts names and IPv4 addresses of the server @param days that it is still valid; negative: it has expired
 */
export function makeCertificates(hosts: readonly string[] = ['127.0.0.1'], days = 1): TestCertificates {
  const pair = (): { privateKey: KeyObject; publicKey: KeyObject } =>
    generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const authority = pair();
  const server = pair();
  const issuer = `authority ${randomBytes(4).toString('hex')}`;
  const until = new Date(Date.now() + days * DAY);
  const signed = { issuer, issuerKey: authority.privateKey };
  return {
    ca: certify({
      ...signed,
      subject: issuer,
      subjectKey: authority.publicKey,
      hosts: [],
      until: new Date(Date.now() + DAY),
    }),
    cert: certify({ ...signed, subject: 'server', subjectKey: server.publicKey, hosts, until }),
    key: server.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}
