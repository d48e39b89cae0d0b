/** A full disk, no memory or connection left, a server that ends or may only be read: by PostgreSQL's code or the system's. */
const codes = /^(53\d{3}|57P0[123]|25006|ENOSPC|EDQUOT|ECONNREFUSED)$/;

/** True for an error after which nothing can be written, whatever is asked, until somebody has mended it. */
export const keepsNothing = (error: unknown): boolean =>
  codes.test((error as { readonly code?: string } | null)?.code ?? '');
