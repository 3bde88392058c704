// docs/reference/config.md: every setting, from `configEntries` of apps/server/src/config.ts.

import type { Page } from './page.ts';
import { load } from '../lib/catalogues.ts';
import { page, table } from './page.ts';

const SOURCE = 'apps/server/src/config.ts';

interface ConfigEntry {
  readonly name: string;
  readonly default: unknown;
  readonly text: string;
}

export const configPage: Page = {
  path: 'docs/reference/config.md',
  render: async (tree) => {
    if (!tree.paths.includes(SOURCE)) return undefined;
    const entries = (await load(tree.root, SOURCE))['configEntries'] as readonly ConfigEntry[] | undefined;
    if (entries === undefined) throw new Error(`${SOURCE} exports no configEntries`);
    const rows = entries.map((entry) => [`\`${entry.name}\``, defaultOf(entry.default), entry.text]);
    return page('Settings · 配置', 'Environment variables of the server, all optional unless it says otherwise.', table(['Name', 'Default', 'What it does'], rows));
  },
};

function defaultOf(value: unknown): string {
  return value === undefined || value === null || value === '' ? '—' : `\`${String(value)}\``;
}
