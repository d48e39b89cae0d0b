import assert from 'node:assert/strict';
import { showDate, showDays, showMoney, showMonth, showPercent } from '@passerelle/i18n';
import { type AppliedFigure, type Language, type LawReference, type Words, cited } from '@passerelle/rules';
import { type Money, type PlainDate, type Rate, monthOf, sum } from '@passerelle/values';
import { type PaperAddress, addressLines } from './address.js';
import { drawAnswer, drawFacts, drawHead, drawSides } from './blocks.js';
import { Sheet } from './sheet.js';
import { type Row, drawTable } from './table.js';
import { filled } from './words/filled.js';
import { type PayslipGroup, type PayslipWords, payslipGroups, payslipWords } from './words/payslip.js';

/** An amount of a payslip with all that makes it so; what the worker gives up is negative. */
export interface ExplainedAmount {
  readonly id: string;
  readonly group: string;
  readonly title: Words;
  readonly localName: string | null;
  /** What the amount is for. */
  readonly text: Words;
  readonly amount: Money;
  readonly base: { readonly ref: string; readonly amount: Money } | null;
  readonly rate: Rate | null;
  readonly rounding: 'half-up' | null;
  readonly figures: readonly AppliedFigure[];
  readonly law: LawReference | null;
}

export interface PayslipPaper {
  readonly language: Language;
  readonly locale: string;
  readonly made: Date;
  readonly number: string;
  readonly employer: { readonly name: string; readonly vatNumber: string; readonly address: PaperAddress };
  readonly worker: { readonly name: string; readonly role: string };
  /** What is paid; null for the wage of a month, which is carried by all that she does. */
  readonly mission: string | null;
  readonly work: { readonly first: PlainDate; readonly last: PlainDate };
  readonly days: number;
  readonly payOn: PlainDate;
  /** Country and version of the rule pack, `BE 2026.1`. */
  readonly rules: string;
  readonly gross: Money;
  readonly taxable: Money;
  readonly net: Money;
  readonly cost: Money;
  readonly lines: readonly ExplainedAmount[];
  /** How the price of the mission became the cost of this employment. */
  readonly budget: {
    readonly price: Money;
    readonly hostShare: Money;
    readonly contribution: Money;
    /** What stays for expenses instead of becoming wage; null when nothing does. */
    readonly setAside: { readonly amount: Money } | null;
    readonly remainder: Money;
  };
}

interface Page extends PayslipPaper {
  readonly words: PayslipWords;
  readonly show: (amount: Money) => string;
  readonly day: (date: PlainDate) => string;
}

/** A payslip to be read by the worker: the net first, then every line with its base, its rate, its figures and its law. */
export function payslipPaper(paper: PayslipPaper): Promise<Uint8Array> {
  mustAddUp(paper);
  const { language, locale, made, number, employer } = paper;
  const words = payslipWords[language];
  const sheet = new Sheet({ title: `${words.title} ${number}`, author: employer.name, locale, made });
  const page: Page = {
    ...paper,
    words,
    show: (amount) => showMoney(amount, locale),
    day: (date) => showDate(date, locale),
  };
  drawHead(sheet, employer.name, words.title, number);
  drawPeople(sheet, page);
  drawAnswer(sheet, words.net, page.show(paper.net), filled(words.payDay, { date: page.day(paper.payOn) }));
  drawTable(sheet, columnsOf(words), rowsOf(page));
  sheet.space(14);
  if (paper.mission === null) sheet.write('P', words.carried, { ink: 'muted' });
  else drawBudget(sheet, page);
  return sheet.finish(`${employer.name} · ${words.title} ${number} · ${words.keep}`);
}

/** A payslip that does not add up is never printed. */
function mustAddUp({ lines, net, gross, cost, budget }: PayslipPaper): void {
  const total = (isOnTop: boolean): Money =>
    sum(
      lines.filter(({ group }) => (group === 'paid_on_top') === isOnTop).map(({ amount }) => amount),
      net.currency,
    );
  assert(total(false).equals(net), `the lines make ${total(false)}, the net is ${net}`);
  assert(total(true).plus(gross).equals(cost), `the lines make ${total(true).plus(gross)}, the cost is ${cost}`);
  const { price, hostShare, contribution, setAside, remainder } = budget;
  const kept = [hostShare, contribution, remainder, ...(setAside ? [setAside.amount] : [])];
  const left = price.minus(sum(kept, price.currency));
  assert(left.equals(cost), `${left} of the price is left for employment, the cost is ${cost}`);
}

function drawPeople(sheet: Sheet, page: Page): void {
  const { words, employer, worker, work, days, mission, rules, locale } = page;
  sheet.group('Sect', () => {
    drawSides(sheet, [
      {
        label: words.employer,
        name: employer.name,
        lines: [...addressLines(employer.address, locale), employer.vatNumber],
      },
      { label: words.worker, name: worker.name, lines: [worker.role] },
    ]);
    drawFacts(sheet, [
      [words.work, showDays(work, locale)],
      [words.days, String(days)],
      mission === null ? [words.month, showMonth(monthOf(work.last), locale)] : [words.mission, mission],
      [words.rules, rules],
    ]);
  });
  sheet.space(4);
}

const columnsOf = (words: PayslipWords) =>
  [
    { title: words.line, share: 40 },
    { title: words.how, share: 42 },
    { title: words.amount, share: 18, align: 'right' },
  ] as const;

/** Groups that have lines, each with its sum; after what was earned the gross, before what the cooperative adds the net. */
function rowsOf(page: Page): readonly Row[] {
  const { words, show, net, cost } = page;
  return payslipGroups.flatMap((group) => {
    const lines = page.lines.filter((line) => line.group === group);
    const sums: Row[] = group === 'expenses_and_corrections' ? [sumRow(words.net, show(net))] : [];
    if (lines.length === 0) return sums;
    const own = sumRow(
      words.groups[group],
      show(
        sum(
          lines.map(({ amount }) => amount),
          net.currency,
        ),
      ),
    );
    const rows = [headingRow(group, lines[0]!, page), ...lines.map((line) => lineRow(line, page))];
    const closing = group === 'paid_on_top' ? [own, sumRow(words.cost, show(cost))] : [own, ...sums];
    return [...rows, ...(group === 'earned' ? [sumRow(words.gross, show(page.gross))] : closing)];
  });
}

const sumRow = (name: string, amount: string): Row => ({
  is: 'sum',
  cells: [{ text: name }, { text: '' }, { text: amount }],
});

/** What the lines of a group are for is the same for all of them, so it is said once. */
const headingRow = (group: PayslipGroup, { text }: ExplainedAmount, { words, language }: Page): Row => ({
  is: 'heading',
  cells: [{ text: words.groups[group], detail: text[language] }],
});

function lineRow(line: ExplainedAmount, page: Page): Row {
  const { title, localName, law, amount } = line;
  const name = title[page.language];
  const legal = [localName === name ? null : localName, law && `${cited(law.act)[page.language]}, ${law.article}`];
  return {
    cells: [
      { text: name, detail: legal.filter(Boolean).join(' · ') },
      { text: formulaOf(line, page), detail: detailOf(line, page) },
      { text: page.show(amount) },
    ],
  };
}

const formulaOf = ({ base, rate }: ExplainedAmount, { words, show, locale }: Page): string =>
  base && rate ? `${show(base.amount)} × ${showPercent(rate, locale)}` : words.byRule;

function detailOf({ base, rate, rounding, figures }: ExplainedAmount, { words, day, language }: Page): string {
  const of = base && rate ? words.bases[base.ref === 'gross' || base.ref === 'taxable' ? base.ref : 'base'] : null;
  const [first] = [...figures].sort((one, other) => (one.from < other.from ? 1 : -1));
  const since = first ? filled(words.since, { date: day(first.from) }) : null;
  return [of, rounding && words.halfUp, since, first && cited(first.source)[language]].filter(Boolean).join(' · ');
}

function drawBudget(sheet: Sheet, { words, show, budget, cost }: Page): void {
  const { price, hostShare, contribution, setAside, remainder } = budget;
  const row = (name: string, amount: Money): Row => ({ cells: [{ text: name }, { text: show(amount) }] });
  const rows: Row[] = [
    row(words.price, price),
    ...(hostShare.isZero() ? [] : [row(words.hostShare, hostShare.negated())]),
    row(words.contribution, contribution.negated()),
    ...(setAside ? [row(words.setAside, setAside.amount.negated())] : []),
    ...(remainder.isZero() ? [] : [row(words.remainder, remainder.negated())]),
    { is: 'sum', cells: [{ text: words.employment }, { text: show(cost) }] },
  ];
  sheet.need(120);
  sheet.write('H2', words.fromPrice, { size: 11, weight: 'bold', ink: 'brand' });
  sheet.space(6);
  drawTable(
    sheet,
    [
      { title: words.line, share: 70 },
      { title: words.amount, share: 30, align: 'right' },
    ],
    rows,
  );
}
