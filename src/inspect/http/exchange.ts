import type { HeadFields } from './head-fields.js';
import type { RequestForm } from './judge-answer.js';
import type { StatedDestination } from './request-target.js';
import { isProxyRequest, readDestination, readPath } from './request-target.js';
import type { RequestLine } from './start-line.js';

/** A request that waits for its response. */
export interface Exchange {
  readonly method: string;
  readonly form: RequestForm;
  readonly destination: StatedDestination | null;
  /** last segment of the path, as sent */
  readonly lastSegment: string;
  /** lower case, without version; null: no switch of protocol was asked for */
  readonly upgrade: string | null;
}

const MAX_SEGMENT = 1024;

export function openExchange({ method, target }: RequestLine, fields: HeadFields): Exchange {
  const path = readPath(target);
  return {
    method,
    form: method === 'CONNECT' ? 'connect' : isProxyRequest(method, target) ? 'proxy' : 'origin',
    destination: readDestination(method, target, fields.first('host')),
    lastSegment: method === 'CONNECT' ? '' : path.slice(path.lastIndexOf('/') + 1).slice(0, MAX_SEGMENT),
    upgrade: fields.first('upgrade')?.split(/[,/ ]/, 1)[0]?.toLowerCase() ?? null,
  };
}
