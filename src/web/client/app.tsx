import type { JSX } from 'preact';
import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { Language } from '../../base/text.js';
import type { SessionAnswer } from '../api.js';
import { fetchAnswer } from './fetch-answer.js';
import { Frame } from './frame.js';
import { LoginPage } from './pages/login-page.js';
import { SessionContext, type PageSession } from './session.js';

const LANGUAGE_KEY = 'sansou-language';

function rememberedLanguage(): Language | null {
  const word = localStorage.getItem(LANGUAGE_KEY);
  return word === 'ja' || word === 'en' ? word : null;
}

/** Finds out who is looking, and shows the log-in or the pages. */
export function App(): JSX.Element | null {
  const [session, setSession] = useState<SessionAnswer | null>(null);
  const [chosen, setChosen] = useState<Language | null>(rememberedLanguage);
  const [failed, setFailed] = useState(false);

  const ask = useCallback(() => {
    fetchAnswer<SessionAnswer>('/api/session').then(
      (answer) => {
        setFailed(false);
        setSession(answer);
      },
      () => setFailed(true),
    );
  }, []);
  useEffect(ask, [ask]);

  const language = chosen ?? session?.language ?? 'ja';
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = language === 'ja' ? 'sansou 三層分離の監視' : 'sansou three-tier segregation';
  }, [language]);

  const page = useMemo<PageSession | null>(
    () => (session === null ? null : { session, language, say: (text) => text[language], onLoggedOut: ask }),
    [session, language, ask],
  );
  if (page === null) {
    return failed ? (
      <main class="alone">
        <p role="alert">サーバーに届かない。 / The server cannot be reached.</p>
        <button type="button" onClick={ask}>
          再試行 / Try again
        </button>
      </main>
    ) : null;
  }
  const choose = (word: Language): void => {
    localStorage.setItem(LANGUAGE_KEY, word);
    setChosen(word);
  };
  return (
    <SessionContext.Provider value={page}>
      {page.session.user === null ? (
        <LoginPage onLanguage={choose} onLogin={ask} />
      ) : (
        <Frame onLanguage={choose} onLogout={ask} />
      )}
    </SessionContext.Provider>
  );
}
