import { TUNNELS } from './packet-batch.js';
import type { TunnelName } from './packet-batch.js';

/** Tunnel name → index into TUNNELS, the number that a row carries. */
export const TUNNEL = Object.fromEntries(TUNNELS.map((name, index) => [name, index])) as Record<TunnelName, number>;
