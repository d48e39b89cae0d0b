import { readFileSync } from 'node:fs';
import type { GoldenCase, GoldenSchema } from './answer.js';

type Json = Readonly<Record<string, unknown>>;

/** The cases of one golden file, whichever of the known shapes it has. Throws when the file has none of them. */
export function readGolden(file: string): readonly GoldenCase[] {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (Array.isArray(content)) return (content as Json[]).map(listed);
  const top = content as Json;
  if (!Array.isArray(top['cases']))
    throw new Error(`${file} holds no cases: expected a list, or an object with "cases"`);
  const cases = top['cases'] as Json[];
  if (cases.some((one) => 'inputs' in one)) return cases.map((one) => sourced(one, schemaOf(top, one)));
  if (cases.some((one) => 'kind' in one)) return cases.map((one) => inAndOut(one, 'fr-artists', String(one['kind'])));
  return [
    ...cases.map((one) => inAndOut(one, 'fr', 'payslip')),
    ...section(top, 'reverse').map((one) => inAndOut(one, 'fr', 'reverse')),
    ...section(top, 'yearly').map((one) => inAndOut(one, 'fr', 'yearly')),
  ];
}

const section = (top: Json, name: string): Json[] => (Array.isArray(top[name]) ? (top[name] as Json[]) : []);

const schemaOf = (top: Json, one: Json): GoldenSchema =>
  String(one['country'] ?? top['country']).toLowerCase() as GoldenSchema;

/** Coordination and VAT: a list of facts and what must be concluded. Only VAT cases carry a kind. */
function listed(one: Json): GoldenCase {
  const kind = typeof one['kind'] === 'string' ? one['kind'] : 'coordination';
  const facts = objectOf(one['facts'] ?? one['input']);
  return {
    id: String(one['id']),
    schema: kind.startsWith('vat') ? 'vat' : 'coordination',
    kind,
    ...dateOf(facts['date']),
    inputs: facts,
    expected: kind === 'vat_treatment' ? withoutBasis(objectOf(one['expect'])) : objectOf(one['expect']),
  };
}

/** The articles behind a treatment are for the reader: there is more than one way to cite the same law. */
function withoutBasis(expected: Json): Json {
  const { basis: _basis, ...rest } = expected;
  return rest;
}

const sourced = (one: Json, schema: GoldenSchema): GoldenCase => ({
  id: String(one['id']),
  schema,
  kind: String(one['kind']),
  ...dateOf(one['date']),
  inputs: objectOf(one['inputs']),
  expected: objectOf(one['expected']),
  ...toleranceOf(one['tolerance']),
});

/** French cases. What stands beside `in` (the target of a reverse case) is an input too; without `out`, see below. */
function inAndOut(one: Json, schema: GoldenSchema, kind: string): GoldenCase {
  const { id, kind: _kind, source: _source, note: _note, tolerance, in: given, out, ...beside } = one;
  const inputs = objectOf(given);
  // A case may write its results beside `in` instead of under `out`; everything but the target is then a result.
  const { target, ...results } = beside;
  return {
    id: String(id),
    schema,
    kind,
    ...dateOf(inputs['date']),
    inputs: target === undefined ? inputs : { ...inputs, target },
    expected: out === undefined ? results : withoutWorkings(objectOf(out)),
    ...toleranceOf(tolerance),
  };
}

/** `oracle` holds the totals of the official model before any rounding: its workings, not a result on a payslip. */
function withoutWorkings(out: Json): Json {
  const { oracle: _oracle, ...results } = out;
  return results;
}

function toleranceOf(said: unknown): Pick<GoldenCase, 'tolerance'> {
  if (typeof said === 'number' || typeof said === 'string') return { tolerance: `${said}` };
  if (typeof said !== 'object' || said === null) return {};
  return { tolerance: Object.fromEntries(Object.entries(said).map(([field, most]) => [field, String(most)])) };
}

const dateOf = (date: unknown): { date?: string } => (typeof date === 'string' ? { date } : {});

const objectOf = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
