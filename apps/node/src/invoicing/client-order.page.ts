import { type Language, languages } from '@passerelle/doors';
import { localeOf, showMoney } from '@passerelle/i18n';
import type { LinkRefusal } from '../missions/confirmation-link.js';
import { type ClientWords, clientWords, dayInWords } from '../missions/confirmation-links.words.js';
import { page, text } from '../missions/plain-page.js';
import { showDays } from '../papers/days.js';
import { type OrderPaper, clausesOf, moneyTerms } from '../papers/order-paper.js';
import { orderWords } from '../papers/words/order.js';

/** Pages for a client: one column, no script, plain forms; readable on a small phone. */

export interface OpenOrder {
  readonly token: string;
  readonly language: Language;
  readonly until: Date;
  /** What the client wrote before she changed the language or left out a reason. */
  readonly typed: string;
  readonly isReasonMissing: boolean;
}

/** The order as it waits for an answer. */
export function orderPage(order: OrderPaper, open: OpenOrder): string {
  const { token, language, until } = open;
  const words = clientWords[language];
  return page(words.title, language, [
    `<p>${text(words.lead)}</p>`,
    whatIsOrdered(order, language),
    `<p><a href="/c/${token}/order.pdf">${text(words.paper)}</a></p>`,
    form(words, open),
    `<p class="small">${text(words.validUntil)} ${text(dayInWords(until, language))} · ${text(order.reference)}</p>`,
  ]);
}

/** The order after the client's yes, for as long as she has the link; her own copy where one was made. */
export function acceptedPage(
  order: OrderPaper,
  by: { readonly token: string; readonly language: Language; readonly at: Date; readonly hasPaper: boolean },
): string {
  const { token, language, at } = by;
  const words = clientWords[language];
  const copy = `<p><a href="/c/${token}/order.pdf">${text(words.signed)}</a></p>`;
  return page(words.confirmed, language, [
    `<p role="status">${text(words.acceptedOn)} ${text(dayInWords(at, language))}.</p>`,
    by.hasPaper ? copy : '',
    `<p>${text(words.invoiceComes)}</p>`,
    whatIsOrdered(order, language),
    languageLinks(words, language),
  ]);
}

/** What follows from an answer other than yes. */
export function answeredPage(answer: 'changes' | 'refuse', language: Language): string {
  const words = clientWords[language];
  return page(words.title, language, [
    `<p role="status">${text(words.thanks[answer])}</p>`,
    languageLinks(words, language),
  ]);
}

/** Why a link no longer works, and the way to a new one. */
export function deadLinkPage(
  kind: Exclude<LinkRefusal['kind'], 'link-used'>,
  { token, language }: { readonly token: string; readonly language: Language },
): string {
  const words = clientWords[language];
  return page(words.title, language, [
    `<p>${text(words.dead[kind])}</p>`,
    `<form method="post" action="/c/${encodeURIComponent(token)}/renewals?lang=${language}">
    <button class="main">${text(words.newLink)}</button>
  </form>`,
    languageLinks(words, language),
  ]);
}

/** The same words whether or not there was such an order: whoever found a link learns nothing from it. */
export function renewedPage(language: Language): string {
  const words = clientWords[language];
  return page(words.title, language, [`<p role="status">${text(words.newLinkSent)}</p>`]);
}

/** The same as on the paper, in the language of the reader. */
function whatIsOrdered(made: OrderPaper, language: Language): string {
  const order = { ...made, language, locale: localeOf(language, made.client.address.country) };
  const words = orderWords[language];
  const { cooperative, client, worker, place, price, locale } = order;
  const rows: readonly (readonly [string, string])[] = [
    [words.cooperative, cooperative.name],
    [words.client, client.name],
    [words.worker, `${worker.name}, ${worker.role}`],
    [words.work, order.work],
    [words.place, `${place.town}, ${place.country}`],
    [words.when, `${showDays(order, locale)} (${order.days})`],
    [words.price, showMoney(price, locale)],
    ...moneyTerms(order),
  ];
  return `<dl>${rows.map(([name, value]) => `<dt>${text(name)}</dt><dd>${text(value)}</dd>`).join('')}</dl>
<h2>${text(words.terms)}</h2>
<ol>${clausesOf(order)
    .map((clause) => `<li>${text(clause)}</li>`)
    .join('')}</ol>`;
}

/** The languages are buttons of the same form, so that changing it keeps what was typed. */
const form = (words: ClientWords, { token, language, typed, isReasonMissing }: OpenOrder): string =>
  `<form method="post" action="/c/${token}?lang=${language}">
    <button name="answer" value="accept" class="main">${text(words.accept)}</button>
    <label for="text">${text(words.reason)}</label>
    ${isReasonMissing ? `<p role="alert" id="why">${text(words.reasonMissing)}</p>` : ''}
    <textarea id="text" name="text" rows="4" maxlength="500"${isReasonMissing ? ' aria-invalid="true" aria-describedby="why" autofocus' : ''}>
${text(typed)}</textarea>
    <button name="answer" value="changes">${text(words.changes)}</button>
    <button name="answer" value="refuse">${text(words.refuse)}</button>
    <div role="group" aria-label="${text(words.language)}" class="languages">${languages
      .map((each) => languageButton(each, token, each === language))
      .join(' ')}</div>
  </form>`;

const languageButton = (language: Language, token: string, isChosen: boolean): string =>
  `<button formaction="/c/${token}?lang=${language}" lang="${language}"${isChosen ? ' aria-pressed="true"' : ''}>${language}</button>`;

const languageLinks = (words: ClientWords, chosen: Language): string =>
  `<nav aria-label="${text(words.language)}">${languages
    .map((each) => (each === chosen ? `<b>${each}</b>` : `<a href="?lang=${each}" hreflang="${each}">${each}</a>`))
    .join(' ')}</nav>`;

export const pageStyle = `
:root { color-scheme: light dark; }
body { margin: 0; font: 1.0625rem/1.5 system-ui, sans-serif; }
main { max-width: 34rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.2; }
h2 { font-size: 1.125rem; margin: 1.5rem 0 0.5rem; }
ol { margin: 0 0 1.5rem; padding-left: 1.5rem; font-size: 0.9375rem; }
li { margin: 0 0 0.5rem; }
dl { display: grid; grid-template-columns: fit-content(40%) 1fr; gap: 0.5rem 1rem; margin: 1.5rem 0; }
dt { opacity: 0.75; }
dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
label { display: block; margin: 1.5rem 0 0.25rem; }
textarea { box-sizing: border-box; width: 100%; font: inherit; padding: 0.5rem; }
button { min-height: 2.75rem; padding: 0.5rem 1rem; margin: 0.5rem 0.5rem 0 0; font: inherit; border-radius: 0.375rem; border: 2px solid currentColor; background: transparent; color: inherit; cursor: pointer; }
button.main { display: block; width: 100%; background: #155e4b; border-color: #155e4b; color: #fff; font-weight: 600; }
button:focus-visible, a:focus-visible, textarea:focus-visible { outline: 3px solid #1d6fd1; outline-offset: 2px; }
[role='alert'] { padding: 0.75rem; border-left: 4px solid #b3261e; }
.small { font-size: 0.9375rem; opacity: 0.8; }
.languages { margin-top: 1.5rem; }
.languages button, nav a, nav b { display: inline-block; min-width: 2.75rem; min-height: 2.75rem; padding: 0.625rem 0; text-align: center; text-transform: uppercase; }
.languages button { margin: 0; border-color: transparent; text-decoration: underline; }
.languages button[aria-pressed] { font-weight: 700; text-decoration: none; }
`;
