// Care of the event log: verify the chains, fold the views again. Both may run beside a running server.

import { borrowDatabase, openMemory, readConfig } from '@anlan/server';
import { printJson } from '../print.ts';

export async function verify(): Promise<void> {
  await withMemory(async ({ memory }) => {
    const realms = await memory.listRealms();
    const found = [];
    for (const realm of realms) found.push(await memory.verify(realm));
    printJson(found);
    if (found.some((one) => one.brokenAtPositionIndex !== undefined)) process.exitCode = 1;
  });
}

export async function rebuild(): Promise<void> {
  await withMemory(async ({ memory }) => {
    printJson(await memory.rebuild());
  });
}

async function withMemory(work: (opened: Awaited<ReturnType<typeof openMemory>>) => Promise<void>): Promise<void> {
  const config = readConfig(process.env);
  const database = await borrowDatabase(config);
  try {
    const opened = await openMemory(database);
    try {
      await work(opened);
    } finally {
      await opened.close();
    }
  } finally {
    await database.stop();
  }
}
