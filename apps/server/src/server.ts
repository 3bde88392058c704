// Starting and stopping, in order: database, wiring, doors, web, feed; and back.

import { setTimeout as sleep } from 'node:timers/promises';
import { AdapterError } from '@anlan/kernel';
import type { Clock } from '@anlan/kernel';
import type { Realm } from '@anlan/domain';
import type { RouteId } from '@anlan/contracts';
import type { AppMode, RunningServer } from './app.ts';
import { startCheckpoints } from './checkpoints.ts';
import type { Config } from './config.ts';
import { openDatabase } from './database.ts';
import type { Database } from './database.ts';
import { openDoors } from './doors/open-doors.ts';
import type { Doors } from './doors/open-doors.ts';
import { startFeed } from './feed/run-feed.ts';
import { buildServer } from './http/build-server.ts';
import { createNotes } from './notes.ts';
import { sweepDrills } from './play/leftovers.ts';
import { wire } from './wiring.ts';

export interface StartOptions {
  /** Left out: opened from the config and stopped with the server. */
  readonly database?: Database;
  readonly databaseName?: string;
  readonly mode?: AppMode;
  readonly realm?: Realm;
  readonly clock?: Clock;
  readonly clockRateRatio?: number;
  readonly idSeed?: number;
  readonly listen?: boolean;
  readonly extraOrigins?: readonly string[];
  readonly checkAnswer?: (id: RouteId, answer: unknown) => void;
}

export interface StartedServer extends RunningServer {
  readonly doors: Doors | undefined;
}

export async function startServer(config: Config, options: StartOptions = {}): Promise<StartedServer> {
  const note = createNotes(config.logLevel);
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of stops.splice(0).reverse()) await step().catch((error: unknown) => note('warn', 'stopping', { error: String(error) }));
  };
  try {
    const database = options.database ?? (await openDatabase(config, (change) => note('warn', `database ${change}`)));
    if (options.database === undefined) {
      stops.push(() => database.stop());
      const swept = await sweepDrills(database.server);
      if (swept.length > 0) note('info', 'databases of interrupted plays dropped', { names: swept.join(', ') });
    }
    const wired = await wire({ ...options, config, database, databaseName: options.databaseName ?? database.databaseName, mode: options.mode ?? config.mode, realm: options.realm ?? 'real' });
    stops.push(() => wired.close());
    const { app } = wired;
    if (app.mode !== 'play') {
      const kept = await startCheckpoints({ dataDir: config.dataDir, log: app.log, now: () => app.wallClock.now(), note: (error) => note('warn', 'head of the log not kept', { error: String(error) }) });
      stops.push(() => kept.stop());
    }
    const http = await buildServer(app);
    stops.push(() => http.close());
    if (options.listen === false) {
      await http.ready();
      return { app, http, address: '', doors: undefined, stop };
    }
    const doors = await openDoors(app);
    stops.push(() => doors.close());
    wired.knowDoors(doors);
    const address = await http.listen({ host: config.host, port: config.port }).catch((cause: NodeJS.ErrnoException) => {
      throw cause.code === 'EADDRINUSE' ? new AdapterError('SERVER_PORT_TAKEN', { cause, retryable: false, params: { port: config.port } }) : cause;
    });
    const ending = new AbortController();
    const warming = sleep(WARM_AFTER_MS, undefined, { signal: ending.signal })
      .then(() => app.services.warm())
      .catch((error: unknown) => (ending.signal.aborted ? undefined : note('warn', 'warming', { error: String(error) })));
    stops.push(() => {
      ending.abort();
      return warming;
    });
    if (config.feed && app.mode === 'demonstration') {
      const feed = await startFeed(app, doors);
      stops.push(() => feed.stop());
    }
    return { app, http, address, doors, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The first screen goes before the rehearsal of the first case. */
const WARM_AFTER_MS = 1500;
