import { Access1767225500001 } from '../access/access.migration.js';
import { ChosenPasswords1767225761000 } from '../access/accounts/chosen-passwords.migration.js';
import { SecondFactor1767225500004 } from '../access/second-factor/second-factor.migration.js';
import { ApiKeys1767225500005 } from '../access/api-keys/api-keys.migration.js';
import { Provider1767225500007 } from '../access/provider/provider.migration.js';
import { Passkeys1767225500008 } from '../access/passkeys/passkeys.migration.js';
import { Trail1767225500006 } from '../access/trail/trail.migration.js';
import { Idempotency1767225500002 } from '../idempotency/idempotency.migration.js';
import { SandboxClock1767225500003 } from '../sandbox/sandbox-clock.migration.js';

/** The tables behind the doors, for each program's own list. */
export const doorsMigrations = [
  Access1767225500001,
  Idempotency1767225500002,
  SandboxClock1767225500003,
  SecondFactor1767225500004,
  ApiKeys1767225500005,
  Trail1767225500006,
  Provider1767225500007,
  Passkeys1767225500008,
  ChosenPasswords1767225761000,
];
