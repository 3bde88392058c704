// The server in the foreground until it is stopped.

import { readConfig, runServer } from '@anlan/server';

export async function start(): Promise<void> {
  await runServer(readConfig(process.env));
}
