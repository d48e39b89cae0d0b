import { Access1767225500001 } from './access/access.migration.js';
import { SecondFactor1767225500004 } from './access/second-factor.migration.js';
import { ApiKeys1767225500005 } from './access/api-keys.migration.js';
import { Provider1767225500007 } from './access/provider.migration.js';
import { Passkeys1767225500008 } from './access/passkeys.migration.js';
import { Trail1767225500006 } from './access/trail.migration.js';
import { AccountRow, SessionRow } from './access/access.rows.js';
import { Idempotency1767225500002 } from './idempotency/idempotency.migration.js';
import { SandboxClock1767225500003 } from './sandbox/sandbox-clock.migration.js';

export {
  type Account,
  type AccountRefusal,
  confinedTo,
  mayActFor,
  type NewAccount,
  type Role,
  roles,
} from './access/account.js';
export { Accounts } from './access/accounts.service.js';
export { type ApiKey, type ApiKeyRefusal, scopeText } from './access/api-key.js';
export { accountsOf, apiKeysOf, commandLine, leaveTrail } from './access/accounts-at-rest.service.js';
export { Allow, ByAPerson, CurrentAccount, Public, SignedIn } from './access/allow.js';
export { ownOnly } from './access/own-only.js';
export { ProgramAddress } from './access/program-address.js';
export { Accepts } from './access/same-origin.guard.js';
export { type SessionLimits } from './access/sessions.service.js';
export { IsAmount, IsCurrency } from './bodies/amount-rules.js';
export { IsCountry, IsDay, IsInstant, IsMonth } from './bodies/day-rules.js';
export { IsBic, IsIban, IsVatNumber } from './bodies/identifier-rules.js';
export { IsMoney, IsSignedMoney, MoneyBody, SignedMoneyBody } from './bodies/money-body.js';
export { type Page, PageBody, pageOf, PageQuery } from './bodies/page.js';
export { PublicId } from './bodies/public-id-field.js';
export { PublicIdPipe } from './bodies/public-id.pipe.js';
export { rule } from './bodies/rule.js';
export { Clock, RealClock } from './clock.js';
export { configOrExit, exitConfiguration } from './config/config-or-exit.js';
export { nearest } from './config/edit-distance.js';
export {
  countryCode,
  httpsAddress,
  instant,
  natsUrl,
  nkeySeed,
  nodeId,
  oneOf,
  passphrase,
  path,
  port,
  postgresUrl,
  signingKeyPem,
  text,
  timeZone,
  wholeNumber,
} from './config/forms.js';
export { plainStylePath } from './pages/plain-style.controller.js';
export { type Pages } from './pages/serve-pages.js';
export { printProblems, printUnknown } from './config/print-problems.js';
export { programSettings, providerIn, replicaIn } from './config/program-settings.js';
export { type ConfigProblem, type ConfigRefusal, readConfig } from './config/read-config.js';
export {
  type ConfigOf,
  type Environment,
  type Form,
  isGiven,
  optional,
  required,
  requiredSecret,
  type Setting,
  type Settings,
  standard,
} from './config/setting.js';
export { apart } from './database/apart.js';
export { Database, type DatabaseOptions, managerOf, type SchemaState, type Work } from './database/database.js';
export { forgetHeld, Held, writeHeld } from './database/held.js';
export { Replica, type ReplicaOptions, type ReplicaState } from './database/replica.js';
export { SchemaIsNewer } from './database/schema-is-newer.js';
export { DoorsModule, type DoorsOptions } from './doors.module.js';
export { Build, Metrics } from './health/metrics.js';
export { type HealthCheck, Readiness, type ReadinessReport } from './health/readiness.js';
export { Answer } from './http/answer.js';
export { ApiController } from './http/api-controller.js';
export { type LogOptions, ProgramLog } from './http/log.js';
export { Idempotency } from './idempotency/idempotency.service.js';
export { MovesMoney } from './idempotency/moves-money.js';
export { Ids, parsePublicId, publicId, RandomIds, uuidV7 } from './ids.js';
export type { Changes } from './live/listener.js';
export { Live } from './live/live.js';
export { inLanguage, isLanguage, type Language, languageOf, languages, type Words } from './language.js';
export { type HttpOptions, type LargeBody, openHttp } from './open-http.js';
export { type Traces, startTraces } from './traces/start-traces.js';
export { asStep, belongsTo, traceIdOf, traceOf } from './traces/traces.js';
export { invalidRequest, notFound } from './problems/common-problems.js';
export { type QrPath, qrPath } from './pages/qr-path.js';
export { Problem, type ProblemError, type ProblemKind, problemKind } from './problems/problem.js';
export { type RefusalTable, refusalTable } from './problems/refusal-table.js';
export { type RuleWords } from './problems/rule-words.js';
export { SandboxClock } from './sandbox/sandbox-clock.store.js';
export {
  missingKeys,
  rotatedLines,
  type SealedColumn,
  SealedRowsStore,
  secretsOfApps,
  type Telling,
} from './sealing/sealed-rows.store.js';
export { type Place, SealFault, Sealing } from './sealing/sealing.js';
export { productVersion } from './version.js';
export { AsSeen, Versioned } from './versions/versioned.js';
export { itsState, type Shown, Versions } from './versions/versions.service.js';

/** The tables behind the doors, for each program's own lists. */
export const doorsEntities = [AccountRow, SessionRow];

export const doorsMigrations = [
  Access1767225500001,
  Idempotency1767225500002,
  SandboxClock1767225500003,
  SecondFactor1767225500004,
  ApiKeys1767225500005,
  Trail1767225500006,
  Provider1767225500007,
  Passkeys1767225500008,
];
