import type { Role } from '../inspector.js';

/** One datagram and the ports between which it goes; which of them sent it is not told. */
export interface Datagram {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly ports: readonly [number, number];
}

/** @returns who speaks in the datagram if it is of the protocol; null: it is not, or that is not sure */
export type RecogniseDatagram = (datagram: Datagram) => Role | null;

export function hasPort({ ports }: Datagram, port: number): boolean {
  return ports.includes(port);
}
