import { parseAddress } from '../../base/address.js';
import { EXIT, Failure } from '../../base/failure.js';
import type { Nanoseconds } from '../../base/time.js';
import { addressesOf, parseService, type Service } from '../../topology/explain/explain.js';
import { usageFailure } from '../usage.js';

type Names = Parameters<typeof addressesOf>[0];

/** The first address of what was typed: an address, or the name of a host or gateway. */
export function requireAddress(topology: Names, text: string): string {
  const [address] = addressesOf(topology, text);
  if (address !== undefined) return address;
  throw new Failure(EXIT.unusable, [
    {
      code: 'ADDRESS-UNKNOWN',
      level: 'error',
      file: topology.file,
      message: {
        ja: `「${text}」はアドレスでも、構成定義ファイルにある機器の名前でもない`,
        en: `"${text}" is neither an address nor a host of the topology file`,
      },
      remedy: {
        ja: '例: 10.10.16.55、eltax-gw、san-mail/lgwan',
        en: 'for example 10.10.16.55, eltax-gw or san-mail/lgwan',
      },
    },
  ]);
}

/** `10.20.4.10:445`, `[2001:db8::1]:445` or `mail-lg:25` → the end and TCP's port; without a port, the end alone. */
export function splitPort(text: string): { readonly end: string; readonly service?: Service } {
  const bracketed = /^\[([^\]]+)\](?::(\d+))?$/.exec(text);
  const plain = bracketed === null && parseAddress(text) === undefined ? /^([^:]+):(\d+)$/.exec(text) : null;
  const [, end = text, port] = bracketed ?? plain ?? [];
  return port === undefined ? { end } : { end, service: requireService(`tcp/${port}`) };
}

export function requireService(text: string): Service {
  const service = parseService(text);
  if (service !== undefined) return service;
  throw usageFailure(
    { ja: `「${text}」はサービスとして読めない`, en: `"${text}" is not a service` },
    { ja: '例: tcp/445、udp/53、icmp', en: 'for example tcp/445, udp/53 or icmp' },
  );
}

export function requireTime(text: string): Nanoseconds {
  const milliseconds = Date.parse(text);
  if (!Number.isNaN(milliseconds)) return BigInt(milliseconds) * 1_000_000n;
  throw usageFailure(
    { ja: `「${text}」は時刻として読めない`, en: `"${text}" is not a time` },
    { ja: '例: 2026-06-15T10:00:00+09:00', en: 'for example 2026-06-15T10:00:00+09:00' },
  );
}
