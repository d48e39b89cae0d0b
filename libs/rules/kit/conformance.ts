import { type Confidence, type Dated, isPlainDate, yearOf } from '@passerelle/values';
import { answerFaults } from './conformance-answers.js';
import { exampleFaults } from './conformance-examples.js';
import { allowanceFigures } from './allowances.js';
import { commonCitations, unworded } from './citations.js';
import type { Country } from './country.js';
import type { Example } from './example.js';
import { type FactField, factsCheck } from './facts.js';
import { recordKinds } from './retention.js';
import { type Words, languages } from './words.js';

/**
 * What a country's folder still lacks, each in one readable line; an empty list means that it conforms. It asks every
 * country the same questions: texts, sources, dates, holidays, payslips there and back, and the folder's own examples.
 */
export function conformance(country: Country, examples: Readonly<Record<string, Example>>): readonly string[] {
  return [
    ...headFaults(country),
    ...schemeFaults(country),
    ...figureFaults(country),
    ...citationFaults(country),
    ...factFaults(country),
    ...declarationFaults(country),
    ...contractFaults(country),
    ...invoicingFaults(country),
    ...retentionFaults(country),
    ...holidayFaults(country),
    ...answerFaults(country),
    ...exampleFaults(country, examples),
  ];
}

/** The languages in which one text is missing, as one line that names where. */
export function wordFaults(where: string, words: Words): readonly string[] {
  const missing = languages.filter((language) => !words[language]?.trim());
  return missing.length > 0 ? [`${where}: no words in ${missing.join(', ')}`] : [];
}

function headFaults({ code, localName, timeZone, version, vat }: Country): readonly string[] {
  const faults: string[] = [];
  if (localName.trim() === '') faults.push('the country has no name of its own (localName)');
  if (!/^\d{4}\.\d+$/.test(version)) faults.push(`version "${version}" is not like 2026.1`);
  if (!zones.has(timeZone)) faults.push(`"${timeZone}" is not a time zone of the IANA list`);
  if (vat.standard.entries.length === 0) faults.push('vat.standard has no rate');
  return faults.map((fault) => `${code}: ${fault}`);
}

const zones = new Set(Intl.supportedValuesOf('timeZone'));

function schemeFaults({ code, schemes, figures }: Country): readonly string[] {
  if (schemes.length === 0) return [`${code}: the list of schemes is empty`];
  const known = new Set(figures);
  return [
    ...repeated(schemes.map(({ id }) => id)).map((id) => `${id}: two schemes have this id`),
    ...schemes.flatMap((scheme) => [
      ...prefixFault(code, scheme.id),
      ...(scheme.localName.trim() === '' ? [`${scheme.id}: no localName, the law's own word`] : []),
      ...(scheme.law.act.trim() === '' || scheme.law.article.trim() === '' ? [`${scheme.id}: no act or article`] : []),
      ...wordFaults(scheme.id, scheme.words),
      ...scheme.figures
        .filter((figure) => !known.has(figure))
        .map((figure) => `${scheme.id}: its figure ${figure.name} is not in the country's list of figures`),
    ]),
  ];
}

const confidences: readonly Confidence[] = ['confirmed', 'secondary', 'inferred', 'to-confirm'];

function figureFaults({ code, figures }: Country): readonly string[] {
  if (figures.length === 0) return [`${code}: the list of figures is empty`];
  return [
    ...repeated(figures.map(({ name }) => name)).map((name) => `${name}: two figures have this name`),
    ...figures.flatMap((figure) => [...prefixFault(code, figure.name), ...entryFaults(figure)]),
  ];
}

function entryFaults(figure: Dated<unknown>): readonly string[] {
  const { entries, name } = figure;
  if (entries.length === 0) return [`${name}: no dated value`];
  return entries.flatMap((entry, index) => {
    const faults: string[] = [];
    if (entry.source.trim() === '') faults.push(`${name}: the value from ${entry.from} names no source`);
    if (!confidences.includes(entry.confidence)) faults.push(`${name}: the value from ${entry.from} has no mark`);
    const next = entries[index + 1];
    if (next && next.from <= entry.from) faults.push(`${name}: ${next.from} stands after ${entry.from}`);
    return faults;
  });
}

/** Whatever figures, rules, contracts, duties and fields rest on, people read it in their language. */
function citationFaults({ code, citations, ...country }: Country): readonly string[] {
  const { schemes, figures, contracts, declarations, retentions } = country;
  const laws = [
    ...schemes,
    ...contracts.forms.flatMap((form) => [form, ...form.terms]),
    ...declarations,
    ...recordKinds.map((kind) => retentions[kind]),
  ];
  const cited = [
    ...laws.map(({ law }) => law.act),
    ...figures.flatMap(({ entries }) => entries.map(({ source }) => source)),
    ...declarations.flatMap(({ fields }) => fields.map(({ source }) => source)),
  ];
  const known = new Map([...commonCitations, ...citations]);
  const unsaid = new Set(cited.filter((text) => text.trim() !== '').flatMap((text) => unworded(known, text)));
  return [
    ...[...citations].flatMap(([text, words]) => wordFaults(`${code}: the citation "${text}"`, words)),
    ...[...unsaid].map((part) => `${code}: "${part}" is cited in one language only; say it in citations`),
  ];
}

function factFaults({ code, facts }: Country): readonly string[] {
  const check = factsCheck(code, facts);
  const on = '2026-01-01' as Parameters<typeof check>[1];
  return [
    ...repeated(facts.map(({ name }) => name)).map((name) => `${code}: two facts are named ${name}`),
    ...facts.flatMap((field) => [
      ...wordFaults(`${code}: the fact ${field.name}`, field.words),
      ...(check({ [field.name]: field.assumed }, on)
        ? [`${code}: the fact ${field.name} may not be what is assumed`]
        : []),
      ...choiceFaults(code, field),
    ]),
  ];
}

function choiceFaults(code: string, { name, allowed }: FactField): readonly string[] {
  if (allowed.kind !== 'choice') return [];
  const { choices, words, offered } = allowed;
  return [
    ...choices.flatMap((choice) =>
      words[choice]
        ? wordFaults(`${code}: ${name} ${choice}`, words[choice])
        : [`${code}: ${name} ${choice} has no words`],
    ),
    ...offered
      .filter((choice) => !choices.includes(choice))
      .map((choice) => `${code}: ${name} offers ${choice}, which is not a choice`),
  ];
}

function declarationFaults({ code, declarations, figures }: Country): readonly string[] {
  const known = new Set(figures);
  return [
    ...repeated(declarations.map(({ id }) => id)).map((id) => `${id}: two declarations have this id`),
    ...declarations.flatMap(({ id, words, due, fields }) => [
      ...prefixFault(code, id),
      ...wordFaults(id, words),
      ...(known.has(due) ? [] : [`${id}: its due date ${due.name} is not in the country's list of figures`]),
      ...repeated(fields.map(({ name }) => name)).map((name) => `${id}: two fields are named ${name}`),
      ...fields.filter(({ source }) => source.trim() === '').map(({ name }) => `${id}: ${name} names no source`),
    ]),
  ];
}

function contractFaults({ code, contracts, facts, openEnded }: Country): readonly string[] {
  const { institution, agreed, forms, formOf, monthlyFormOf } = contracts;
  const known = new Set(facts.map(({ name }) => name));
  const assumed = Object.fromEntries(facts.map((field) => [field.name, field.assumed]));
  const usual = formOf(assumed);
  const monthly = monthlyFormOf(openEnded(assumed));
  return [
    ...(institution.trim() === '' ? [`${code}: nobody receives the contributions (contracts.institution)`] : []),
    ...(forms.includes(usual) ? [] : [`${code}: the usual contract is not in its list of forms`]),
    ...(forms.includes(monthly) ? [] : [`${code}: the contract by the month is not in its list of forms`]),
    ...(monthly.isOpenEnded ? [] : [`${monthly.id}: a contract by the month has no last day`]),
    ...agreed.filter((name) => !known.has(name)).map((name) => `${code}: contracts agree on ${name}, which is no fact`),
    ...repeated(forms.map(({ id }) => id)).map((id) => `${id}: two contracts have this id`),
    ...forms.flatMap((form) => [
      ...prefixFault(code, form.id),
      ...wordFaults(form.id, form.words),
      ...[form, ...form.terms].flatMap(({ law, words }) => [
        ...(law.act.trim() === '' || law.article.trim() === '' ? [`${form.id}: no act or article`] : []),
        ...wordFaults(form.id, words),
      ]),
    ]),
  ];
}

function invoicingFaults({ code, invoicing, allowances, figures }: Country): readonly string[] {
  const known = new Set(figures);
  return [
    ...invoicing.mentions.flatMap((mention) => wordFaults(`${code}: the mention ${mention.code}`, mention.words)),
    ...allowanceFigures(allowances)
      .filter((figure) => !known.has(figure))
      .map((figure) => `${code}: its allowance ${figure.name} is not in the country's list of figures`),
  ];
}

function retentionFaults({ code, retentions, figures }: Country): readonly string[] {
  const known = new Set<unknown>(figures);
  return recordKinds.flatMap((kind) => {
    const { law, years } = retentions[kind];
    return [
      ...(law.act === '' || law.article === '' ? [`${code}: the duty to keep ${kind} names no act or article`] : []),
      ...(known.has(years) ? [] : [`${code}: ${years.name} is not in the country's list of figures`]),
    ];
  });
}

function holidayFaults({ code, publicHolidays }: Country): readonly string[] {
  return [2024, 2025, 2026, 2027].flatMap((year) => {
    const days = publicHolidays(year);
    const faults: string[] = [];
    if (days.length === 0) faults.push('has no public holidays');
    if (days.some((date) => !isPlainDate(date) || yearOf(date) !== year)) faults.push('has a holiday outside the year');
    if (repeated(days).length > 0) faults.push(`names ${repeated(days).join(', ')} twice`);
    return faults.map((fault) => `${code}: ${year} ${fault}`);
  });
}

const prefixFault = (code: string, name: string): readonly string[] =>
  name.startsWith(`${code.toLowerCase()}.`) ? [] : [`${name}: does not begin with ${code.toLowerCase()}.`];

const repeated = (names: readonly string[]): readonly string[] => [
  ...new Set(names.filter((name, index) => names.indexOf(name) !== index)),
];
