/** The code that PostgreSQL, Node or OpenSSL gives an error; empty where it has none. */
export const codeOf = (error: unknown): string => (error as { readonly code?: string } | null)?.code ?? '';

/** A server that does not answer now and may later. */
export const isAway = (error: unknown): error is Error & { readonly code: string } =>
  ['ECONNREFUSED', 'ETIMEDOUT', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', '57P03', '53300'].includes(codeOf(error));
