import type { RequestHandler } from 'express';
import helmet, { type HelmetOptions } from 'helmet';
import type { ProgramAddress } from '../access/program-address.js';

/** The description of the API for people: another's page, which writes styles into itself. */
export const docsPath = '/api/docs';

/** Nothing is loaded from elsewhere, nothing stands inside a page but text, and no other website shows ours in a frame. */
export function setSecurityHeaders(address: ProgramAddress): RequestHandler {
  const everywhere = helmet(securityHeaders(address, [`'self'`]));
  const docs = helmet(securityHeaders(address, [`'self'`, `'unsafe-inline'`]));
  return (request, response, next) => (request.path.startsWith(docsPath) ? docs : everywhere)(request, response, next);
}

function securityHeaders({ isHttps }: ProgramAddress, styleSrc: string[]): HelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: [`'self'`],
        scriptSrc: [`'self'`],
        scriptSrcAttr: [`'none'`],
        styleSrc,
        imgSrc: [`'self'`, 'data:', 'blob:'],
        fontSrc: [`'self'`],
        connectSrc: [`'self'`],
        objectSrc: [`'none'`],
        baseUri: [`'none'`],
        formAction: [`'self'`],
        frameAncestors: [`'none'`],
        ...(isHttps && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: isHttps,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  };
}
