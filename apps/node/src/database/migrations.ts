import { doorsMigrations } from '@passerelle/doors';

/** Every room's changes of the schema, in no particular order: their names hold the time. They only go forward. */
export const migrations = [...doorsMigrations];
