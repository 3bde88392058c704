// docs/reference/http.md: every endpoint, from the server's own OpenAPI document.

import type { Page } from './page.ts';
import { load } from '../lib/catalogues.ts';
import { page, table } from './page.ts';

const SOURCE = 'apps/server/src/openapi.ts';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

interface Operation {
  readonly summary?: string;
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly responses?: Readonly<Record<string, unknown>>;
}

interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export const httpPage: Page = {
  path: 'docs/reference/http.md',
  render: async (tree) => {
    if (!tree.paths.includes(SOURCE)) return undefined;
    const document = await openApiOf(await load(tree.root, SOURCE));
    const rows = Object.entries(document.paths)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([path, operations]) => METHODS.filter((method) => operations[method] !== undefined).map((method) => rowOf(path, method, operations[method] ?? {})));
    return page('HTTP interface · HTTP 接口', 'The full description is the OpenAPI document that the server gives out; this is its list of endpoints. Errors: [errors.md](errors.md).', table(['Method', 'Path', 'What it does', 'Answers'], rows));
  },
};

/** The module exports `openApiDocument`, as a value or as a function that makes it. */
async function openApiOf(module: Readonly<Record<string, unknown>>): Promise<OpenApi> {
  const exported = module['openApiDocument'];
  if (exported === undefined) throw new Error(`${SOURCE} exports no openApiDocument`);
  return (await (typeof exported === 'function' ? (exported as () => unknown)() : exported)) as OpenApi;
}

function rowOf(path: string, method: string, operation: Operation): string[] {
  const answers = Object.keys(operation.responses ?? {}).sort().join(' ');
  return [method.toUpperCase(), `\`${path}\``, operation.summary ?? operation.description ?? '', answers];
}
