import { idPrefixOf, resolved, type Schema, type Schemas, typesOf } from './schema.js';

/** A body with one fault, and where the answer must point. */
export interface WrongBody {
  readonly what: string;
  readonly body: unknown;
  readonly pointer: string;
}

/** A body that is odd but may be well: the answer may be yes or no, and must be in order. */
export interface OddBody {
  readonly what: string;
  readonly body: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** One field of a body, however deep it lies. */
interface Leaf {
  readonly path: readonly string[];
  readonly schema: Schema & { readonly name?: string };
  readonly isRequired: boolean;
}

/** Every single fault that the schema lets one think of, each put into a body that is right otherwise. */
export function wrongBodies(schema: Schema, right: Fields, schemas: Schemas): WrongBody[] {
  const leaves = leavesOf(resolved(schema, schemas), schemas);
  return [
    ...leaves.flatMap(({ path, schema: field }) => wrongValues(field).map((value) => wrong(right, path, value))),
    ...leaves.filter(({ isRequired }) => isRequired).flatMap(({ path }) => [without(right, path), nulled(right, path)]),
    { what: 'a field too many', body: { ...right, surplus: 1 }, pointer: '#/surplus' },
    ...[[], [right], 'a text', 5, true, null].map((body) => ({ what: shown(body), body, pointer: '#' })),
  ];
}

/** Bodies with values that are texts like any other to us, and a trap to whoever builds SQL, pages or paths of them. */
export function oddBodies(schema: Schema, right: Fields, schemas: Schemas): OddBody[] {
  const texts = leavesOf(resolved(schema, schemas), schemas).filter(({ schema: field }) => isFreeText(field));
  const odd = texts.flatMap(({ path }) => oddTexts.map((text) => ({ path, value: text })));
  const nulls = leavesOf(resolved(schema, schemas), schemas).filter(({ isRequired }) => !isRequired);
  const changed = [...odd, ...nulls.map(({ path }) => ({ path, value: null }))].map(({ path, value }) => ({
    what: `${path.join('.')} = ${shown(value)}`,
    body: replaced(right, path, value),
  }));
  return [...changed, ...['__proto__', 'constructor', 'toString'].map((name) => inherited(right, name))];
}

function leavesOf(
  { properties = {}, required = [] }: Schema,
  schemas: Schemas,
  before: readonly string[] = [],
): Leaf[] {
  return Object.entries(properties).flatMap(([name, given]) => {
    const schema = resolved(given, schemas);
    const leaf = { path: [...before, name], schema, isRequired: required.includes(name) };
    return [leaf, ...leavesOf(schema, schemas, leaf.path)];
  });
}

function wrongValues(schema: Leaf['schema']): unknown[] {
  const types = typesOf(schema);
  if (types.length === 0) return [];
  const others = [...byType].filter(([type]) => !types.includes(type)).map(([, value]) => value);
  return [...others, ...(types.includes('string') ? wrongTexts(schema) : []), ...wrongNumbers(schema)];
}

const byType: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ['string', 'ninety'],
  ['number', 90],
  ['boolean', true],
  ['object', { a: 1 }],
  ['array', ['a']],
]);

const unending = 'x'.repeat(100_000);
const noCharacters = ['a\0b', '\ud83d', '\udc00\ud800'];

function wrongTexts(schema: Leaf['schema']): unknown[] {
  const always = [unending, ...noCharacters];
  if (schema.enum) return [...always, '', 'no-such-word'];
  if (schema.format === 'date')
    return [...always, '', '2026-02-30', '2026-13-01', '2026-3-1', '0000-00-00', '20260323'];
  if (idPrefixOf(schema) !== undefined)
    return [...always, '', 'nonsense', `zzz_${'0'.repeat(32)}`, '019a0000-0000-7000-8000-000000000001', "' or 1=1 --"];
  if (isAmount(schema)) return [...always, ...wrongAmounts, ...(mayBeNegative(schema) ? [] : ['-1.00', '-0.00'])];
  return always;
}

const isAmount = ({ example, type }: Schema): boolean =>
  type === 'string' && typeof example === 'string' && /^-?\d+\.\d\d$/.test(example);

/** The example of a field that may be negative is negative. */
const mayBeNegative = ({ example }: Schema): boolean => String(example).startsWith('-');

/** What must never be taken for money. */
const wrongAmounts = [
  '',
  ' ',
  '1,00',
  '1.001',
  '1e3',
  '1E-2',
  '0x10',
  ' 1.00',
  '1.00 ',
  '+1.00',
  '١.٠٠',
  'NaN',
  '--1',
  '9'.repeat(60),
];

function wrongNumbers({ minimum, maximum, ...schema }: Schema): unknown[] {
  if (!typesOf(schema).includes('number')) return [];
  return [
    ...(minimum === undefined ? [] : [minimum - 1, -1e15]),
    ...(maximum === undefined ? [] : [maximum + 1, 1e21]),
  ];
}

const isFreeText = (schema: Schema): boolean =>
  typesOf(schema).includes('string') && !schema.enum && schema.format === undefined && idPrefixOf(schema) === undefined;

const oddTexts = [
  "'; drop table account; --",
  '<script>alert(1)</script>',
  '{{7*7}}%s%n%x',
  '../../etc/passwd',
  '\u202eevil\u0007\u200b\ufeff',
  '👩‍🎤 Ǆ ﷽ Å',
  ' ',
];

const wrong = (right: Fields, path: readonly string[], value: unknown): WrongBody => ({
  what: `${path.join('.')} = ${shown(value)}`,
  body: replaced(right, path, value),
  pointer: pointerTo(path),
});

const without = (right: Fields, path: readonly string[]): WrongBody => ({
  what: `no ${path.join('.')}`,
  body: replaced(right, path, undefined),
  pointer: pointerTo(path),
});

const nulled = (right: Fields, path: readonly string[]): WrongBody => wrong(right, path, null);

/** A field that every object of ours has by birth. Defined, because an assignment would set the real one. */
const inherited = (right: Fields, name: string): OddBody => {
  const body = { ...right };
  Object.defineProperty(body, name, { value: { admin: true }, enumerable: true });
  return { what: `a field ${name}`, body };
};

function replaced(fields: Fields, [name, ...rest]: readonly string[], value: unknown): Fields {
  if (name === undefined) return fields;
  const inner = rest.length === 0 ? value : replaced((fields[name] ?? {}) as Fields, rest, value);
  return { ...fields, [name]: inner };
}

const pointerTo = (path: readonly string[]): string => `#/${path.join('/')}`;

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};
