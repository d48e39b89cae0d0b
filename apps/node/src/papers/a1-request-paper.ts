import { showCountry, showDate, showDays } from '@passerelle/i18n';
import type { Language } from '@passerelle/rules';
import type { PlainDate } from '@passerelle/values';
import { type PaperAddress, addressLines } from './address.js';
import { type Fact, drawHead, drawSection, drawSides, drawSignature } from './blocks.js';
import { Sheet } from './sheet.js';
import { type A1Words, a1Words } from './words/a1-request.js';

export interface A1RequestPaper {
  /** The language of the institution that is asked. */
  readonly language: Language;
  readonly locale: string;
  readonly made: Date;
  readonly reference: string;
  readonly institution: { readonly name: string; readonly lines: readonly string[] };
  readonly basis: 'article-12-1' | 'article-13-1';
  readonly employer: {
    readonly name: string;
    readonly vatNumber: string;
    /** Number in the national register, where it is not the VAT number. */
    readonly identifier: string | null;
    readonly address: PaperAddress;
  };
  /** What nobody has said yet is null and is asked for on the paper: a request is never filled with guesses. */
  readonly worker: {
    readonly name: string;
    readonly bornOn: PlainDate | null;
    /** ISO 3166. */
    readonly nationality: string | null;
    readonly nationalNumber: string | null;
    readonly address: PaperAddress | null;
    readonly insuredSince: PlainDate | null;
  };
  readonly abroad: {
    readonly country: string;
    readonly town: string;
    readonly client: string;
    readonly clientAddress: PaperAddress;
    readonly first: PlainDate;
    readonly last: PlainDate;
    readonly work: string;
  };
}

/** The request to the institution of the sending state, with all that it asks in its own language. */
export function a1RequestPaper(request: A1RequestPaper): Promise<Uint8Array> {
  const { language, locale, made, reference, institution, employer } = request;
  const words = a1Words[language];
  const sheet = new Sheet({ title: `${words.title} ${reference}`, author: employer.name, locale, made });
  drawHead(sheet, employer.name, words.title, reference);
  drawSides(sheet, [
    { label: words.from, name: employer.name, lines: addressLines(employer.address, locale) },
    { label: words.to, name: institution.name, lines: institution.lines },
  ]);
  sheet.write('P', words.why);
  sheet.space(12);
  drawSection(sheet, words.employer, employerFacts(request, words));
  drawSection(sheet, words.worker, workerFacts(request, words));
  drawSection(sheet, words.abroad, abroadFacts(request, words));
  drawStatements(sheet, request, words);
  drawSignature(sheet, words.signature);
  return sheet.finish(`${employer.name} · ${words.title} · ${reference}`);
}

const employerFacts = ({ employer, locale }: A1RequestPaper, words: A1Words): readonly Fact[] => [
  [words.name, employer.name],
  [words.vatNumber, employer.vatNumber],
  ...(employer.identifier === null ? [] : [[words.identifier, employer.identifier] as const]),
  [words.address, addressLines(employer.address, locale).join(', ')],
];

function workerFacts({ worker, locale }: A1RequestPaper, words: A1Words): readonly Fact[] {
  const orMissing = (value: string | null): string => value ?? `– ${words.missing} –`;
  const day = (date: PlainDate | null): string | null => (date === null ? null : showDate(date, locale));
  return [
    [words.name, worker.name],
    [words.bornOn, orMissing(day(worker.bornOn))],
    [words.nationality, orMissing(worker.nationality && showCountry(worker.nationality, locale))],
    [words.nationalNumber, orMissing(worker.nationalNumber)],
    [words.homeAddress, orMissing(worker.address && addressLines(worker.address, locale).join(', '))],
    [words.insuredSince, orMissing(day(worker.insuredSince))],
  ];
}

const abroadFacts = ({ abroad, basis, locale }: A1RequestPaper, words: A1Words): readonly Fact[] => [
  [words.basis, words.bases[basis]],
  [words.country, showCountry(abroad.country, locale)],
  [words.place, abroad.town],
  [words.client, [abroad.client, ...addressLines(abroad.clientAddress, locale)].join(', ')],
  [words.period, showDays(abroad, locale)],
  [words.work, abroad.work],
];

/** Who works in several states is not posted, so that the conditions of a posting are not stated. */
function drawStatements(sheet: Sheet, { basis }: A1RequestPaper, words: A1Words): void {
  sheet.need(90);
  sheet.write('H2', words.statements, { size: 11, weight: 'bold', ink: 'brand' });
  sheet.space(5);
  const said = basis === 'article-12-1' ? [words.employed, ...words.posted] : [words.employed];
  for (const statement of said) {
    sheet.write('P', `– ${statement}`);
    sheet.space(4);
  }
}
