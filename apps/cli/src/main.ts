// anlan: every model and every formula, JSON in and JSON out; and the care of an installation.

import { AdapterError } from '@anlan/kernel';
import { errorText } from '@anlan/messages';
import { createProgram } from './program.ts';

try {
  await createProgram().parseAsync(process.argv);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

/** A coded failure in both languages; anything else with its stack. */
function explain(error: unknown): string {
  if (!(error instanceof AdapterError)) return error instanceof Error ? (error.stack ?? error.message) : String(error);
  const texts = (['zh-CN', 'en'] as const).map((locale) => errorText(locale, error.code, error.params));
  return [error.code, ...texts.map((text) => (text === undefined ? '' : `${text.happened} ${text.means} ${text.next}`))].join('\n');
}
