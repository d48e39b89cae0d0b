import { localeOf } from '@passerelle/i18n';
import { useTexts } from '../app/texts.js';

/** The European Union, the European Economic Area, Switzerland and the United Kingdom. */
const codes = 'AT BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
  ' ',
);

/** Countries a mission or a client may be in, by name, in the order of the reader's alphabet. */
export function useCountries(): readonly (readonly [code: string, name: string])[] {
  const { words, country } = useTexts();
  const locale = localeOf(words);
  return codes
    .map((code) => [code, country(code)] as const)
    .sort(([, one], [, other]) => one.localeCompare(other, locale));
}
