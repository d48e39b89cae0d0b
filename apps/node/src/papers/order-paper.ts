import { showDays, showMoney } from '@passerelle/i18n';
import type { Language } from '@passerelle/rules';
import type { Money, PlainDate } from '@passerelle/values';
import { type PaperAddress, addressLines, placeText } from './address.js';
import { type Fact, drawHead, drawSection, drawSides } from './blocks.js';
import { type Acceptance, attachShown, drawEvidence } from './evidence-page.js';
import { Sheet } from './sheet.js';
import { evidenceWords } from './words/evidence.js';
import { filled } from './words/filled.js';
import { type OrderWords, orderWords } from './words/order.js';

interface OrderSide {
  readonly name: string;
  readonly vatNumber: string | null;
  readonly address: PaperAddress;
}

export interface OrderPaper {
  readonly language: Language;
  readonly locale: string;
  readonly made: Date;
  readonly reference: string;
  readonly version: number;
  readonly cooperative: OrderSide;
  /** Whether that cooperative employs the worker itself. */
  readonly isEmployer: boolean;
  readonly client: OrderSide & { readonly email: string };
  readonly worker: { readonly name: string; readonly role: string };
  readonly work: string;
  readonly place: { readonly town: string; readonly country: string };
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly days: number;
  readonly price: Money;
  /** How the price is taxed, in the client's language: `21 %`, `Autoliquidation`; null where that is not yet decided. */
  readonly vat: string | null;
  /** Null while the cooperative has not decided. */
  readonly paymentDays: number | null;
  /** What both branches signed. */
  readonly termsHash: string;
}

/** The name under which the order as it was shown travels inside the signed one. */
const insideName = 'order-as-shown.pdf';

/** The contract and order as it is shown to the client. */
export function orderPaper(order: OrderPaper): Promise<Uint8Array> {
  const sheet = sheetOf(order);
  drawOrder(sheet, order);
  return sheet.finish(footOf(order));
}

/**
 * The same order with a page that says who accepted it, when, from where and what. What was `shown`, as `orderPaper` made
 * it then, travels inside.
 */
export async function signedOrderPaper(
  order: OrderPaper,
  { shown, acceptance }: { readonly shown: Uint8Array; readonly acceptance: Acceptance },
): Promise<Uint8Array> {
  const { language, locale, cooperative, client, reference, termsHash } = order;
  const words = orderWords[language];
  const sheet = sheetOf({ ...order, made: acceptance.at });
  attachShown(sheet, { language, shown, insideName });
  drawOrder(sheet, order);
  drawEvidence(sheet, {
    language,
    locale,
    by: cooperative.name,
    reference,
    sentence: filled(words.accepted, { client: client.name }),
    who: `${client.name}, ${client.email}`,
    how: filled(words.byLink, { email: client.email }),
    acceptance,
    termsHash,
    shown,
    insideName,
  });
  return sheet.finish(footOf(order));
}

const sheetOf = ({ language, locale, made, reference, cooperative }: OrderPaper): Sheet =>
  new Sheet({ title: `${orderWords[language].title} ${reference}`, author: cooperative.name, locale, made });

const footOf = ({ cooperative, reference }: OrderPaper): string =>
  `${cooperative.name} · ${cooperative.address.street}, ${cooperative.address.postcode} ${cooperative.address.town} · ${reference}`;

function drawOrder(sheet: Sheet, order: OrderPaper): void {
  const { reference, version, cooperative, client, worker, work, place, days, price, locale } = order;
  const words = orderWords[order.language];
  drawHead(
    sheet,
    cooperative.name,
    words.title,
    `${reference} · ${filled(words.version, { version: String(version) })}`,
  );
  drawSides(sheet, [
    { label: words.cooperative, name: cooperative.name, lines: linesOf(cooperative, order) },
    { label: words.client, name: client.name, lines: [...linesOf(client, order), client.email] },
  ]);
  drawSection(sheet, words.what, [
    [words.work, work],
    [words.worker, `${worker.name}, ${worker.role}`],
    [words.place, placeText(place, locale)],
    [words.when, showDays(order, locale)],
    [words.days, String(days)],
  ]);
  drawSection(sheet, words.money, [[words.price, showMoney(price, locale)], ...moneyTerms(order)]);
  drawClauses(sheet, order, words);
}

/** How the price is taxed and until when it is paid, as far as that is decided. */
export function moneyTerms({ language, vat, paymentDays }: OrderPaper): readonly Fact[] {
  const words = orderWords[language];
  return [
    [words.vat, vat ?? words.vatLater],
    ...(paymentDays === null
      ? []
      : [[words.payment, filled(words.paymentDays, { days: String(paymentDays) })] as const]),
  ];
}

/** The terms of the order in whole sentences. */
export function clausesOf({ language, cooperative, isEmployer, client, worker }: OrderPaper): readonly string[] {
  const { employs, lends, clauses } = orderWords[language];
  const names = { cooperative: cooperative.name, client: client.name, worker: worker.name };
  return [isEmployer ? employs : lends, ...clauses].map((clause) => filled(clause, names));
}

const linesOf = ({ address, vatNumber }: OrderSide, { language, locale }: OrderPaper): readonly string[] => [
  ...addressLines(address, locale),
  ...(vatNumber === null ? [] : [`${orderWords[language].vatNumber} ${vatNumber}`]),
];

function drawClauses(sheet: Sheet, order: OrderPaper, words: OrderWords): void {
  sheet.need(60);
  sheet.write('H2', words.terms, { size: 11, weight: 'bold', ink: 'brand' });
  sheet.space(5);
  clausesOf(order).forEach((clause, index) => {
    sheet.write('P', `${index + 1}. ${clause}`);
    sheet.space(5);
  });
  sheet.space(8);
  sheet.write('P', evidenceWords[order.language].agreement, { size: 7.5, ink: 'muted' });
  sheet.write('P', order.termsHash, { size: 8 });
}
