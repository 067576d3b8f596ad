import type { Conduit, PortRange } from '../../model/topology.js';
import type { FieldPath } from '../read/field-path.js';
import type { ProblemLog } from '../read/problem-log.js';
import { itemsOf, type ConduitEntry, type List } from './topology-file.js';

/** `null`: any port. */
export function resolvePorts(
  entry: List<number | string> | undefined,
  path: FieldPath,
  log: ProblemLog,
): readonly PortRange[] | null {
  if (entry === undefined) return null;
  const ranges: PortRange[] = [];
  for (const [index, item] of itemsOf(entry)) {
    const [first = 0, last = first] = typeof item === 'number' ? [item] : item.split('-').map(Number);
    if (first < 1 || last > 65535 || first > last) {
      log.add({
        path: [...path, index],
        message: { ja: `「${item}」はポートの範囲ではない`, en: `"${item}" is not a range of ports` },
        remedy: { ja: '1～65535 の小さい方を先に書く', en: 'write the lower one first, from 1 to 65535' },
      });
      continue;
    }
    ranges.push({ from: first, to: last });
  }
  return ranges;
}

/** The structure check has seen to the form `HH:MM-HH:MM`. */
export function resolveHours(text: string | undefined, path: FieldPath, log: ProblemLog): Conduit['limits']['hours'] {
  if (text === undefined) return null;
  const [from = 0, to = 0] = text.split('-').map((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5)));
  if (from === to) {
    log.add({
      path,
      message: { ja: `時間帯 ${text} は長さがない`, en: `the hours ${text} have no length` },
      remedy: { ja: '終日なら hours を書かない', en: 'leave hours out for the whole day' },
    });
    return null;
  }
  return { from, to };
}

/** Approval dates must be days of the calendar, in order. */
export function checkDates(entry: ConduitEntry, path: FieldPath, log: ProblemLog): void {
  const { date, validUntil } = entry.approval ?? {};
  const fields = { date, validUntil } as const;
  for (const field of ['date', 'validUntil'] as const) {
    const text = fields[field];
    if (text === undefined || isRealDate(text)) continue;
    log.add({
      path: [...path, 'approval', field],
      message: { ja: `${text} という日はない`, en: `there is no day ${text}` },
      remedy: { ja: '暦にある日を 2026-04-01 の形で書く', en: 'write a day of the calendar, 2026-04-01' },
    });
  }
  if (date === undefined || validUntil === undefined || date <= validUntil) return;
  log.add({
    path: [...path, 'approval', 'validUntil'],
    message: {
      ja: `期限 ${validUntil} が承認日 ${date} より前である`,
      en: `validUntil ${validUntil} is before date ${date}`,
    },
    remedy: { ja: '承認日以降の日にする', en: 'write a day on or after date' },
  });
}

function isRealDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
