import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `unknown`: the system does not say (a tunnel, a loopback, no /sys). */
export type LinkState = 'up' | 'down' | 'gone' | 'unknown';

const SYS = '/sys/class/net';

/** What the system says of a network interface (Documentation/ABI/testing/sysfs-class-net). */
export function readLinkState(name: string, root = SYS): LinkState {
  if (!existsSync(root)) return 'unknown';
  const folder = join(root, name);
  if (!existsSync(folder)) return 'gone';
  const operstate = readWord(join(folder, 'operstate'));
  // carrier cannot be read while the interface is administratively down
  const carrier = readWord(join(folder, 'carrier'));
  if (operstate === 'down' || operstate === 'lowerlayerdown' || operstate === 'notpresent' || carrier === '0')
    return 'down';
  return operstate === 'up' || carrier === '1' ? 'up' : 'unknown';
}

/** Names of the interfaces that there are; empty where the system does not say. */
export function listInterfaces(root = SYS): string[] {
  try {
    return readdirSync(root).sort();
  } catch {
    return [];
  }
}

function readWord(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null;
  }
}
