// Plays one scenario in a drill of its own: its own database, its own realm, the scenario's clock.
// At full speed nothing listens and time jumps; with a speed the web is open and time runs. The
// database goes with the play, also when it is interrupted, unless it is to be kept for a look.

import { setTimeout as sleep } from 'node:timers/promises';
import { createScaledClock, createSteppedClock } from '@anlan/adapter-system';
import { AdapterError, addS } from '@anlan/kernel';
import type { Instant } from '@anlan/kernel';
import type { Config } from '../config.ts';
import { borrowDatabase } from '../database.ts';
import { startServer } from '../server.ts';
import { figuresOf } from './figures.ts';
import { drillDatabaseName, isKeptDrill, sweepDrills } from './leftovers.ts';
import { runScenario } from './run-scenario.ts';
import type { PlayClock, Player } from './player.ts';
import { readScenario } from './scenario.ts';

export interface PlayOptions {
  readonly folder: string;
  /** Scenario seconds a second, or `max`. */
  readonly speed: number | 'max';
  readonly config: Config;
  readonly say: (line: string) => void;
  /** Keeps the database of the drill; its name is in the answer. */
  readonly keep?: boolean;
  /** Ends the play; its database goes unless it is kept. */
  readonly signal?: AbortSignal;
}

export interface Played {
  readonly headHash: string;
  readonly eventCount: number;
  readonly figures: Readonly<Record<string, number | string>>;
  readonly databaseName: string;
}

/** Throws PLAY_INTERRUPTED when the signal ends it. */
export async function playScenario(options: PlayOptions): Promise<Played> {
  const { speed, say } = options;
  const signal = options.signal ?? new AbortController().signal;
  const scenario = readScenario(options.folder);
  const database = await borrowDatabase(options.config);
  const databaseName = drillDatabaseName(scenario.id, options.keep === true);
  const clock = speed === 'max' ? steppedClock(scenario.startAt, signal) : scaledClock(scenario.startAt, speed, signal);
  try {
    await sweepDrills(database.server);
    const server = await startServer(playConfig(options.config, speed === 'max'), {
      database, databaseName, mode: 'play', realm: realmOf(scenario.id), clock, clockRateRatio: speed === 'max' ? 1 : speed, idSeed: scenario.randomSeed, listen: speed !== 'max',
    });
    try {
      if (speed !== 'max') say(`演练 drill ${scenario.titles.zh} · ${scenario.titles.en}: ${server.address}`);
      const player: Player = { server, scenario, clock, saved: new Map(), cookies: new Map(), heldValues: new Map(), crews: undefined, patient: options.speed !== 'max', tick: () => server.app.services.tick(), say };
      await runScenario(player);
      const { headHash, eventCount, brokenAtPositionIndex } = await server.app.log.verify(server.app.realm);
      if (brokenAtPositionIndex !== undefined) throw new Error(`the hash chain is broken at ${brokenAtPositionIndex}`);
      return { headHash, eventCount, figures: await figuresOf(player), databaseName };
    } finally {
      await server.stop();
    }
  } finally {
    if (options.keep !== true) await database.server.dropDatabase(databaseName);
    await database.stop();
  }
}

/** Opens the web on a drill that was kept, its clock standing at the scenario's end, until the signal. */
export async function openKeptDrill(options: Pick<PlayOptions, 'folder' | 'config' | 'say'> & { readonly databaseName: string; readonly signal: AbortSignal }): Promise<void> {
  const { databaseName, signal } = options;
  const scenario = readScenario(options.folder);
  const database = await borrowDatabase(options.config);
  try {
    if (!isKeptDrill(databaseName) || !(await database.server.listDatabases()).includes(databaseName)) {
      const kept = (await database.server.listDatabases()).filter(isKeptDrill).join(', ');
      throw new AdapterError('PLAY_DRILL_UNKNOWN', { retryable: false, params: { name: databaseName, kept } });
    }
    const clock = createSteppedClock(addS(scenario.startAt, scenario.endS));
    const server = await startServer(playConfig(options.config, false), { database, databaseName, mode: 'play', realm: realmOf(scenario.id), clock });
    options.say(`演练 drill ${scenario.titles.zh} · ${scenario.titles.en}: ${server.address}`);
    if (!signal.aborted) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
    await server.stop();
  } finally {
    await database.stop();
  }
}

function playConfig(config: Config, headless: boolean): Config {
  return { ...config, mode: 'demonstration', feed: false, aisTcpPort: headless ? 'off' : 0, aisUdpPort: 'off', mqttPort: 'off' };
}

function realmOf(scenarioId: string): `drill-${string}` {
  return `drill-${scenarioId.toLowerCase()}`;
}

function steppedClock(startAt: Instant, signal: AbortSignal): PlayClock {
  const clock = createSteppedClock(startAt);
  return {
    now: () => clock.now(),
    reach: async (at) => {
      goOn(signal);
      clock.set(at);
    },
  };
}

function scaledClock(startAt: Instant, rateRatio: number, signal: AbortSignal): PlayClock {
  const clock = createScaledClock(startAt, rateRatio);
  return {
    now: () => clock.now(),
    reach: async (at) => {
      await sleep(Math.max(0, (at - clock.now()) / rateRatio), undefined, { signal }).catch(() => goOn(signal));
      goOn(signal);
    },
  };
}

function goOn(signal: AbortSignal): void {
  if (signal.aborted) throw new AdapterError('PLAY_INTERRUPTED', { retryable: false, params: {} });
}
