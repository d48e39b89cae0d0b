import { type Country, countries, demoCountry } from '@passerelle/rules';
import { conformance } from '@passerelle/rules/kit';
import { examplesOf } from '../cooperative/law-examples.js';
import { type Given, Refused, exit, type Run } from './command.js';

export const test: Run = async (given) => {
  const tested = asked(given).map((country) => {
    const examples = examplesOf(country);
    if (!examples) throw new Refused(exit.failed, 'libs/rules does not lie beside this program: install it whole');
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
