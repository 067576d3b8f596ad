const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The hardware address at `at`, `02:00:5e:10:00:01`. */
export function macText(bytes: Uint8Array, at: number): string {
  let text = '';
  for (let i = at; i < at + 6; i++) text += `${i === at ? '' : ':'}${HEX[bytes[i] ?? 0] as string}`;
  return text;
}
