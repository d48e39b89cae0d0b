import { type SealedColumn, secretsOfApps } from '@passerelle/doors/at-rest';

/** All that a node seals in its database. */
export const sealedColumns: readonly SealedColumn[] = [
  { table: 'receipt', id: 'id', column: 'bytes', form: 'bytes' },
  { table: 'a1_document', id: 'id', column: 'bytes', form: 'bytes' },
  { table: 'refused_file', id: 'id', column: 'bytes', form: 'bytes' },
  { table: 'bank_file_part', id: 'id', column: 'bytes', form: 'bytes' },
  secretsOfApps,
];
