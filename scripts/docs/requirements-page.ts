// docs/reference/requirements.md: each of the traced requirements with the tests that name it, so
// that the distance to all of them is always in sight. A test names one by writing its id in its title.

import type { Page } from './page.ts';
import type { Tree } from '../lib/tree.ts';
import { isTest } from '../lib/tree.ts';
import { page, table } from './page.ts';
import { testTitles } from './test-titles.ts';

export interface Requirement {
  readonly id: string;
  readonly kind: string;
  readonly capability: string;
  readonly priority: string;
}

const LIST = 'docs/reference/requirements.json';
const ID = /\bS-\d{3}\b/g;
const FILES_SHOWN = 3;

export const requirementsPage: Page = {
  path: 'docs/reference/requirements.md',
  render: (tree) => {
    const requirements = JSON.parse(tree.read(LIST)) as readonly Requirement[];
    const tests = testsById(tree);
    const unknown = [...tests.keys()].filter((id) => !requirements.some((requirement) => requirement.id === id));
    if (unknown.length > 0) throw new Error(`tests name requirements that do not exist: ${unknown.map((id) => `${id} (${[...(tests.get(id) ?? [])].join(', ')})`).join(', ')}`);
    const musts = requirements.filter((requirement) => requirement.priority === 'must');
    const tested = (list: readonly Requirement[]): number => list.filter((requirement) => tests.has(requirement.id)).length;
    return page(
      'Requirements · 需求',
      'What the policy document asks for, in our words, and the tests that name it. A named requirement is touched by a test; how far it is met, the tests say.',
      `**${tested(requirements)} of ${requirements.length}** have at least one test; of the ${musts.length} that must, **${tested(musts)}**.`,
      table(['Id', 'What', 'Priority', 'Tests'], requirements.map((requirement) => [requirement.id, requirement.capability, requirement.priority, filesCell(tests.get(requirement.id))])),
    );
  },
};

/** Requirement id → test files that name it in a title. */
export function testsById(tree: Tree): ReadonlyMap<string, ReadonlySet<string>> {
  const byId = new Map<string, Set<string>>();
  for (const path of tree.paths.filter((candidate) => isTest(candidate) && !candidate.startsWith('test/gates/') && !candidate.startsWith('test/docs/'))) {
    for (const title of testTitles(path, tree.read(path))) {
      for (const [id] of title.matchAll(ID)) byId.set(id, (byId.get(id) ?? new Set()).add(path));
    }
  }
  return byId;
}

function filesCell(files: ReadonlySet<string> | undefined): string {
  if (files === undefined) return '—';
  const sorted = [...files].sort();
  const shown = sorted.slice(0, FILES_SHOWN).map((path) => `[${path.split('/').at(-1) ?? path}](../../${path})`);
  const rest = sorted.length - shown.length;
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : [])].join(', ');
}
