/** h1,h2,h3,h4,p1,p2 (RFC 959 section 4.1.2) */
const HOST_PORT = /(?<!\d)\d{1,3},\d{1,3},\d{1,3},\d{1,3},(\d{1,3}),(\d{1,3})(?!\d)/;
/** |||port| or |1|address|port| with any delimiter (RFC 2428 sections 2 and 3) */
const EXTENDED = /([!-~])([12]?)\1[^\s]{0,64}?\1(\d{1,5})\1/;

/**
 * The port that PORT, EPRT or an answer to PASV, EPSV names. The address beside it is left out: behind address
 * translation it is another than that of the packets, and clients do not trust it either.
 */
export function readAnnouncedPort(text: string): number | null {
  const pair = HOST_PORT.exec(text);
  const extended = pair === null ? EXTENDED.exec(text) : null;
  const port = pair === null ? Number(extended?.[3] ?? 0) : Number(pair[1]) * 256 + Number(pair[2]);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : null;
}
