import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import { unsupportedMediaType } from '../problems/common-problems.js';
import { Problem } from '../problems/problem.js';
import { otherOrigin } from './access-problems.js';
import { ProgramAddress } from './program-address.js';

const acceptsKey = 'passerelle:accepts';

/** The kinds of content a route reads instead of JSON. */
export const Accepts = (...mediaTypes: readonly [string, ...string[]]): MethodDecorator =>
  SetMetadata(acceptsKey, mediaTypes);

/**
 * Other websites must not act in the name of somebody who is signed in here. Beside the cookie's SameSite=Strict, a
 * change must come from our own origin when the browser names one, and be written in a kind of content that a form of
 * another website cannot send.
 */
@Injectable()
export class SameOriginGuard implements CanActivate {
  constructor(private readonly address: ProgramAddress) {}

  canActivate(context: ExecutionContext): boolean {
    if (context.getType() !== 'http') return true;
    const request = context.switchToHttp().getRequest<Request>();
    if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return true;
    if (!this.isOwnOrigin(request)) throw new Problem(otherOrigin);
    const accepted = (Reflect.getMetadata(acceptsKey, context.getHandler()) ?? ['application/json']) as string[];
    if (!isAccepted(request, accepted)) throw new Problem(unsupportedMediaType, { extra: { accepts: accepted } });
    return true;
  }

  private isOwnOrigin({ headers }: Request): boolean {
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
    if (headers.origin === undefined) return true;
    // Browsers write the Host header themselves, so an origin of the same host is ours under any of our names.
    return headers.origin === this.address.origin || hostOf(headers.origin) === headers.host;
  }
}

/** A request without a body and without any stated kind of content is fine: no form can send one across websites. */
function isAccepted({ headers }: Request, accepted: readonly string[]): boolean {
  const stated = headers['content-type'];
  const hasBody = headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
  if (stated === undefined) return !hasBody;
  return accepted.includes(stated.split(';')[0]!.trim().toLowerCase());
}

function hostOf(origin: string): string | undefined {
  try {
    return new URL(origin).host;
  } catch {
    return undefined;
  }
}
