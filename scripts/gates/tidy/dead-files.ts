// A source file that nothing refers to is dead. Referring means any relative path in a string
// (imports, dynamic imports, `new URL('./x.worker.ts', import.meta.url)`); the ways in from
// outside are the doors of packages, main files, settings, tests, benches and validation runs.

import { posix } from 'node:path';
import type { Finding } from '../gate.ts';
import type { Tree } from '../../lib/tree.ts';
import { isTest, isTypeScript } from '../../lib/tree.ts';

const ENTRY = /^\.[\w.-]+\.mjs$|(^|\/)(main\.tsx?|[\w.-]+\.config\.(ts|js))$|^bench\/[^/]+\.ts$|\/validation\/|^(packages|regions|apps)\/.*\/scripts\/[^/]+\.ts$|^scripts\/([^/]+\.mjs|build-[^/]+\/.*|gates\/(run|check)\.ts|lib\/run-bench\.ts)$/;
const DOOR = /^(packages\/(models\/|adapters\/)?[^/]+|regions\/[^/]+|apps\/[^/]+)\/src\/index\.ts$/;
const CODE = /\.(tsx?|mjs|js|html)$/;
const RELATIVE_PATH = /['"`](\.{1,2}\/[^'"`\s?]+)(?:\?[a-z]+)?['"`]/g;

export function deadFiles(tree: Tree): Finding[] {
  const code = tree.paths.filter((path) => CODE.test(path));
  const known = new Set(code);
  const referred = new Set(code.flatMap((path) => references(path, tree.read(path), known)));
  return code
    .filter((path) => (isTypeScript(path) || path.endsWith('.mjs')) && !isTest(path) && !ENTRY.test(path) && !DOOR.test(path))
    .filter((path) => !referred.has(path))
    .map((path) => ({ where: path, what: 'nothing refers to this file' }));
}

function references(path: string, text: string, known: ReadonlySet<string>): string[] {
  return [...text.matchAll(RELATIVE_PATH)].flatMap((match) => {
    const target = posix.normalize(posix.join(posix.dirname(path), match[1] ?? ''));
    return target !== path && known.has(target) ? [target] : [];
  });
}
