import { SchemaIsNewer } from '@passerelle/doors/at-rest';
import { type ExitCode, exit } from './command.js';
import { type Said, type SaidCode, said } from './said.js';

/** What a server, the disk or the network did not do, and how an operator mends it. */
export interface OutsideFault {
  readonly code: ExitCode;
  readonly why: Said;
  readonly remedy: Said;
}

const fault = (code: ExitCode, why: SaidCode, remedy: SaidCode, values: Said['values'] = {}): OutsideFault => ({
  code,
  why: said(why, values),
  remedy: said(remedy),
});

const notLetIn = fault(exit.configuration, 'user-not-let-in', 'compare-database-url');
const unproven = fault(exit.configuration, 'certificate-unproven', 'name-authority');
const full = fault(exit.failed, 'disk-full', 'make-room-again');

/** By the code that PostgreSQL, Node or OpenSSL gives. */
const known: Readonly<Record<string, OutsideFault>> = {
  '28P01': notLetIn,
  '28000': notLetIn,
  '3D000': fault(exit.configuration, 'no-such-database', 'make-database'),
  '42501': fault(exit.configuration, 'user-may-not', 'name-owner'),
  '25006': fault(exit.configuration, 'only-read', 'name-written'),
  '53100': fault(exit.tryAgain, 'database-disk-full', 'make-room-there'),
  CERT_HAS_EXPIRED: fault(exit.failed, 'certificate-expired', 'renew-and-compare-clock'),
  CERT_NOT_YET_VALID: fault(exit.failed, 'certificate-not-yet', 'compare-clocks'),
  ERR_TLS_CERT_ALTNAME_INVALID: fault(exit.configuration, 'certificate-other-name', 'write-certified-name'),
  DEPTH_ZERO_SELF_SIGNED_CERT: unproven,
  SELF_SIGNED_CERT_IN_CHAIN: unproven,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unproven,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unproven,
  ENOSPC: full,
  EDQUOT: full,
  EADDRINUSE: fault(exit.failed, 'port-taken', 'choose-port'),
};

interface Coded {
  readonly code?: string;
  readonly message?: string;
  readonly path?: string;
  readonly dest?: string;
}

/** What went wrong outside this program; undefined for what nobody foresaw. */
export function outsideFault(error: unknown): OutsideFault | undefined {
  if (error instanceof SchemaIsNewer)
    return fault(exit.failed, 'as-told', 'see-schema', { why: error.message.replace(/\.$/, '') });
  const { code = '', message, path, dest } = (error ?? {}) as Coded;
  // The driver gives this one no code.
  if (message === 'The server does not support SSL connections')
    return fault(exit.configuration, 'no-tls-there', 'let-tls');
  return known[code] ?? ofFile(code, dest ?? path);
}

/** What mends a fault of which only the reason was kept. */
export const remedyFor = (why: SaidCode): Said | undefined =>
  Object.values(known).find((each) => each.why.code === why)?.remedy;

/** A file that cannot be written where it was wanted. */
function ofFile(code: string, path: string | undefined): OutsideFault | undefined {
  if (path === undefined) return undefined;
  if (code === 'EISDIR') return fault(exit.usage, 'is-folder', 'name-file-in-it', { path });
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return fault(exit.failed, 'file-shut', 'choose-place', { path });
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EEXIST')
    return fault(exit.failed, 'file-not-made', 'compare-path', { path });
  return undefined;
}
