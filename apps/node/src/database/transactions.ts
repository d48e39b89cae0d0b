import type { Database } from '@passerelle/doors';

/** What a use case needs of a database: a transaction, and reading outside of one. PostgreSQL and memory both offer it. */
export type Transactions = Pick<Database, 'transact' | 'reading'>;
