/** RFC 4861 section 4.2, from the ICMPv6 header on */
const ADVERTISEMENT = { code: 1, lifetime: 6, bytes: 16, hopLimit: 255 } as const;

/**
 * Whether a router advertisement offers its sender as a default router. `null` for what hosts discard (RFC 4861 section
 * 6.1.2): a hop limit other than 255 says that it came through a router, and a code other than 0 or a length below 16 is
 * no advertisement.
 */
export function readRouterLifetime(body: Uint8Array, hopLimit: number): 'default-router' | 'no-default-router' | null {
  const { code, lifetime, bytes } = ADVERTISEMENT;
  if (body.length < bytes || hopLimit !== ADVERTISEMENT.hopLimit || body[code] !== 0) return null;
  return body[lifetime] === 0 && body[lifetime + 1] === 0 ? 'no-default-router' : 'default-router';
}
