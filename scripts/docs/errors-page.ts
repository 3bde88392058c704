// docs/reference/errors.md: every code with what it means in both languages.

import type { CodeEntry, Language, MessageMap } from '../lib/catalogues.ts';
import type { Page } from './page.ts';
import { loadCatalogues, loadMessages, sentencesOf } from '../lib/catalogues.ts';
import { page, table } from './page.ts';

export const errorsPage: Page = {
  path: 'docs/reference/errors.md',
  render: async (tree) => {
    const catalogue = await loadCatalogues(tree);
    const messages = await loadMessages(tree);
    const live = catalogue.filter((entry) => !entry.retired);
    const retired = catalogue.filter((entry) => entry.retired);
    return page(
      'Error codes · 错误代码',
      'Every refusal and failure that a door of Anlan can answer. `refusal`: expected, the request cannot be met as it stands. `failure`: something outside is not working; the request may be repeated. `{words}` are filled in.',
      codeTable(live, messages),
      ...(retired.length === 0 ? [] : ['## Retired', 'No longer raised; listed for good and never used again.', codeTable(retired, messages)]),
    );
  },
};

function codeTable(entries: readonly CodeEntry[], messages: Readonly<Record<Language, MessageMap>>): string {
  const rows = entries.map((entry) => [
    `\`${entry.code}\``,
    entry.kind,
    String(entry.httpStatus),
    [sentence(messages['zh-CN'], entry.code, ''), sentence(messages.en, entry.code, ' ')].join('<br>'),
  ]);
  return table(['Code', 'Kind', 'HTTP', 'What it says'], rows);
}

function sentence(messages: MessageMap, code: string, between: string): string {
  const message = messages[code];
  return message === undefined ? '—' : sentencesOf(message).join(between);
}
