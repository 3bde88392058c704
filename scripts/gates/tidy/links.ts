// A relative link of a Markdown page must lead to a file. Addresses and anchors are not followed.

import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Finding } from '../gate.ts';
import type { Tree } from '../../lib/tree.ts';
import { lineOf } from '../../lib/tree.ts';

const LINK = /\]\(([^)\s]+)\)/g;

export function brokenLinks(tree: Tree): Finding[] {
  return tree.paths.filter((path) => path.endsWith('.md')).flatMap((path) => scan(tree, path, withoutCode(tree.read(path))));
}

function scan(tree: Tree, path: string, text: string): Finding[] {
  return [...text.matchAll(LINK)].flatMap((match) => {
    const target = (match[1] ?? '').split('#')[0] ?? '';
    if (target === '' || /^[a-z]+:/.test(target)) return [];
    const resolved = posix.join(posix.dirname(path), decodeURI(target));
    return existsSync(join(tree.root, resolved)) ? [] : [{ where: `${path}:${lineOf(text, match.index)}`, what: `link leads nowhere: ${target}` }];
  });
}

/** Code blocks blanked out, lines kept. */
function withoutCode(text: string): string {
  return text.replace(/```[\s\S]*?```|`[^`\n]*`/g, (block) => block.replace(/[^\n]/g, ' '));
}
