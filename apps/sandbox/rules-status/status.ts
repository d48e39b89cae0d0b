import type { Country } from '@passerelle/rules';
import { figureText } from '@passerelle/rules/kit';
import type { Confidence, Dated } from '@passerelle/values';

const marks: readonly Confidence[] = ['confirmed', 'secondary', 'inferred', 'to-confirm'];

/** Every dated figure of every country, with its source and how sure it is, as the page `docs/rules-status.md`. */
export function rulesStatus(countries: readonly Country[]): string {
  return [
    '# Status of the rules',
    '',
    'Made by `node apps/sandbox/run.mjs rules-status/main` from the figures of `libs/rules`; do not edit it by hand.',
    '',
    '`confirmed`: read in the law, at the authority, or reproduced. `secondary`: read at a named publisher. `inferred`: computed',
    'from confirmed neighbours. `to-confirm`: believed, no source opened yet. Numbers of a table are minor units (cents, öre)',
    'unless their name says days, months or hours; a long table is cut and ends in …',
    '',
    '## Count',
    '',
    ...countries.map((country) => `- ${country.code} ${country.version}: ${countText(country)}`),
    ...countries.flatMap(countryPage),
    '',
  ].join('\n');
}

function countText({ figures }: Country): string {
  const entries = figures.flatMap((figure) => figure.entries);
  const counts = marks.map((mark) => `${entries.filter(({ confidence }) => confidence === mark).length} ${mark}`);
  return `${entries.length} values, ${counts.join(', ')}`;
}

const countryPage = ({ code, localName, figures }: Country): readonly string[] => [
  '',
  `## ${code}, ${localName}`,
  ...figures.flatMap(figureLines),
];

function figureLines(figure: Dated<unknown>): readonly string[] {
  const entries = figure.entries.map(
    ({ from, value, source, confidence }) => `- ${from}: \`${figureText(value)}\`, ${confidence}: ${plain(source)}`,
  );
  const end = figure.endedFrom === undefined ? [] : [`- ${figure.endedFrom}: no value`];
  return ['', `### ${figure.name}`, '', ...entries, ...end];
}

/** Markdown takes some signs for its own. */
const plain = (source: string): string => source.replace(/[*_<>[\]|\\`]/g, (sign) => `\\${sign}`);
