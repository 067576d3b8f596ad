/** What a computer says that tells it from others. All names are one kind: each protocol repeats the same setting. */
export interface Indicator {
  readonly kind: 'name' | 'client-id' | 'duid' | 'eui64';
  readonly value: string;
}

const IDENTIFIERS: ReadonlySet<string> = new Set(['client-id', 'duid', 'eui64']);

/**
 * Names that are the same on computers that have nothing to do with each other: defaults of systems, telephones, cameras
 * and installers.
 */
const GENERIC = [
  /^localhost/i,
  /^android/i,
  /^(?:i?pad|iphone|macbook|imac|galaxy|pixel|xperia)s?(?:$|[-_ ])/i,
  /^(?:windows|win7|win10|win11|windows-pc|windows-phone|pc|desktop|laptop|computer|host|client|user|admin|test|default|unknown|none|null|workgroup|raspberrypi|ubuntu|debian|linux|centos|kali|espressif|openwrt|router|printer|camera|scanner|server|workstation)(?:[-_]?\d{0,2})?$/i,
  /^minint-/i,
];
/** too short to tell anybody from anybody */
const SHORTEST = 3;

/** @param detail of a sighting of kind `name`: how it was said, then what */
export function indicatorOf(detail: string | null): Indicator {
  const [source = '', value = ''] = detail?.split(' ') ?? [];
  if (IDENTIFIERS.has(source)) return { kind: source as Indicator['kind'], value };
  return { kind: 'name', value: shortName(value) };
}

/** What is no name of its own: `?` stands for what could not be read, `*` for an individual number that was masked. */
export function isGenericName(detail: string | null): boolean {
  const { kind, value } = indicatorOf(detail);
  if (kind !== 'name') return false;
  return value.length < SHORTEST || /[?*]/.test(value) || GENERIC.some((pattern) => pattern.test(value));
}

/** The first label, upper case; NetBIOS keeps fifteen characters, so no more are compared (MS-NBTE 2.2.1). */
function shortName(name: string): string {
  return (name.split('.')[0] ?? '').toUpperCase().slice(0, 15);
}
