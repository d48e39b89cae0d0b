import type { JsonObject, Json } from '@passerelle/protocol';

/** A message's body in which one value is another one. */
export interface Mutation {
  readonly what: string;
  readonly body: JsonObject;
}

/** Every value of a body replaced, one at a time, by others of its kind and by nonsense. `real` exist in the node. */
export function mutationsOf(body: JsonObject, real: readonly string[]): Mutation[] {
  return placesIn(body).flatMap((path) =>
    othersFor(valueAt(body, path), real).map((value) => ({
      what: `${path.join('.')} = ${JSON.stringify(value).slice(0, 60)}`,
      body: replaced(body, path, value) as JsonObject,
    })),
  );
}

type Path = readonly string[];

function placesIn(value: Json, before: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [before];
  return Object.entries(value).flatMap(([name, field]) => placesIn(field, [...before, name]));
}

const valueAt = (value: Json, path: Path): Json =>
  path.reduce<Json>((within, name) => (within as Record<string, Json>)[name]!, value);

function replaced(value: Json, [name, ...rest]: Path, by: Json): Json {
  if (name === undefined) return by;
  if (Array.isArray(value))
    return value.map((each: Json, at) => (String(at) === name ? replaced(each, rest, by) : each));
  return { ...(value as JsonObject), [name]: replaced((value as Record<string, Json>)[name]!, rest, by) };
}

const otherHash = 'AAAKrRdmvFVSL0iw5iLkAFMqmoXDEUp4x2z6fNY_u_U';
const otherSignature = `${otherHash}${otherHash}`.slice(0, 85).concat('g');

/** Each kind is known by its form. */
const kinds: readonly (readonly [RegExp, (real: readonly string[]) => readonly Json[]])[] = [
  [/^[0-9a-f]{8}-[0-9a-f]{4}-7/, (real) => [...real, '0198f5c1-8f2a-7c3b-9a41-0242ac12ffff']],
  [/^[\w-]{43}$/, () => [otherHash]],
  [/^[\w-]{86}$/, () => [otherSignature]],
  [/^\d{4}-\d\d$/, () => ['2026-03', '1999-01', '2999-12']],
  [/^\d{4}-\d\d-\d\d$/, () => ['1999-01-01', '2026-03-31', '2999-12-31', '2026-02-30']],
  [/^-?\d+$/, () => ['0', '1', '-1', '1.5', '999999999999', '9'.repeat(18), '9'.repeat(40)]],
  [/^[A-Z]{3}$/, () => ['SEK', 'XXX']],
  [/^[a-z]{2}$/, () => ['be', 'fr', 'se', 'xx']],
];

function othersFor(value: Json, real: readonly string[]): Json[] {
  const others = typeof value === 'string' ? (kinds.find(([form]) => form.test(value))?.[1](real) ?? ['another']) : [];
  return [...others.filter((other) => other !== value), '', null, 5, {}, 'x'.repeat(5000), "'; drop table mission; --"];
}
