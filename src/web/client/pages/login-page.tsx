import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../../../base/failure.js';
import type { Language } from '../../../base/text.js';
import { fetchAnswer, Refused } from '../fetch-answer.js';
import { LanguageSwitch } from '../parts/language-switch.js';
import { Problems } from '../parts/problems.js';
import { usePage } from '../session.js';

export function LoginPage(props: {
  readonly onLanguage: (language: Language) => void;
  readonly onLogin: () => void;
}): JSX.Element {
  const { say, session } = usePage();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);

  const logIn = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    setBusy(true);
    setProblems([]);
    fetchAnswer('/api/login', {
      method: 'POST',
      csrf: session.csrf,
      body: { name: fields.get('name'), password: fields.get('password') },
    })
      .then(props.onLogin, (error: unknown) => setProblems(error instanceof Refused ? error.problems : []))
      .finally(() => setBusy(false));
  };

  return (
    <main class="alone">
      <h1>
        sansou <small>{say({ ja: '三層分離の監視', en: 'three-tier segregation' })}</small>
      </h1>
      <form class="login" onSubmit={logIn}>
        <label>
          {say({ ja: '利用者名', en: 'Name' })}
          <input name="name" autocomplete="username" required maxLength={64} autofocus />
        </label>
        <label>
          {say({ ja: 'パスワード', en: 'Password' })}
          <input name="password" type="password" autocomplete="current-password" required maxLength={1024} />
        </label>
        <button type="submit" disabled={busy}>
          {say({ ja: 'ログイン', en: 'Log in' })}
        </button>
        <Problems problems={problems} />
        {session.mode === 'proxy' ? (
          <p>
            {say({
              ja: 'この画面は認証プロキシを通して使う。プロキシの利用者が登録されていない可能性がある。',
              en: 'This page is used through an authenticating proxy. Its user may not be registered here.',
            })}
          </p>
        ) : null}
      </form>
      <LanguageSwitch onLanguage={props.onLanguage} />
    </main>
  );
}
