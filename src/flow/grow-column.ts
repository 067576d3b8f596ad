/** The column, or a larger copy of it, so that `row` has its place. Doubles, so that growing stays cheap. */
export function withRoomFor(column: Int32Array<ArrayBuffer>, row: number): Int32Array<ArrayBuffer> {
  if (row < column.length) return column;
  const grown = new Int32Array(Math.max(4096, 1 << (32 - Math.clz32(row))));
  grown.set(column);
  return grown;
}
