import { D, FLOW_ROW_DOUBLES, FLOW_ROW_WORDS, I, STATE } from './flow-row.js';
import type { StationTable } from './stations.js';

/** packets both ways */
export function isWholeConversation(words: Int32Array, base: number): boolean {
  return words[base + I.packetsAToB] !== 0 && words[base + I.packetsBToA] !== 0;
}

/** Adds the row `other` of the same identity to `row`: one conversation that was seen in two halves. */
export function joinRows(
  words: Int32Array,
  doubles: Float64Array,
  stations: StationTable,
  row: number,
  other: number,
): void {
  const base = row * FLOW_ROW_WORDS;
  const from = other * FLOW_ROW_WORDS;
  for (let direction = 0; direction < 2; direction++) {
    if (words[base + I.packetsAToB + direction] === 0) {
      words[base + I.frameAToB + direction] = words[from + I.frameAToB + direction] as number;
      words[base + I.files] =
        (words[base + I.files] as number) | ((words[from + I.files] as number) & (0xffff << (16 * direction)));
      words[base + I.flagsAndTtl] =
        (words[base + I.flagsAndTtl] as number) |
        ((words[from + I.flagsAndTtl] as number) & (0xff << (16 + 8 * direction)));
    }
    words[base + I.packetsAToB + direction] =
      (words[base + I.packetsAToB + direction] as number) + (words[from + I.packetsAToB + direction] as number);
    words[base + I.sendersAToB + direction] = stations.union(
      words[base + I.sendersAToB + direction] as number,
      words[from + I.sendersAToB + direction] as number,
    );
    words[base + I.receiversAToB + direction] = stations.union(
      words[base + I.receiversAToB + direction] as number,
      words[from + I.receiversAToB + direction] as number,
    );
    doubles[row * FLOW_ROW_DOUBLES + D.bytesAToB + direction] =
      (doubles[row * FLOW_ROW_DOUBLES + D.bytesAToB + direction] as number) +
      (doubles[other * FLOW_ROW_DOUBLES + D.bytesAToB + direction] as number);
  }
  words[base + I.state] =
    (words[base + I.state] as number) | ((words[from + I.state] as number) & 0xffff & ~STATE.firstByB);
  words[base + I.flagsAndTtl] =
    (words[base + I.flagsAndTtl] as number) | ((words[from + I.flagsAndTtl] as number) & 0xffff);
  words[base + I.duplicates] = (words[base + I.duplicates] as number) + (words[from + I.duplicates] as number);
  const times = row * FLOW_ROW_DOUBLES;
  const otherTimes = other * FLOW_ROW_DOUBLES;
  if ((doubles[otherTimes + D.first] as number) < (doubles[times + D.first] as number)) {
    doubles[times + D.first] = doubles[otherTimes + D.first] as number;
    words[base + I.state] =
      ((words[base + I.state] as number) & ~STATE.firstByB) | ((words[from + I.state] as number) & STATE.firstByB);
  }
  doubles[times + D.last] = Math.max(doubles[times + D.last] as number, doubles[otherTimes + D.last] as number);
}
