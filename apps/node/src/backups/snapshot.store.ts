import { Client, escapeIdentifier } from 'pg';
import type { SequenceAt, Standing } from './archive.js';
import { copyOut } from './copy.js';
import { type Reference, type Table, parentsFirst } from './tables.js';

export type Asks = Pick<Client, 'query'>;

/** The form in which values are written must not depend on how a server is set up. */
export const plainForms = `set local datestyle = iso; set local intervalstyle = postgres; set local timezone = 'UTC';
  set local extra_float_digits = 3; set local bytea_output = hex; set local client_encoding = utf8`;

/** Shows `use` the database as it is at one moment, while the node goes on. */
export async function atOneMoment<T>(url: string, use: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: 'passerelle backup' });
  // A connection that breaks fails the question that is asked on it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    await client.query(plainForms);
    return await use(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** All tables but the list of migrations, which a restore makes itself. */
export async function tablesIn(client: Asks): Promise<readonly Table[]> {
  const { rows: tables } = await client.query<Table>(
    `select c.relname as name, array(
         select attname::text from pg_attribute
         where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns
       from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname <> 'migrations'
      order by c.relname`,
  );
  const { rows: references } = await client.query<Reference>(
    `select child.relname as child, parent.relname as parent
       from pg_constraint r join pg_class child on child.oid = r.conrelid join pg_class parent on parent.oid = r.confrelid
      where r.contype = 'f' and r.connamespace = current_schema()::regnamespace`,
  );
  return parentsFirst(tables, references);
}

export async function sequencesIn(client: Asks): Promise<readonly SequenceAt[]> {
  const { rows } = await client.query<SequenceAt>(
    `select sequencename as name, last_value::text as last from pg_sequences
      where schemaname = current_schema() and last_value is not null and sequencename <> 'migrations_id_seq'
      order by sequencename`,
  );
  return rows;
}

/** Names of the changes of the schema that were done; none in a database that is no node's yet. */
export async function migrationsIn(client: Asks): Promise<readonly string[]> {
  const { rows: found } = await client.query<{ has: boolean }>(
    `select to_regclass('migrations') is not null and to_regclass('channel') is not null as has`,
  );
  if (!found[0]!.has) return [];
  const { rows } = await client.query<{ name: string }>('select name from migrations order by id');
  return rows.map(({ name }) => name);
}

export const rowsOf = (client: Asks, { name, columns }: Table): AsyncIterable<Buffer> =>
  copyOut(client, `copy ${escapeIdentifier(name)} (${columns.map(escapeIdentifier).join(', ')}) to stdout`);

/** What the books and the channels say, which whoever restores them compares. */
export async function standingIn(client: Asks): Promise<Standing> {
  const ask = async <T extends object>(sql: string): Promise<readonly T[]> => (await client.query<T>(sql)).rows;
  const [sums] = await ask<Pick<Standing, 'facts' | 'transactions' | 'postings'>>(
    `select (select count(*) from fact)::text as facts, (select count(*) from posting)::text as postings,
            (select count(*) from ledger_transaction)::text as transactions`,
  );
  const books = await ask<Standing['books'][number]>(
    `select entity::text, currency::text, sum(abs(amount))::text as turnover from posting
      group by entity, currency order by entity, currency`,
  );
  const heads = await ask<Standing['heads'][number]>(
    `select peer, out_seq::text as "outSeq", out_head as "outHead", in_seq::text as "inSeq", in_head as "inHead"
       from channel order by peer`,
  );
  return { ...sums!, books, heads };
}
