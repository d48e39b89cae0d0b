import { SchemaIsNewer } from '@passerelle/doors/at-rest';
import { type ExitCode, exit } from './command.js';

/** What a server, the disk or the network did not do, and how an operator mends it. */
export interface OutsideFault {
  readonly code: ExitCode;
  readonly why: string;
  readonly remedy: string;
}

const fault = (code: ExitCode, why: string, remedy: string): OutsideFault => ({ code, why, remedy });

const notLetIn = fault(
  exit.configuration,
  'PostgreSQL does not let this user in with this password',
  'compare PASSERELLE_DATABASE_URL',
);
const unproven = fault(
  exit.configuration,
  'the server’s certificate is signed by nobody whom this machine trusts',
  'name the file of its authority in NODE_EXTRA_CA_CERTS',
);
const full = fault(exit.failed, 'there is no room on the disk', 'make room, then run the command again');

/** By the code that PostgreSQL, Node or OpenSSL gives. */
const known: Readonly<Record<string, OutsideFault>> = {
  '28P01': notLetIn,
  '28000': notLetIn,
  '3D000': fault(exit.configuration, 'PostgreSQL has no such database', 'make it, or compare PASSERELLE_DATABASE_URL'),
  '42501': fault(
    exit.configuration,
    'the user may not do this in the database',
    'name the user who owns the database in PASSERELLE_DATABASE_URL',
  ),
  '25006': fault(
    exit.configuration,
    'this PostgreSQL can only be read',
    'name the server that is written to in PASSERELLE_DATABASE_URL',
  ),
  '53100': fault(exit.tryAgain, 'the disk of PostgreSQL is full', 'make room there, then run the command again'),
  CERT_HAS_EXPIRED: fault(
    exit.failed,
    'the server’s certificate has expired',
    'renew it, and compare the clock of this machine',
  ),
  CERT_NOT_YET_VALID: fault(
    exit.failed,
    'the server’s certificate does not count yet',
    'compare the clocks of both machines',
  ),
  ERR_TLS_CERT_ALTNAME_INVALID: fault(
    exit.configuration,
    'the server’s certificate is for another name',
    'write the address as the certificate names it',
  ),
  DEPTH_ZERO_SELF_SIGNED_CERT: unproven,
  SELF_SIGNED_CERT_IN_CHAIN: unproven,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unproven,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unproven,
  ENOSPC: full,
  EDQUOT: full,
  EADDRINUSE: fault(exit.failed, 'another program listens there', 'stop it, or set PASSERELLE_PORT to another port'),
};

interface Coded {
  readonly code?: string;
  readonly message?: string;
  readonly path?: string;
  readonly dest?: string;
}

/** What went wrong outside this program; undefined for what nobody foresaw. */
export function outsideFault(error: unknown): OutsideFault | undefined {
  if (error instanceof SchemaIsNewer) return fault(exit.failed, error.message, 'passerelle migrate status tells more');
  const { code = '', message, path, dest } = (error ?? {}) as Coded;
  // The driver gives this one no code.
  if (message === 'The server does not support SSL connections')
    return fault(
      exit.configuration,
      'PostgreSQL speaks no TLS',
      'let it, or take sslmode out of PASSERELLE_DATABASE_URL',
    );
  return known[code] ?? ofFile(code, dest ?? path);
}

/** A file that cannot be written where it was wanted. */
function ofFile(code: string, path: string | undefined): OutsideFault | undefined {
  if (path === undefined) return undefined;
  if (code === 'EISDIR') return fault(exit.usage, `${path} is a folder`, 'name a file in it');
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return fault(
      exit.failed,
      `${path} cannot be written by this user`,
      'choose another place, or give it to this user',
    );
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EEXIST')
    return fault(exit.failed, `${path} cannot be made`, 'compare the path');
  return undefined;
}
