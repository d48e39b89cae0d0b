import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { type Country, countries, demoCountry } from '@passerelle/rules';
import { type Example, conformance } from '@passerelle/rules/kit';
import { type Given, Refused, exit, type Run } from './command.js';

export const test: Run = async (given) => {
  const tested = asked(given).map((country) => {
    const examples = examplesOf(country);
    return { country, count: Object.keys(examples).length, faults: conformance(country, examples) };
  });
  const isGood = tested.every(({ faults }) => faults.length === 0);
  return {
    code: isGood ? exit.ok : exit.failed,
    lines: tested.flatMap(({ country: { code, version }, count, faults }) => [
      `${code}  ${version}  ${count} examples, ${faults.length} faults`,
      ...faults.map((fault) => `  ${fault}`),
    ]),
    json: tested.map(({ country: { code, version }, count, faults }) => ({ code, version, examples: count, faults })),
  };
};

function asked({ words }: Given): readonly Country[] {
  return words.length === 0 ? countries : words.map(known);
}

function known(code: string): Country {
  const all = [...countries, demoCountry];
  const found = all.find((each) => each.code === code.toUpperCase());
  if (found) return found;
  throw new Refused(
    exit.usage,
    `there are no rules for "${code}", only for ${all.map((each) => each.code).join(', ')}`,
  );
}

/** The rules as they are written, whether this file runs as source or as built. */
const rulesFolder = ['../../../../libs/rules/', '../../../../../libs/rules/']
  .map((path) => new URL(path, import.meta.url))
  .find((folder) => existsSync(new URL('xx/examples/', folder)));

/** Files of a country's `examples/` that are payslips, which come with the program as the rules do. */
function examplesOf({ code }: Country): Record<string, Example> {
  if (!rulesFolder) throw new Refused(exit.failed, 'libs/rules does not lie beside this program: install it whole');
  const folder = new URL(`${code.toLowerCase()}/examples/`, rulesFolder);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const read = files.map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object] as const);
  return Object.fromEntries(read.filter(([, content]) => 'expected' in content)) as Record<string, Example>;
}
