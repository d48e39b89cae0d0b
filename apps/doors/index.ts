export {
  confinedTo,
  mayActFor,
  type NewAccount,
  normalEmail,
  passwordLength,
  roles,
} from './access/accounts/account.js';
export { Allow, ByAPerson, CurrentAccount, Public, SignedIn } from './access/allow.js';
export * from './at-rest.js';
export { type EnteredAccount } from './access/accounts/accounts.service.js';
export { ownOnly } from './access/accounts/own-only.js';
export { Accepts } from './access/same-origin.guard.js';
export { FactorProofBody } from './access/second-factor/factor-proof.body.js';
export { refusedFactors } from './access/second-factor/second-factor-problems.js';
export { SecondFactors } from './access/second-factor/second-factors.service.js';
export { Entrance } from './access/session/entrance.service.js';
export { SessionBody } from './access/session/session.body.js';
export { type SessionLimits } from './access/session/sessions.service.js';
export { type Attempt, SignInLimits } from './access/session/sign-in-limits.service.js';
export { postgresCounters } from './access/session/sign-in-limits.store.js';
export { IsAmount, IsCurrency } from './bodies/amount-rules.js';
export { IsCountry, IsDay, IsInstant, IsMonth } from './bodies/day-rules.js';
export { IsBic, IsIban, IsVatNumber } from './bodies/identifier-rules.js';
export { IsMoney, IsSignedMoney, MoneyBody, SignedMoneyBody } from './bodies/money-body.js';
export { type Page, PageBody, pageOf, PageQuery } from './bodies/page.js';
export { PublicId } from './bodies/public-id-field.js';
export { PublicIdPipe } from './bodies/public-id.pipe.js';
export { rule } from './bodies/rule.js';
export * from './config/index.js';
export { plainStylePath } from './pages/plain-style.controller.js';
export { type Pages } from './pages/serve-pages.js';
export { DoorsModule, type DoorsOptions } from './doors.module.js';
export { Build, Metrics } from './health/metrics.js';
export { type HealthCheck, Readiness, type ReadinessReport } from './health/readiness.js';
export { Answer } from './http/answer.js';
export { ApiController } from './http/api-controller.js';
export { type LogOptions, ProgramLog } from './http/log.js';
export { Idempotency } from './idempotency/idempotency.service.js';
export { MovesMoney } from './idempotency/moves-money.js';
export type { Changes } from './live/listener.js';
export { Live } from './live/live.js';
export { type HttpOptions, type LargeBody, openHttp } from './open-http.js';
export { UnreadBody } from './http/unread-body.js';
export { type Traces, startTraces } from './traces/start-traces.js';
export { invalidRequest, notFound } from './problems/common-problems.js';
export { type QrPath, qrPath } from './pages/qr-path.js';
export { inHabit } from './problems/habit.js';
export { faultOf, Problem, type ProblemError, type ProblemKind, problemKind } from './problems/problem.js';
export { type RefusalTable, refusalTable } from './problems/refusal-table.js';
export { type RuleWords } from './problems/rule-words.js';
export { SandboxClock } from './sandbox/sandbox-clock.store.js';
export type { ServicesOf } from './status/service-states.js';
export { StatusModule } from './status/status.module.js';
export { AsSeen, Versioned } from './versions/versioned.js';
export { itsState, type Shown, Versions } from './versions/versions.service.js';
