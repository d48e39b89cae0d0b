/** As much of a JSON Schema as the API's own description uses. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** The named schemas of an API's description. */
export type Schemas = Readonly<Record<string, Schema>>;

/** The schema with what it refers to in its place, and the name it had. */
export function resolved(schema: Schema, schemas: Schemas): Schema & { readonly name?: string } {
  const [only] = schema.allOf ?? schema.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  if (only) return { ...resolved(only, schemas), ...(schema.anyOf && { type: ['object', 'null'] }) };
  const name = schema.$ref?.split('/').at(-1);
  if (name === undefined) return schema;
  const found = schemas[name];
  if (!found) throw new Error(`the API describes no ${name}`);
  return { ...found, name };
}

/** The types a value may have; none said is any. */
export function typesOf({ type, enum: words, properties }: Schema): readonly string[] {
  if (Array.isArray(type)) return type as readonly string[];
  if (typeof type === 'string') return [type];
  return words ? ['string'] : properties ? ['object'] : [];
}

/** The prefix of the id that the field holds, seen from its form or its example. */
export const idPrefixOf = ({ pattern, example }: Schema): string | undefined =>
  /^\^([a-z]+)_\[0-9a-f\]\{32\}\$$/.exec(pattern ?? '')?.[1] ??
  (typeof example === 'string' ? /^([a-z]+)_[0-9a-f]{32}$/.exec(example)?.[1] : undefined);
