/** Looks at the first bytes of a stream and gives the whole stream back. A fault of the stream comes out of `all`. */
export async function prepend(
  raw: AsyncIterable<Uint8Array>,
  count: number,
): Promise<{ head: Uint8Array; all: AsyncIterable<Uint8Array> }> {
  const iterator = raw[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let total = 0;
  let failure: { error: unknown } | null = null;
  while (total < count && failure === null) {
    try {
      const next = await iterator.next();
      if (next.done === true) break;
      // a source may use its chunk again
      parts.push(Uint8Array.from(next.value));
      total += next.value.length;
    } catch (error) {
      failure = { error };
    }
  }
  const all = async function* (): AsyncGenerator<Uint8Array> {
    yield* parts.splice(0);
    if (failure !== null) throw failure.error;
    for (;;) {
      const next = await iterator.next();
      if (next.done === true) return;
      yield next.value;
    }
  };
  return { head: Buffer.concat(parts), all: all() };
}
