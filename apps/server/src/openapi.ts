// The OpenAPI 3.1 document of the HTTP interface, made from the table of routes: schemas are the
// contract's own, which are JSON Schema already.

import { routes, schemas } from '@anlan/contracts';
import type { Route } from '@anlan/contracts';
import { PRODUCT_VERSION } from './version.ts';

interface PropertyHolder {
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly required?: readonly string[];
}

export function openApiDocument(): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [id, route] of Object.entries(routes) as [string, Route][]) {
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation(id, route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Anlan', version: PRODUCT_VERSION, license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'anlan_session' } }, schemas: { ErrorAnswer: schemas.ErrorAnswer } },
    paths,
  };
}

function operation(id: string, route: Route): Record<string, unknown> {
  const isPublic = route.access === 'public';
  return {
    operationId: id,
    summary: `${id.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)} (${route.access})`,
    'x-access': route.access,
    ...(isPublic ? {} : { security: [{ session: [] }] }),
    parameters: [...parameters(route.params as PropertyHolder, 'path'), ...parameters(route.query as PropertyHolder, 'query')],
    ...(route.method === 'GET' || route.method === 'DELETE' ? {} : { requestBody: { content: { [BODY_TYPES[route.bodyKind]]: { schema: route.body } } } }),
    responses: {
      200: { description: 'done', content: { [route.answerKind === 'json' ? 'application/json' : 'application/octet-stream']: { schema: route.answer } } },
      default: { description: 'refused: code and sentences in both languages', content: { 'application/json': { schema: { $ref: '#/components/schemas/ErrorAnswer' } } } },
    },
  };
}

function parameters(schema: PropertyHolder, place: 'path' | 'query'): readonly unknown[] {
  return Object.entries(schema.properties ?? {}).map(([name, member]) => ({ name, in: place, required: place === 'path' || (schema.required ?? []).includes(name), schema: member }));
}

const BODY_TYPES = { json: 'application/json', multipart: 'multipart/form-data', bytes: 'application/octet-stream' } as const;
