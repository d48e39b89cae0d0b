import { idPrefixOf, resolved, type Schema, type Schemas, typesOf } from './schema.js';

/** What a form can be filled in with: real ids, by their prefix. */
export type KnownIds = ReadonlyMap<string, readonly string[]>;

/** A value that the schema describes, such as a person who reads the documents would write. */
export function rightValue(given: Schema, schemas: Schemas, ids: KnownIds): unknown {
  const schema = resolved(given, schemas);
  const prefix = idPrefixOf(schema);
  if (prefix !== undefined) return ids.get(prefix)?.[0] ?? `${prefix}_019a0000000070008000000000000001`;
  if (schema.example !== undefined) return schema.example;
  if (schema.enum) return typesOf(schema).includes('array') ? [schema.enum[0]] : schema.enum[0];
  if (schema.default !== undefined) return schema.default;
  switch (typesOf(schema)[0]) {
    case 'object':
      return rightObject(schema, schemas, ids);
    case 'array':
      return schema.items ? [rightValue(schema.items, schemas, ids)] : [];
    case 'number':
    case 'integer':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return rightText(schema);
  }
}

function rightObject({ properties = {} }: Schema, schemas: Schemas, ids: KnownIds): object {
  const fields = Object.entries(properties).map(([name, field]) => [name, rightValue(field, schemas, ids)] as const);
  return Object.fromEntries(fields);
}

const rightText = ({ format }: Schema): string =>
  ({ date: '2026-03-23', 'date-time': '2026-03-23T08:00:00Z', password: 'a sentence to remember' })[format ?? ''] ??
  'Amina';
