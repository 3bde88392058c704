// The one way for tests to read the shared reference material that lies beside a checkout.
// The product itself never needs it; a test that does fails clearly when it is absent.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of a file of the shared reference material. Throws when it is not there. */
export function sharedPath(relative: string): string {
  const repository = resolve(fileURLToPath(new URL('..', import.meta.url)));
  const root = process.env['ANLAN_SHARED'] ?? join(repository, '..', 'shared');
  const path = join(root, relative);
  if (!existsSync(path)) {
    throw new Error(`shared reference material is missing: ${path}. Set ANLAN_SHARED to its folder.`);
  }
  return path;
}
