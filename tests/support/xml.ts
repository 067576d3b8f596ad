/** An element of an XML document, attributes and text with entities resolved. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** Reads XML 1.0 as strictly as reports write it: no DTD, no comment, no CDATA. Throws where it is not well formed. */
export function parseXml(text: string): XmlElement {
  // Char of XML 1.0 section 2.2
  const foreign = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.exec(text);
  if (foreign !== null) throw new Error(`a character that XML does not allow at ${foreign.index}`);
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const stack = [root];
  const token = /<\?xml [^?<]*\?>\n|<(\/?)([a-z-]+)((?: [a-z.]+="[^"<]*")*)(\/?)>|([^<>]+)/gy;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const match = token.exec(text);
    const top = stack.at(-1);
    if (match === null || top === undefined) throw new Error(`not well formed at ${at}`);
    const [, slash, name = '', attributes = '', empty, words] = match;
    if (words !== undefined) top.text += resolve(words);
    else if (slash === '/') {
      if (stack.pop()?.name !== name) throw new Error(`</${name}> closes something else`);
    } else if (name !== '') {
      const pairs = [...attributes.matchAll(/ ([a-z.]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key,
        resolve(value),
      ]);
      const element: XmlElement = {
        name,
        attributes: Object.fromEntries(pairs) as Record<string, string>,
        children: [],
        text: '',
      };
      top.children.push(element);
      if (empty !== '/') stack.push(element);
    }
  }
  const [document] = root.children;
  if (stack.length !== 1 || root.children.length !== 1 || document === undefined) throw new Error('no single root');
  return document;
}

function resolve(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|#39);)/.test(text)) throw new Error('an ampersand that begins no entity');
  return text.replace(/&([a-z#0-9]+);/g, (_, entity: string) => ENTITIES[entity] ?? '');
}
