import { type Words, languages } from './words.js';

/** What figures and rules rest on, in words for people, by the text in which the data names it. */
export type Citations = ReadonlyMap<string, Words>;

/** In en as the data says it, then in fr, nl, sv and de. */
export type CitationRow = readonly [en: string, fr: string, nl: string, sv: string, de: string];

/** `names` are the same in every language: articles of acts, publishers, addresses. */
export const citationsOf = (rows: readonly CitationRow[], names: readonly string[] = []): Citations =>
  new Map([
    ...rows.map(([en, fr, nl, sv, de]): [string, Words] => [en, { en, fr, nl, sv, de }]),
    ...names.map((name): [string, Words] => [name, alike(name)]),
  ]);

/** A citation in each language, part by part where it names several (`one; another`). What is not known stays as it is. */
export function citationWords(known: Citations, text: string): Words {
  const whole = known.get(text);
  if (whole) return whole;
  const parts = partsOf(text).map((part) => known.get(part) ?? alike(part));
  return inEach((language) => parts.map((words) => words[language]).join('; '));
}

/** The parts of a citation that nobody has put into words; an address needs none. */
export const unworded = (known: Citations, text: string): readonly string[] =>
  known.has(text) ? [] : partsOf(text).filter((part) => !known.has(part) && !part.startsWith('https://'));

const partsOf = (text: string): readonly string[] => text.split('; ');

const alike = (text: string): Words => inEach(() => text);

const inEach = (say: (language: keyof Words) => string): Words =>
  Object.fromEntries(languages.map((language) => [language, say(language)])) as Words;

/** What any country's data may say of a figure. */
export const commonCitations = citationsOf([
  [
    'believed, no source opened yet',
    'supposé, aucune source consultée à ce jour',
    'vermoed, nog geen bron geraadpleegd',
    'förmodat, ingen källa har öppnats ännu',
    'vermutet, noch keine Quelle eingesehen',
  ],
  [
    'no source opened yet',
    'aucune source consultée à ce jour',
    'nog geen bron geraadpleegd',
    'ingen källa har öppnats ännu',
    'noch keine Quelle eingesehen',
  ],
  ['not opened', 'non consulté', 'niet geraadpleegd', 'inte öppnat', 'nicht eingesehen'],
  ['from memory', 'de mémoire', 'uit het geheugen', 'ur minnet', 'aus dem Gedächtnis'],
  ['value of 2026', 'valeur de 2026', 'waarde van 2026', '2026 års värde', 'Wert von 2026'],
  ['the rate of 2026', 'taux de 2026', 'tarief van 2026', '2026 års procentsats', 'Satz von 2026'],
  [
    'those of 2024 and 2025 were not opened',
    'ceux de 2024 et 2025 n’ont pas été consultés',
    'die van 2024 en 2025 zijn niet geraadpleegd',
    'de för 2024 och 2025 har inte öppnats',
    'die von 2024 und 2025 wurden nicht eingesehen',
  ],
  ['what was asked', 'ce qui a été demandé', 'wat gevraagd werd', 'det som efterfrågades', 'was gefragt wurde'],
  [
    'Collective or own agreement of the employer',
    'Convention collective ou accord propre de l’employeur',
    'Collectieve of eigen overeenkomst van de werkgever',
    'Kollektivavtal eller arbetsgivarens eget avtal',
    'Tarifvertrag oder eigene Vereinbarung des Arbeitgebers',
  ],
]);
