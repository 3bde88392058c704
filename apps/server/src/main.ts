// The server as a program: settings from the environment, until a signal ends it.

import { AdapterError } from '@anlan/kernel';
import { errorText } from '@anlan/messages';
import { readConfig } from './config.ts';
import { runServer } from './run-server.ts';

try {
  await runServer(readConfig(process.env));
} catch (error) {
  if (!(error instanceof AdapterError)) throw error;
  const texts = (['zh-CN', 'en'] as const).map((locale) => errorText(locale, error.code, error.params));
  for (const text of texts) if (text !== undefined) process.stderr.write(`${text.happened} ${text.means} ${text.next}\n`);
  process.stderr.write(`${error.code}\n`);
  process.exit(1);
}
