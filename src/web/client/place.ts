import { useEffect, useState } from 'preact/hooks';

/** Where in the page somebody is: `#/findings/ab12?status=new`. */
export interface PagePlace {
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
}

function readPlace(): PagePlace {
  const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  return { parts: path.split('/').filter((part) => part !== ''), query: new URLSearchParams(query) };
}

export function usePlace(): PagePlace {
  const [place, setPlace] = useState(readPlace);
  useEffect(() => {
    const onChange = (): void => setPlace(readPlace());
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  return place;
}

/** A link inside the page; empty values are left out. */
export function linkTo(path: string, query: Readonly<Record<string, string>> = {}): string {
  const entries = Object.entries(query).filter(([, value]) => value !== '');
  const text = new URLSearchParams(entries).toString();
  return `#/${path}${text === '' ? '' : `?${text}`}`;
}
