/**
 * A DataView over the same bytes. Reading 16 and 32 bits through it checks the bound once and is about twice as fast as
 * putting single bytes together (measured); made once per buffer, not per frame.
 */
export function viewBytes(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
