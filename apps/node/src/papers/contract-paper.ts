import { showCountry, showDate, showMoney } from '@passerelle/i18n';
import type { ContractForm, ContractTerm, Language, LawReference, Words } from '@passerelle/rules';
import type { Confidence, Money, PlainDate } from '@passerelle/values';
import { type PaperAddress, addressLines, placeText } from './address.js';
import { type Fact, drawHead, drawSection, drawSides } from './blocks.js';
import { type Acceptance, attachShown, drawEvidence } from './evidence-page.js';
import { Sheet } from './sheet.js';
import { type ContractWords, contractWords, openTopics } from './words/contract.js';
import { evidenceWords } from './words/evidence.js';
import { filled } from './words/filled.js';

/** Something the law is told of the work, as both sides agree on it. */
export interface AgreedFact {
  readonly words: Words;
  readonly value: Words | string | boolean;
  /** Nobody has said it. */
  readonly isAssumed: boolean;
}

/** What a worker and her cooperative sign before a mission. What nobody knows is null and says so on the paper. */
export interface ContractPaper {
  readonly language: Language;
  readonly locale: string;
  readonly made: Date;
  readonly reference: string;
  readonly version: number;
  readonly form: ContractForm;
  readonly employer: { readonly name: string; readonly vatNumber: string; readonly address: PaperAddress };
  readonly worker: {
    readonly name: string;
    readonly role: string;
    readonly address: string | null;
    readonly bornOn: PlainDate | null;
  };
  readonly client: string;
  readonly work: string;
  readonly place: { readonly town: string; readonly country: string };
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly days: number;
  readonly agreed: readonly AgreedFact[];
  readonly pay: {
    readonly gross: Money;
    /** What makes the gross; one part where nothing is added to the wage. */
    readonly parts: readonly { readonly words: Words; readonly amount: Money }[];
    readonly net: Money;
    readonly payOn: PlainDate;
    readonly iban: string;
    /** Country and version of the rule pack, `BE 2026.1`. */
    readonly rules: string;
  };
  readonly institution: string;
  /** What both branches signed. */
  readonly termsHash: string;
}

/** The name under which the contract as it was offered travels inside the signed one. */
const insideName = 'contract-as-offered.pdf';

/** The contract as the cooperative offers it. */
export function contractPaper(contract: ContractPaper): Promise<Uint8Array> {
  const sheet = sheetOf(contract);
  drawContract(sheet, contract);
  return sheet.finish(footOf(contract));
}

/** The same contract with a page that proves who signed it. What was `shown`, as `contractPaper` made it, is inside. */
export async function signedContractPaper(
  contract: ContractPaper,
  signed: { readonly shown: Uint8Array; readonly acceptance: Acceptance; readonly email: string },
): Promise<Uint8Array> {
  const { language, locale, reference, employer, worker, termsHash } = contract;
  const { shown, acceptance, email } = signed;
  const words = contractWords[language];
  const sheet = sheetOf({ ...contract, made: acceptance.at });
  attachShown(sheet, { language, shown, insideName });
  drawContract(sheet, contract);
  drawEvidence(sheet, {
    language,
    locale,
    by: employer.name,
    reference,
    sentence: filled(words.signed, { worker: worker.name, employer: employer.name }),
    who: `${worker.name}, ${worker.role}`,
    how: filled(words.byAccount, { email }),
    acceptance,
    termsHash,
    shown,
    insideName,
  });
  return sheet.finish(footOf(contract));
}

const sheetOf = ({ language, locale, made, reference, employer, form }: ContractPaper): Sheet =>
  new Sheet({ title: `${form.words[language]} ${reference}`, author: employer.name, locale, made });

const footOf = ({ employer: { name, address }, reference }: ContractPaper): string =>
  `${name} · ${address.street}, ${address.postcode} ${address.town} · ${reference}`;

function drawContract(sheet: Sheet, contract: ContractPaper): void {
  const { language, reference, version, employer, form } = contract;
  const words = contractWords[language];
  const numbered = `${reference} · ${filled(words.version, { version: String(version) })}`;
  drawHead(sheet, employer.name, form.words[language], numbered);
  drawBoth(sheet, contract, words);
  drawSection(sheet, words.what, workFacts(contract, words));
  if (contract.agreed.length > 0)
    drawSection(
      sheet,
      words.agreed,
      contract.agreed.map((fact): Fact => [fact.words[language], valueOf(fact, words, language)]),
    );
  drawSection(sheet, words.pay, payFacts(contract, words));
  drawSection(sheet, words.law, [
    [words.contractLaw, marked(`${form.localName} (${lawText(form.law)})`, form.confidence, words)],
    [words.institution, contract.institution],
  ]);
  drawTerms(sheet, contract, words);
}

function drawBoth(sheet: Sheet, { employer, worker, locale }: ContractPaper, words: ContractWords): void {
  drawSides(sheet, [
    {
      label: words.employer,
      name: employer.name,
      lines: [...addressLines(employer.address, locale), `${words.vatNumber} ${employer.vatNumber}`],
    },
    {
      label: words.worker,
      name: worker.name,
      lines: [
        worker.role,
        worker.address ?? words.noAddress,
        ...(worker.bornOn === null ? [] : [`${words.bornOn} ${showDate(worker.bornOn, locale)}`]),
      ],
    },
  ]);
}

const workFacts = (contract: ContractPaper, words: ContractWords): readonly Fact[] => [
  [words.work, contract.work],
  [words.client, contract.client],
  [words.place, placeText(contract.place, contract.locale)],
  [words.first, showDate(contract.first, contract.locale)],
  [words.last, showDate(contract.last, contract.locale)],
  [words.days, String(contract.days)],
  [evidenceWords[contract.language].agreement, contract.termsHash],
];

function valueOf({ value, isAssumed }: AgreedFact, words: ContractWords, language: Language): string {
  const text = typeof value === 'boolean' ? words[value ? 'yes' : 'no'] : value;
  const shown = typeof text === 'string' ? text : text[language];
  return isAssumed ? `${shown} (${words.assumed})` : shown;
}

function payFacts({ pay, language, locale }: ContractPaper, words: ContractWords): readonly Fact[] {
  const parts = pay.parts.length > 1 ? pay.parts : [];
  return [
    [words.gross, showMoney(pay.gross, locale)],
    ...parts.map((part): Fact => [`· ${part.words[language]}`, showMoney(part.amount, locale)]),
    [words.net, `${showMoney(pay.net, locale)} (${filled(words.netHow, { rules: pay.rules })})`],
    [words.payDay, filled(words.payDayHow, { date: showDate(pay.payOn, locale) })],
    [words.account, filled(words.accountHow, { end: pay.iban.slice(-4) })],
  ];
}

const lawText = ({ act, article }: LawReference): string => `${act}, ${article}`;

const marked = (text: string, confidence: Confidence, { unconfirmed }: ContractWords): string =>
  confidence === 'to-confirm' ? `${text} – ${unconfirmed}` : text;

function drawTerms(sheet: Sheet, contract: ContractPaper, words: ContractWords): void {
  sheet.need(60);
  sheet.write('H2', words.terms, { size: 11, weight: 'bold', ink: 'brand' });
  sheet.space(5);
  termsOf(contract, words).forEach((sentence, index) => {
    sheet.write('P', `${index + 1}. ${sentence}`);
    sheet.space(5);
  });
}

/** Our own sentences, those of the law with where they stand, and what is still to be told. */
function termsOf(contract: ContractPaper, words: ContractWords): readonly string[] {
  const { employer, client, reference, form, place, pay, language, locale } = contract;
  const names = { employer: employer.name, client, reference };
  const isAbroad = place.country !== employer.address.country;
  const topics = openTopics.filter((topic) => !form.terms.some(({ about }) => about === topic));
  const lawful = ({ words: said, law, confidence }: ContractTerm): string =>
    marked(`${said[language]} (${lawText(law)})`, confidence, words);
  return [
    ...words.clauses.map((clause) => filled(clause, names)),
    ...(form.isOpenEnded ? [words.openEnded] : []),
    ...(isAbroad
      ? [filled(words.abroad, { country: showCountry(place.country, locale), currency: pay.gross.currency })]
      : []),
    ...form.terms.map(lawful),
    ...(topics.length === 0
      ? []
      : [filled(words.open, { topics: topics.map((topic) => words.topics[topic]).join(', ') })]),
  ];
}
