// Gate 6, what people read: both languages say the same things with the same placeholders, every
// error code has its sentences and its place in the reference, and code raises only known codes.

import type { Finding, Gate } from './gate.ts';
import { loadAreas, loadCatalogues, loadMessages } from '../lib/catalogues.ts';
import { readTree } from '../lib/tree.ts';
import { checkCatalogues, checkReferencePage } from './messages/catalogues.ts';
import { checkLanguages } from './messages/languages.ts';
import { checkUses } from './messages/uses.ts';

export const messages: Gate = {
  run: async (root): Promise<Finding[]> => {
    const tree = readTree(root);
    const [zhAreas, enAreas] = [await loadAreas(tree, 'zh-CN'), await loadAreas(tree, 'en')];
    const given = await loadMessages(tree);
    const catalogue = await loadCatalogues(tree);
    return [
      ...checkLanguages(zhAreas, enAreas, given),
      ...checkCatalogues(catalogue, given),
      ...checkReferencePage(tree, catalogue),
      ...checkUses(tree, catalogue, given),
    ];
  },
};
