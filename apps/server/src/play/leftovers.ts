// Databases of drills. A play drops its own at the end; one that was killed cannot. So the name says
// which process it belongs to, and the next play or start drops those whose process is gone and that
// nobody is connected to. A drill that is kept has another name and is never swept.

import { randomBytes } from 'node:crypto';
import type { DatabaseServer } from '@anlan/adapter-postgres';

/** A name for the drill of this process. */
export function drillDatabaseName(scenarioId: string, keep: boolean, pid = process.pid): string {
  const chance = randomBytes(4).toString('hex');
  const id = scenarioId.toLowerCase();
  return keep ? `${KEPT}${id}_${chance}` : `play_${id}_p${pid}_${chance}`;
}

export function isKeptDrill(databaseName: string): boolean {
  return databaseName.startsWith(KEPT);
}

/** Drops what dead plays left; returns the names. Another machine's play is told by its connections. */
export async function sweepDrills(server: DatabaseServer, isAlive: (pid: number) => boolean = isProcessAlive): Promise<readonly string[]> {
  const dropped: string[] = [];
  for (const name of await server.listDatabases()) {
    const match = OF_A_PLAY.exec(name);
    if (match === null) continue;
    const pid = match[1] === undefined ? undefined : Number(match[1]);
    if (pid !== undefined && isAlive(pid)) continue;
    if ((await server.countSessions(name)) > 0) continue;
    if (await server.dropDatabase(name)) dropped.push(name);
  }
  return dropped;
}

function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

const KEPT = 'drill_';
/** Names without a process are those of earlier versions. */
const OF_A_PLAY = /^play_[a-z0-9-]+_(?:p(\d+)_)?[0-9a-f]{8}$/;
