import type { Language } from '@passerelle/doors';
import { localeOf, showDays, showMoney } from '@passerelle/i18n';
import { dayOf } from '@passerelle/values';
import type { LinkRefusal } from '../missions/confirmation-link.js';
import { type ClientWords, clientWords, dayInWords, momentInWords } from '../missions/confirmation-links.words.js';
import { page, text } from '../missions/plain-page.js';
import { placeText } from '../papers/address.js';
import { type OrderPaper, clausesOf, moneyTerms } from '../papers/order-paper.js';
import { orderWords } from '../papers/words/order.js';
import { askedText } from './asked-text.js';
import { languageButtons, languageLinks } from './languages.js';

/** Pages for a client: one column, no script, plain forms; readable on a small phone. */

export interface OpenOrder {
  readonly token: string;
  readonly language: Language;
  readonly until: Date;
  /** By whose clocks: those of the branch. */
  readonly zone: string;
  /** What the client wrote before she changed the language or left out a reason. */
  readonly typed: string;
  readonly isReasonMissing: boolean;
}

/** The order as it waits for an answer. */
export function orderPage(order: OrderPaper, open: OpenOrder): string {
  const { token, language, until, zone } = open;
  const words = clientWords[language];
  return page(words.title, language, [
    `<p>${text(words.lead)}</p>`,
    whatIsOrdered(order, language),
    `<p><a href="/c/${token}/order.pdf">${text(words.paper)}</a></p>`,
    form(words, open),
    `<p class="small">${text(words.validUntil)} ${text(momentInWords(until, zone, language))} · ${text(order.reference)}</p>`,
  ]);
}

/** The order after the client's yes, for as long as she has the link; her own copy where one was made. */
export function acceptedPage(
  order: OrderPaper,
  by: {
    readonly token: string;
    readonly language: Language;
    readonly at: Date;
    readonly zone: string;
    readonly hasPaper: boolean;
  },
): string {
  const { token, language, at, zone } = by;
  const words = clientWords[language];
  const copy = `<p><a href="/c/${token}/order.pdf">${text(words.signed)}</a></p>`;
  return page(words.confirmed, language, [
    `<p role="status">${text(words.acceptedOn)} ${text(dayInWords(dayOf(at, zone), language))}.</p>`,
    by.hasPaper ? copy : '',
    `<p>${text(words.invoiceComes)}</p>`,
    whatIsOrdered(order, language),
    languageLinks(words.language, language),
  ]);
}

/** What follows from an answer other than yes. */
export function answeredPage(answer: 'changes' | 'refuse', language: Language): string {
  const words = clientWords[language];
  return page(words.title, language, [
    `<p role="status">${text(words.thanks[answer])}</p>`,
    languageLinks(words.language, language),
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
    languageLinks(words.language, language),
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
  const workingDays = new Intl.NumberFormat(locale, { style: 'unit', unit: 'day', unitDisplay: 'long' });
  const rows: readonly (readonly [string, string])[] = [
    [words.cooperative, cooperative.name],
    [words.client, client.name],
    [words.worker, `${worker.name}, ${worker.role}`],
    [words.work, order.work],
    [words.place, placeText(place, locale)],
    [words.when, `${showDays(order, locale)} (${workingDays.format(order.days)})`],
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
    ${askedText({ label: words.reason, missing: isReasonMissing ? words.reasonMissing : null, typed })}
    <button name="answer" value="changes">${text(words.changes)}</button>
    <button name="answer" value="refuse">${text(words.refuse)}</button>
    ${languageButtons(words.language, `/c/${token}`, language)}
  </form>`;
