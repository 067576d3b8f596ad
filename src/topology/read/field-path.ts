/** Where a value stands in the topology file: keys and 0-based indices from the root. */
export type FieldPath = readonly (string | number)[];

/** `zones.lgwan.segments[2].prefix` */
export function formatField(path: FieldPath): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else text += text === '' ? part : `.${part}`;
  }
  return text;
}

/** Keys of a JSON pointer (RFC 6901), with digits as indices where `isList` says that the parent is a list. */
export function parsePointer(pointer: string, root: unknown): FieldPath {
  let parent: unknown = root;
  return pointer
    .split('/')
    .slice(1)
    .map((escaped) => {
      const key = escaped.replaceAll('~1', '/').replaceAll('~0', '~');
      const part = Array.isArray(parent) ? Number(key) : key;
      parent = childOf(parent, part);
      return part;
    });
}

/** The value under a key or index, `undefined` where there is none. */
export function childOf(parent: unknown, part: string | number): unknown {
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, part)) return undefined;
  return (parent as Record<string | number, unknown>)[part];
}
