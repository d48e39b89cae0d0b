import { type Language, languages } from '@passerelle/doors';
import type { Answer, LinkRefusal } from './confirmation-link.js';
import { type ClientWords, clientWords, dayInWords, priceInWords } from './confirmation-links.words.js';
import type { Mission } from './mission.js';
import { page, text } from './plain-page.js';

/** Pages for a client: one column, no script, plain forms; readable on a small phone. */

export function orderPage(
  mission: Mission,
  by: { readonly language: Language; readonly until: Date; readonly needsReason?: boolean },
): string {
  const words = clientWords[by.language];
  const { terms } = mission;
  const day = (date: string): string => dayInWords(date, by.language);
  const rows: readonly (readonly [string, string])[] = [
    [words.worker, `${terms.worker.name}, ${terms.worker.role}`],
    [words.work, terms.work],
    [words.place, `${terms.place.town}, ${terms.place.country}`],
    [words.days, `${day(terms.first)} – ${day(terms.last)} (${terms.days})`],
    [words.price, `${priceInWords(terms, by.language)} ${words.withoutVat}`],
  ];
  return page(words.title, by.language, [
    `<p>${text(words.lead)}</p>`,
    by.needsReason ? `<p role="alert">${text(words.reason)}</p>` : '',
    `<dl>${rows.map(([name, value]) => `<dt>${text(name)}</dt><dd>${text(value)}</dd>`).join('')}</dl>`,
    form(words, by.language),
    `<p class="small">${text(words.validUntil)} ${text(dayInWords(by.until, by.language))} · ${text(terms.reference)}</p>`,
    languageLinks(words, by.language),
  ]);
}

export function thanksPage(answer: Answer, language: Language): string {
  const words = clientWords[language];
  return page(words.title, language, [`<p role="status">${text(words.thanks[answer])}</p>`]);
}

export function deadLinkPage(kind: LinkRefusal['kind'], language: Language): string {
  const words = clientWords[language];
  const paragraphs = [words.dead[kind], words.askBranch].map((each) => `<p>${text(each)}</p>`);
  return page(words.title, language, [...paragraphs, languageLinks(words, language)]);
}

const form = (words: ClientWords, language: Language): string =>
  `<form method="post" action="?lang=${language}">
    <button name="answer" value="accept" class="main">${text(words.accept)}</button>
    <label for="text">${text(words.reason)}</label>
    <textarea id="text" name="text" rows="4" maxlength="500"></textarea>
    <button name="answer" value="changes">${text(words.changes)}</button>
    <button name="answer" value="refuse">${text(words.refuse)}</button>
  </form>`;

const languageLinks = (words: ClientWords, chosen: Language): string =>
  `<nav aria-label="${text(words.language)}">${languages
    .map((each) => (each === chosen ? `<b>${each}</b>` : `<a href="?lang=${each}" hreflang="${each}">${each}</a>`))
    .join(' ')}</nav>`;

export const pageStyle = `
:root { color-scheme: light dark; }
body { margin: 0; font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.2; }
dl { display: grid; grid-template-columns: minmax(6rem, auto) 1fr; gap: 0.5rem 1rem; margin: 1.5rem 0; }
dt { opacity: 0.75; }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
label { display: block; margin: 1.5rem 0 0.25rem; }
textarea { box-sizing: border-box; width: 100%; font: inherit; padding: 0.5rem; }
button { min-height: 2.75rem; padding: 0.5rem 1rem; margin: 0.5rem 0.5rem 0 0; font: inherit; border-radius: 0.375rem; border: 2px solid currentColor; background: transparent; color: inherit; cursor: pointer; }
button.main { display: block; width: 100%; background: #155e4b; border-color: #155e4b; color: #fff; font-weight: 600; }
button:focus-visible, a:focus-visible, textarea:focus-visible { outline: 3px solid #1d6fd1; outline-offset: 2px; }
[role='alert'] { padding: 0.75rem; border-left: 4px solid #b3261e; }
.small { font-size: 0.9375rem; opacity: 0.8; }
nav a, nav b { display: inline-block; min-width: 2.75rem; padding: 0.625rem 0; text-align: center; text-transform: uppercase; }
`;
