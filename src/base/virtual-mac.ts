/** Addresses that several devices share on purpose (domain.md D-MAC2): VRRP, HSRP, GLBP, NLB. */
const VIRTUAL = [
  /^00:00:5e:00:0[12]:/, // RFC 9568 section 7.3
  /^00:00:0c:07:ac:/,
  /^00:00:0c:9f:f/,
  /^00:05:73:a0:0/,
  /^00:07:b4:/,
  /^0[23]:bf:/,
];

export function isVirtualMac(mac: string): boolean {
  return VIRTUAL.some((pattern) => pattern.test(mac));
}

/** Group addresses never send; a frame that says so is broken or a lie. */
export function isGroupMac(mac: string): boolean {
  return (Number.parseInt(mac.slice(0, 2), 16) & 1) !== 0;
}
