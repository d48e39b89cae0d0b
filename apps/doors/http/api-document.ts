import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, getSchemaPath, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { sessionCookie } from '../access/session/session-cookie.js';
import type { Build } from '../health/metrics.js';
import { ProblemBody } from '../problems/problem.body.js';

/** The description of the API in OpenAPI 3.1, made from the routes themselves. */
export function apiDocument(app: INestApplication, { program, version }: Build): OpenAPIObject {
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle(`Passerelle ${program}`)
    .setDescription(
      'Amounts are decimal texts with their currency. Errors are application/problem+json (RFC 9457). ' +
        'Programs send a key of `passerelle apikey create` as `Authorization: Bearer`; its scopes name roles of `x-roles`.',
    )
    .setVersion(version)
    .addSecurity('session', { type: 'apiKey', in: 'cookie', name: sessionCookie })
    .addSecurity('key', { type: 'http', scheme: 'bearer' })
    .addGlobalResponse({
      status: 'default',
      description: 'A problem: its type, what it is about, and each field to look at.',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemBody) } } },
    })
    .build();
  const document = SwaggerModule.createDocument(app, description, {
    operationIdFactory: operationId,
    extraModels: [ProblemBody],
  });
  return refuseTwins(inVersion31(document) as OpenAPIObject);
}

/** `MissionsController.register` is `missionsRegister`. */
const operationId = (controller: string, method: string): string => {
  const noun = controller.replace(/Controller$/, '');
  return noun.charAt(0).toLowerCase() + noun.slice(1) + method.charAt(0).toUpperCase() + method.slice(1);
};

/** OpenAPI 3.1 has no `nullable`: a field that may be null says so in its type. */
function inVersion31(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(inVersion31);
  if (typeof node !== 'object' || node === null) return node;
  const { nullable, ...rest } = node as Record<string, unknown>;
  const fields = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, inVersion31(value)]));
  if (nullable === undefined) return fields;
  if (nullable !== true) return { ...fields, ...(typeof nullable === 'object' && { nullable: inVersion31(nullable) }) };
  return typeof fields['type'] === 'string'
    ? { ...fields, type: [fields['type'], 'null'] }
    : { anyOf: [fields, { type: 'null' }] };
}

/** Clients are generated from operation ids, so two of one name are a bug. */
function refuseTwins(document: OpenAPIObject): OpenAPIObject {
  const ids = Object.values(document.paths).flatMap((path) =>
    Object.values(path as Record<string, { operationId?: string } | undefined>).flatMap(
      (route) => route?.operationId ?? [],
    ),
  );
  const twin = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twin !== undefined) throw new Error(`two routes of the API are named ${twin}: rename one of the methods`);
  return document;
}
