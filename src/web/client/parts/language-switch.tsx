import type { JSX } from 'preact';
import type { Language } from '../../../base/text.js';
import { usePage } from '../session.js';

const NAMES: readonly (readonly [Language, string])[] = [
  ['ja', '日本語'],
  ['en', 'English'],
];

export function LanguageSwitch(props: { readonly onLanguage: (language: Language) => void }): JSX.Element {
  const { language } = usePage();
  return (
    <span class="languages" role="group" aria-label="言語 / Language">
      {NAMES.map(([code, name]) => (
        <button
          key={code}
          type="button"
          lang={code}
          class="quiet"
          aria-pressed={language === code}
          onClick={() => props.onLanguage(code)}
        >
          {name}
        </button>
      ))}
    </span>
  );
}
