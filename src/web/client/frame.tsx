import type { JSX } from 'preact';
import { useEffect, useErrorBoundary, useRef } from 'preact/hooks';
import type { Language, Text } from '../../base/text.js';
import { fetchAnswer } from './fetch-answer.js';
import { ComparePage } from './pages/compare-page.js';
import { ConduitsPage } from './pages/conduits-page.js';
import { FindingPage } from './pages/finding-page.js';
import { FindingsPage } from './pages/findings-page.js';
import { OverviewPage } from './pages/overview-page.js';
import { ScanPage } from './pages/scan-page.js';
import { ScansPage } from './pages/scans-page.js';
import { TopologyPage } from './pages/topology-page.js';
import { TrafficPage } from './pages/traffic-page.js';
import { UploadPage } from './pages/upload-page.js';
import { LanguageSwitch } from './parts/language-switch.js';
import { usePlace, type PagePlace } from './place.js';
import { usePage } from './session.js';

interface Entry {
  readonly path: string;
  readonly title: Text;
  readonly operator?: boolean;
}

const ENTRIES: readonly Entry[] = [
  { path: 'overview', title: { ja: '現況', en: 'Overview' } },
  { path: 'findings', title: { ja: '検出事項', en: 'Findings' } },
  { path: 'traffic', title: { ja: '通信の推移', en: 'Traffic over time' } },
  { path: 'conduits', title: { ja: '許可通信', en: 'Conduits' } },
  { path: 'scans', title: { ja: '検査の記録', en: 'Scans' } },
  { path: 'compare', title: { ja: '比較', en: 'Compare' } },
  { path: 'topology', title: { ja: '構成定義', en: 'Topology' } },
  { path: 'upload', title: { ja: 'アップロード', en: 'Upload' }, operator: true },
];

const PRODUCT: Text = { ja: '三層分離の監視', en: 'three-tier segregation' };

/** What stands around every page. */
export function Frame(props: {
  readonly onLanguage: (language: Language) => void;
  readonly onLogout: () => void;
}): JSX.Element {
  const { session, say } = usePage();
  const place = usePlace();
  const main = useRef<HTMLElement>(null);
  const [current = 'overview', detail] = place.parts;
  const first = useRef(true);
  // a new page is read from its top, by eyes and by screen readers
  useEffect(() => {
    if (first.current) {
      first.current = false;
      return;
    }
    scrollTo(0, 0);
    main.current?.focus();
  }, [current, detail]);

  const logOut = (): void => {
    void fetchAnswer('/api/logout', { method: 'POST', csrf: session.csrf }).finally(props.onLogout);
  };
  const isOperator = session.user?.role === 'operator';
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => (event.preventDefault(), main.current?.focus())}>
        {say({ ja: '本文へ', en: 'Skip to content' })}
      </a>
      <header class="masthead">
        <div class="brand">
          <strong>sansou</strong> <span>{say(PRODUCT)}</span>
        </div>
        <div class="organization">{session.organization}</div>
        <div class="account">
          {session.mode === 'open' ? null : (
            <span>
              {session.user?.name}{' '}
              <small>{isOperator ? say({ ja: '操作者', en: 'operator' }) : say({ ja: '閲覧者', en: 'viewer' })}</small>
            </span>
          )}
          {session.mode === 'password' ? (
            <button type="button" class="quiet" onClick={logOut}>
              {say({ ja: 'ログアウト', en: 'Log out' })}
            </button>
          ) : null}
          <LanguageSwitch onLanguage={props.onLanguage} />
        </div>
      </header>
      <nav class="tabs" aria-label={say({ ja: '画面', en: 'Pages' })}>
        {ENTRIES.filter(({ operator }) => operator !== true || isOperator).map(({ path, title }) => (
          <a key={path} href={`#/${path}`} aria-current={path === current ? 'page' : undefined}>
            {say(title)}
          </a>
        ))}
      </nav>
      <main id="main" ref={main} tabIndex={-1}>
        <Guarded key={place.parts.join('/')} place={place} />
      </main>
      <footer>
        <span>sansou {session.version}</span>
        <span>{say({ ja: `時刻は ${session.timezone}`, en: `times in ${session.timezone}` })}</span>
        <span>
          {say({
            ja: '違反が検出されないことは、適合を意味しない。',
            en: 'That no violation was found does not mean compliance.',
          })}
        </span>
      </footer>
    </>
  );
}

/** A page that cannot be drawn says so, and the others still work. */
function Guarded({ place }: { readonly place: PagePlace }): JSX.Element {
  const { say } = usePage();
  const [error] = useErrorBoundary() as readonly [unknown, () => void];
  if (error === undefined) return <Page place={place} />;
  return (
    <div class="problems" role="alert">
      <p>{say({ ja: 'この画面は表示できない。', en: 'This page cannot be shown.' })}</p>
    </div>
  );
}

function Page({ place }: { readonly place: PagePlace }): JSX.Element {
  const { say } = usePage();
  const [page = 'overview', id] = place.parts;
  switch (page) {
    case 'overview':
      return <OverviewPage />;
    case 'findings':
      return id === undefined ? <FindingsPage query={place.query} /> : <FindingPage id={id} />;
    case 'traffic':
      return <TrafficPage query={place.query} />;
    case 'conduits':
      return <ConduitsPage />;
    case 'scans':
      return id === undefined ? <ScansPage /> : <ScanPage id={id} />;
    case 'compare':
      return <ComparePage query={place.query} />;
    case 'topology':
      return <TopologyPage query={place.query} />;
    case 'upload':
      return <UploadPage />;
    default:
      return <p>{say({ ja: 'その画面はない。', en: 'There is no such page.' })}</p>;
  }
}
