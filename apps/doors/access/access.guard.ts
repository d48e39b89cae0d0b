import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../problems/problem.js';
import { notAllowed, secondFactorNeeded, signInNeeded } from './access-problems.js';
import type { Account } from './accounts/account.js';
import { personNeeded } from './api-keys/api-key-problems.js';
import { needsPerson, type RouteAccess, routeAccess } from './allow.js';
import { bearerOf, KeyDoor } from './api-keys/key-door.service.js';
import { sessionTokenOf } from './session/session-cookie.js';
import { SecondFactors } from './second-factor/second-factors.service.js';
import { Sessions } from './session/sessions.service.js';

/** Lets a request through to a route when the route's own words allow it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly factors: SecondFactors,
    private readonly keys: KeyDoor,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const access = routeAccess(context.getHandler(), context.getClass());
    if (access?.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const secret = bearerOf(request);
    if (secret !== undefined) {
      request.account = await this.keys.accountOf(request, secret);
      if (needsPerson(context.getHandler(), context.getClass())) throw new Problem(personNeeded);
      return hasRole(request.account, access);
    }
    const token = sessionTokenOf(request);
    const account = token === undefined ? undefined : await this.sessions.accountOf(token);
    if (!account) throw new Problem(signInNeeded);
    request.account = account;
    // What concerns only oneself stays open, or nobody could set a second factor up.
    if (access?.kind === 'signed-in') return true;
    hasRole(account, access);
    if (this.factors.isMissing(account)) throw new Problem(secondFactorNeeded);
    return true;
  }
}

/** A route that has decided nothing does not start; should one slip through, nobody may use it. @throws Problem */
function hasRole(account: Account, access: RouteAccess | undefined): true {
  const roles = access?.kind === 'roles' ? access.roles : [];
  if (!roles.some((role) => account.roles.includes(role))) throw new Problem(notAllowed, { extra: { roles } });
  return true;
}
