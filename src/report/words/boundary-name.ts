import type { Text } from '../../base/text.js';
import type { Coverage } from '../../model/report.js';
import { WORDS } from './words.js';

/** `fw-mn: mynumber|lgwan` as people read it; not yet escaped. */
export function boundaryName({ gateway, sides }: Pick<Coverage['boundaries'][number], 'gateway' | 'sides'>): Text {
  const areas: Readonly<Record<string, Text>> = WORDS.shortArea;
  const name = (lang: keyof Text): string => {
    const zones = sides.map(({ zone }) => (Object.hasOwn(areas, zone) ? (areas[zone]?.[lang] ?? zone) : zone));
    return `${gateway}: ${zones.join(' | ')}`;
  };
  return { ja: name('ja'), en: name('en') };
}
