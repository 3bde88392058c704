// Care of the event log: verify it, say where it stands, fold it again. All may run beside a running server.

import { errorText } from '@anlan/messages';
import { auditLog, borrowDatabase, checkpointPath, openMemory, readCheckpoints, readConfig } from '@anlan/server';
import { printJson } from '../print.ts';

/** Chains, holdings, and heads kept in the data folder or given from outside; ends with 1 when anything is found. */
export async function verify(options: { readonly head: readonly string[] }): Promise<void> {
  await withMemory(async ({ memory }) => {
    const { realms, checkpointCount, findings } = await auditLog(memory, readCheckpoints(checkpointPath(readConfig(process.env).dataDir)), options.head);
    printJson({ realms, checkpointCount, findings: findings.map(({ code, params }) => ({ code, params, zh: errorText('zh-CN', code, params)?.happened, en: errorText('en', code, params)?.happened })) });
    if (findings.length > 0) process.exitCode = 1;
  });
}

/** Where every realm stands, to be written down elsewhere. */
export async function head(): Promise<void> {
  await withMemory(async ({ memory }) => {
    const heads = [];
    for (const realm of await memory.listRealms()) heads.push({ ...(await memory.head(realm)), at: new Date().toISOString() });
    printJson(heads);
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
