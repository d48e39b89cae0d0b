import { type INestApplication, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Role } from '../../access/accounts/account.js';
import { needsPerson, routeAccess, type RouteAccess } from '../../access/allow.js';
import { PublicIdPipe } from '../../bodies/public-id.pipe.js';
import { movesMoney } from '../../idempotency/moves-money.js';
import type { Schema, Schemas } from './schema.js';

/** An address of a program with all that is known about it: what its code says and what the API's document says. */
export interface Route {
  readonly name: string;
  readonly method: string;
  /** `/api/v1/missions/:id` */
  readonly path: string;
  readonly access: RouteAccess;
  /** A program with a key is not let in, whatever its scopes. */
  readonly needsPerson: boolean;
  readonly movesMoney: boolean;
  /** Of the id in the address: `mis`. */
  readonly idPrefix: string | undefined;
  readonly described: Described | undefined;
}

/** What the API's document says about a route. */
export interface Described {
  readonly operationId: string;
  readonly isSecured: boolean;
  readonly roles: readonly Role[] | undefined;
  readonly query: readonly string[];
  /** Of the JSON body, if it reads one. */
  readonly body: Schema | undefined;
  /** The kinds of content it reads; none for a route without a body. */
  readonly mediaTypes: readonly string[];
}

interface Operation {
  readonly operationId: string;
  readonly security?: readonly object[];
  readonly 'x-roles'?: readonly Role[];
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
}

/** Every route of the program's controllers, beside what the document at `/api/openapi.json` tells about it. */
export function routesOf(app: INestApplication, document: OpenAPIObject): Route[] {
  const discovery = app.get(DiscoveryService, { strict: false });
  const scanner = app.get(MetadataScanner, { strict: false });
  const controllers = discovery.getControllers().flatMap(({ metatype }) => (metatype ? [metatype as Type] : []));
  return controllers.flatMap((controller) => routesIn(controller, scanner, document));
}

export const schemasOf = (document: OpenAPIObject): Schemas => document.components?.schemas ?? {};

function routesIn(controller: Type, scanner: MetadataScanner, document: OpenAPIObject): Route[] {
  const prototype = controller.prototype as Record<string, object>;
  const names = scanner.getAllMethodNames(prototype);
  return names
    .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name]!))
    .map((name) => routeOf(controller, name, prototype[name]!, document));
}

function routeOf(controller: Type, name: string, handler: object, document: OpenAPIObject): Route {
  const parts = [Reflect.getMetadata(PATH_METADATA, controller), Reflect.getMetadata(PATH_METADATA, handler)];
  const path = `/${parts
    .flatMap((part: string) => part.split('/'))
    .filter((part) => part !== '')
    .join('/')}`;
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number]!;
  const access = routeAccess(handler, controller);
  if (!access) throw new Error(`nobody knows who may use ${method} ${path}`);
  return {
    name: `${method} ${path}`,
    method,
    path,
    access,
    needsPerson: needsPerson(handler, controller),
    movesMoney: movesMoney(handler),
    idPrefix: idPrefixOf(controller, name),
    described: describedIn(document, method, path),
  };
}

function idPrefixOf(controller: Type, name: string): string | undefined {
  const given = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    { pipes?: unknown[] }
  >;
  const pipes = Object.values(given).flatMap(({ pipes: some = [] }) => some);
  return pipes.find((pipe) => pipe instanceof PublicIdPipe)?.prefix;
}

function describedIn(document: OpenAPIObject, method: string, path: string): Described | undefined {
  const found = (document.paths as Record<string, Record<string, Operation> | undefined>)[
    path.replaceAll(/:(\w+)/g, '{$1}')
  ]?.[method.toLowerCase()];
  if (!found) return undefined;
  const content = found.requestBody?.content ?? {};
  return {
    operationId: found.operationId,
    isSecured: (found.security ?? []).length > 0,
    roles: found['x-roles'],
    query: (found.parameters ?? []).filter((each) => each.in === 'query').map(({ name }) => name),
    body: content['application/json']?.schema,
    mediaTypes: Object.keys(content),
  };
}
