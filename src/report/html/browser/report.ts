import { Findings } from './findings.js';
import { Languages } from './languages.js';
import { watchScrolling } from './scrolling.js';

/** The page reads without any of this; a script makes it a tool: languages, filter, order, links. */
const languages = new Languages();
const findings = new Findings((article) => languages.translate(article));

for (const button of document.querySelectorAll<HTMLButtonElement>('.toolbar [data-lang]')) {
  button.addEventListener('click', () => {
    languages.show(button.dataset.lang === 'en' ? 'en' : 'ja');
    findings.forgetWords();
    for (const other of document.querySelectorAll<HTMLButtonElement>('.toolbar [data-lang]'))
      other.setAttribute('aria-pressed', String(other === button));
  });
}

// links of the matrix, the map and the clauses lead to the first finding; with a script, to all of them
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (link === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const { from, to, clause, verdict } = (link as HTMLElement | SVGAElement).dataset;
  const wanted = { from, to, clause, verdict };
  if (Object.values(wanted).every((value) => value === undefined)) return;
  if (!findings.choose(wanted)) return;
  event.preventDefault();
  document.querySelector('#s-findings')?.scrollIntoView();
  document.querySelector<HTMLElement>('.filter select')?.focus({ preventScroll: true });
});

addEventListener('hashchange', () => findings.follow(location.hash));
addEventListener('beforeprint', () => findings.unfoldAll());
watchScrolling(document);
document.documentElement.classList.add('script');
findings.follow(location.hash);
document.documentElement.dataset.ready = 'true';
