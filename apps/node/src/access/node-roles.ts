import type { Role } from '@passerelle/doors/at-rest';

/** What people may be at a cooperative's node. A worker owns her own things; the others serve everybody's. */
export const nodeRoles = [
  'worker',
  'adviser',
  'payroll',
  'finance',
  'auditor',
  'sysadmin',
] as const satisfies readonly Role[];
