// The national trees of the emergency industry (2015, and 2021 that replaced it) as a region pack
// gives them. A product hangs on a leaf of 2021 and may name its place in 2015; the crosswalk leads
// from the old tree to the new one, so that no product is lost between the two.

import type { RecordOf } from '../../register/index.ts';
import type { Titles } from '../../signal/index.ts';
import type { products } from './products.ts';

export interface TreeNode {
  readonly code: string;
  readonly parentCode: string | null;
  readonly names: Titles;
  /** In the tree of 2015: the leaf of 2021 that took its place. */
  readonly successorCode?: string;
}

export interface CatalogueTrees {
  readonly tree2015: readonly TreeNode[];
  readonly tree2021: readonly TreeNode[];
}

/** Codes under which nothing more is listed. */
export function leafCodes(tree: readonly TreeNode[]): ReadonlySet<string> {
  const parents = new Set(tree.map((node) => node.parentCode));
  return new Set(tree.filter((node) => !parents.has(node.code)).map((node) => node.code));
}

/** From the root down to the node; empty when the code is not in the tree. */
export function treePath(tree: readonly TreeNode[], code: string): readonly TreeNode[] {
  const byCode = new Map(tree.map((node) => [node.code, node]));
  const path: TreeNode[] = [];
  for (let node = byCode.get(code); node !== undefined && !path.includes(node); node = node.parentCode === null ? undefined : byCode.get(node.parentCode)) path.unshift(node);
  return path;
}

/** Where a code of 2015 went: its own successor, or that of the nearest node above it that has one. */
export function successorOf(trees: CatalogueTrees, code2015: string): string | undefined {
  return treePath(trees.tree2015, code2015).findLast((node) => node.successorCode !== undefined)?.successorCode;
}

export interface MisplacedProduct {
  readonly productId: string;
  readonly tree: '2015' | '2021';
  readonly code: string;
}

/** Products that hang on no leaf, and crosswalks that lead nowhere, shown to the industry office. */
export function listMisplaced(trees: CatalogueTrees, list: readonly RecordOf<typeof products>[]): readonly MisplacedProduct[] {
  const leaves2021 = leafCodes(trees.tree2021);
  const leaves2015 = leafCodes(trees.tree2015);
  return list.flatMap(({ id, values }): readonly MisplacedProduct[] => {
    const { leaf2021Code, leaf2015Code } = values;
    const wrong2021 = leaves2021.has(leaf2021Code) ? [] : [{ productId: id, tree: '2021' as const, code: leaf2021Code }];
    const wrong2015 = leaf2015Code === null || leaves2015.has(leaf2015Code) ? [] : [{ productId: id, tree: '2015' as const, code: leaf2015Code }];
    return [...wrong2021, ...wrong2015];
  });
}
