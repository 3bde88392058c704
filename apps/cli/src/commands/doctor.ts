// Checks this installation: what is here, what is missing, what to do. Ends with 1 when something
// must be mended.

import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errorText } from '@anlan/messages';
import { auditLog, borrowDatabase, checkpointPath, openMemory, readCheckpoints, readConfig } from '@anlan/server';
import type { Config } from '@anlan/server';
import { printLine } from '../print.ts';

interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly text: string;
}

export async function doctor(): Promise<void> {
  const config = readConfig(process.env);
  const findings = [checkNode(), checkData(config), checkSpace(config), checkWeb(config), ...(await checkMemory(config))];
  for (const { name, ok, text } of findings) printLine(`${ok ? 'ok  ' : 'MEND'}  ${name.padEnd(12)} ${text}`);
  if (findings.some(({ ok }) => !ok)) process.exitCode = 1;
}

function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return { name: 'node', ok: major > 20 || (major === 20 && minor >= 20), text: `${process.versions.node} (needs 20.20 or later)` };
}

function checkData(config: Config): Finding {
  try {
    mkdirSync(config.dataDir, { recursive: true });
    accessSync(config.dataDir, constants.W_OK);
    return { name: 'data', ok: true, text: resolve(config.dataDir) };
  } catch (error) {
    return { name: 'data', ok: false, text: `cannot write ${resolve(config.dataDir)}: ${(error as Error).message}` };
  }
}

function checkSpace(config: Config): Finding {
  const { bavail, bsize } = statfsSync(config.dataDir);
  const freeBytes = bavail * bsize;
  return { name: 'disk', ok: freeBytes > FREE_BYTES_MIN, text: `${(freeBytes / 1e9).toFixed(1)} GB free (needs ${FREE_BYTES_MIN / 1e9} GB)` };
}

function checkWeb(config: Config): Finding {
  const built = existsSync(join(config.webDir, 'index.html'));
  return { name: 'web', ok: built, text: built ? config.webDir : 'not built: npm start builds it' };
}

async function checkMemory(config: Config): Promise<readonly Finding[]> {
  try {
    const database = await borrowDatabase(config);
    try {
      const { memory, close } = await openMemory(database);
      const { realms, findings } = await auditLog(memory, readCheckpoints(checkpointPath(config.dataDir)));
      await close();
      return [
        { name: 'database', ok: true, text: config.databaseUrl === '' ? 'embedded' : 'by DATABASE_URL' },
        ...realms.map(({ realm, eventCount, holdingCount, brokenAtPositionIndex }): Finding => ({
          name: 'log', ok: brokenAtPositionIndex === undefined, text: `${realm}: ${eventCount} events, ${holdingCount} holdings, chain ${brokenAtPositionIndex === undefined ? 'holds' : `broken at ${brokenAtPositionIndex}`}`,
        })),
        ...findings.map(({ code, params }): Finding => ({ name: 'log', ok: false, text: `${code}: ${errorText('en', code, params)?.happened ?? ''}` })),
      ];
    } finally {
      await database.stop();
    }
  } catch (error) {
    return [{ name: 'database', ok: false, text: String(error) }];
  }
}

/** Database, two weeks of readings of a small port, and room to work. */
const FREE_BYTES_MIN = 2e9;
