const NAMES = new Map([
  [0x0200, 'PUP'],
  [0x0806, 'ARP'],
  [0x0842, 'Wake-on-LAN'],
]);

/** `ARP`, or `EtherType 0x1234` for one without a name here. */
export function etherTypeName(etherType: number): string {
  return NAMES.get(etherType) ?? `EtherType 0x${etherType.toString(16).padStart(4, '0')}`;
}
