// Which file of the built web an address asks for, looked up at each request: a web that is built anew
// under a running server has other file names. Not a route of the router, which would take over what the
// contract's routes refuse. What would leave the folder, or begins with a dot, is not found.

import { statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';

/** The path below `webDir`; the index for a page of the web; undefined when there is nothing. */
export function findWebFile(webDir: string, url: string, accept: string): string | undefined {
  const path = decoded(url.split(/[?#]/)[0] ?? '');
  if (path === undefined || path.includes('\0') || path.includes('\\') || path.split('/').some((part) => part.startsWith('.'))) return undefined;
  if (path.startsWith('/api/') || path.startsWith('/basemap/')) return undefined;
  const relative = path.replace(/^\/+/, '');
  if (relative !== '' && isFile(webDir, relative)) return relative;
  return (relative === '' || accept.includes('text/html')) && isFile(webDir, INDEX) ? INDEX : undefined;
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

function isFile(webDir: string, relative: string): boolean {
  const root = resolve(webDir);
  return resolve(root, relative).startsWith(`${root}${sep}`) && (statSync(join(root, relative), { throwIfNoEntry: false })?.isFile() ?? false);
}

const INDEX = 'index.html';
