import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Account, Role } from './accounts/account.js';

/** Who may use a route. */
export type RouteAccess =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'roles'; readonly roles: readonly Role[] };

const accessKey = 'passerelle:access';

type Decorator = MethodDecorator & ClassDecorator;

/** Only people with one of these roles. What belongs to one worker is checked by the service, with `ownOnly`. */
export const Allow = (...roles: readonly [Role, ...Role[]]): Decorator =>
  applyDecorators(
    SetMetadata(accessKey, { kind: 'roles', roles } satisfies RouteAccess),
    ApiSecurity('session'),
    ApiExtension('x-roles', roles),
  );

/** Anybody who is signed in, for what concerns only themselves. */
export const SignedIn = (): Decorator =>
  applyDecorators(SetMetadata(accessKey, { kind: 'signed-in' } satisfies RouteAccess), ApiSecurity('session'));

/** Everybody, without signing in. */
export const Public = (): Decorator => SetMetadata(accessKey, { kind: 'public' } satisfies RouteAccess);

const personKey = 'passerelle:by-a-person';

/** Only somebody who has signed in, and no program with a key: what one person answers for, or approves after another. */
export const ByAPerson = (): Decorator => SetMetadata(personKey, true);

type Marked = Parameters<typeof Reflect.getMetadata>[1];

/** What the route says, else what its controller says; undefined when neither has decided. */
export const routeAccess = (handler: Marked, controller: Marked): RouteAccess | undefined =>
  (Reflect.getMetadata(accessKey, handler) ?? Reflect.getMetadata(accessKey, controller)) as RouteAccess | undefined;

/** True when a key is not enough. What concerns only oneself concerns no program. */
export const needsPerson = (handler: Marked, controller: Marked): boolean =>
  routeAccess(handler, controller)?.kind !== 'roles' ||
  [handler, controller].some((marked) => Reflect.getMetadata(personKey, marked) === true);

/** The account that is signed in, on a route that is not public. */
export const CurrentAccount = createParamDecorator((_: unknown, context: ExecutionContext): Account => {
  const { account } = context.switchToHttp().getRequest<Request>();
  if (!account) throw new Error('@CurrentAccount() stands on a public route, where nobody is signed in');
  return account;
});
