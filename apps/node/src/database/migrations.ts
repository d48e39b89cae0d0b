import { doorsMigrations } from '@passerelle/doors';
import { Books1767225600200 } from '../books/books.migration.js';
import { Facts1767225600100 } from '../facts/facts.migration.js';

/** Every room's changes of the schema, in no particular order: their names hold the time. They only go forward. */
export const migrations = [...doorsMigrations, Facts1767225600100, Books1767225600200];
