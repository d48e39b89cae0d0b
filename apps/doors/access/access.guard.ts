import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from '../problems/problem.js';
import { notAllowed, secondFactorNeeded, signInNeeded } from './access-problems.js';
import { routeAccess } from './allow.js';
import { sessionTokenOf } from './session-cookie.js';
import { SecondFactors } from './second-factors.service.js';
import { Sessions } from './sessions.service.js';

/** Lets a request through to a route when the route's own words allow it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly sessions: Sessions,
    private readonly factors: SecondFactors,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType() !== 'http') return true;
    const access = routeAccess(context.getHandler(), context.getClass());
    if (access?.kind === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const token = sessionTokenOf(request);
    const account = token === undefined ? undefined : await this.sessions.accountOf(token);
    if (!account) throw new Problem(signInNeeded);
    request.account = account;
    // What concerns only oneself stays open, or nobody could set a second factor up.
    if (access?.kind === 'signed-in') return true;
    // A route that has decided nothing does not start; should one slip through, nobody may use it.
    const roles = access?.kind === 'roles' ? access.roles : [];
    if (!roles.some((role) => account.roles.includes(role))) throw new Problem(notAllowed, { extra: { roles } });
    if (this.factors.isMissing(account)) throw new Problem(secondFactorNeeded);
    return true;
  }
}
