// The door for whoever works on a program that does not serve: its database and its trail. It loads no framework.
export { apart } from './database/apart.js';
export { Database, type DatabaseOptions, managerOf, type SchemaState, type Work } from './database/database.js';
export { forgetHeld, Held, writeHeld } from './database/held.js';
export { Replica, type ReplicaOptions, type ReplicaState } from './database/replica.js';
export { SchemaIsNewer } from './database/schema-is-newer.js';
export { Ids, parsePublicId, publicId, RandomIds, uuidV7 } from './ids.js';
export { asStep, belongsTo, traceIdOf, traceOf } from './traces/traces.js';
export { doorsMigrations } from './database/migrations.js';
export { type Account, type AccountRefusal, type Role } from './access/accounts/account.js';
export { accountsOf, apiKeysOf } from './access/accounts/accounts-at-rest.service.js';
export { Accounts } from './access/accounts/accounts.service.js';
export { doorsEntities } from './access/access.rows.js';
export { type ApiKey, type ApiKeyRefusal, scopeText } from './access/api-keys/api-key.js';
export { ProgramAddress } from './access/program-address.js';
export { commandLine, leaveTrail } from './access/command-line-trail.service.js';
export { Clock, RealClock } from './clock.js';
export {
  missingKeys,
  rotatedLines,
  type SealedColumn,
  SealedRowsStore,
  secretsOfApps,
  type Telling,
} from './sealing/sealed-rows.store.js';
export { type Place, SealFault, Sealing } from './sealing/sealing.js';
export { inLanguage, isLanguage, type Language, languageOf, languages, type Words } from './language.js';
export { Incidents1767225604720 } from './status/incidents.migration.js';
