import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { Country } from '@passerelle/rules';
import { type Example, exampleFaults, remembered } from '@passerelle/rules/kit';

/** The rules as they are written, whether this file runs as source or as built. */
const rulesFolder = ['../../../../libs/rules/', '../../../../../libs/rules/']
  .map((path) => new URL(path, import.meta.url))
  .find((folder) => existsSync(new URL('xx/examples/', folder)));

/**
 * Files of a country's `examples/` that are payslips, which come with the program as the rules do; null where they were
 * not installed beside it.
 */
export function examplesOf({ code }: Country): Readonly<Record<string, Example>> | null {
  if (!rulesFolder) return null;
  const folder = new URL(`${code.toLowerCase()}/examples/`, rulesFolder);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const read = files.map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as object] as const);
  return Object.fromEntries(read.filter(([, content]) => 'expected' in content)) as Record<string, Example>;
}

/** What a country's rules make of their own examples: how many there are, and each difference. */
export interface OwnTest {
  readonly examples: number;
  readonly faults: readonly string[];
}

/** Run once: neither rules nor examples change while a program runs. Null where the examples are not there. */
export const ownTestOf = remembered((country: Country): OwnTest | null => {
  const examples = examplesOf(country);
  return examples && { examples: Object.keys(examples).length, faults: exampleFaults(country, examples) };
});
