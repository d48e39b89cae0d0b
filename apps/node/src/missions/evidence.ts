import type { Request } from 'express';
import type { Evidence } from './confirmation-link.js';

/** Who answers, as far as the request can tell. */
export const evidenceOf = (request: Request): Evidence => ({
  address: request.ip ?? '',
  userAgent: (request.get('user-agent') ?? '').slice(0, 300),
});
