// Plays one scenario in a drill of its own: its own database, its own realm, the scenario's clock.
// At full speed nothing listens and time jumps; with a speed the web is open and time runs.

import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { createScaledClock, createSteppedClock } from '@anlan/adapter-system';
import type { Instant } from '@anlan/kernel';
import type { Config } from '../config.ts';
import { borrowDatabase } from '../database.ts';
import { startServer } from '../server.ts';
import { figuresOf } from './figures.ts';
import { runScenario } from './run-scenario.ts';
import type { PlayClock, Player } from './player.ts';
import { readScenario } from './scenario.ts';

export interface PlayOptions {
  readonly folder: string;
  /** Scenario seconds a second, or `max`. */
  readonly speed: number | 'max';
  readonly config: Config;
  readonly say: (line: string) => void;
}

export interface Played {
  readonly headHash: string;
  readonly eventCount: number;
  readonly figures: Readonly<Record<string, number | string>>;
}

export async function playScenario(options: PlayOptions): Promise<Played> {
  const { speed, say } = options;
  const scenario = readScenario(options.folder);
  const config: Config = { ...options.config, mode: 'demonstration', feed: false, aisTcpPort: speed === 'max' ? 'off' : 0, aisUdpPort: 'off', mqttPort: 'off' };
  const database = await borrowDatabase(config);
  const databaseName = `play_${scenario.id.toLowerCase()}_${randomBytes(4).toString('hex')}`;
  const clock = speed === 'max' ? steppedClock(scenario.startAt) : scaledClock(scenario.startAt, speed);
  try {
    const server = await startServer(config, {
      database, databaseName, mode: 'play', realm: `drill-${scenario.id.toLowerCase()}`, clock, clockRateRatio: speed === 'max' ? 1 : speed, idSeed: scenario.randomSeed, listen: speed !== 'max',
    });
    try {
      if (speed !== 'max') say(`演练 drill ${scenario.titles.zh} · ${scenario.titles.en}: ${server.address}`);
      const player: Player = { server, scenario, clock, saved: new Map(), cookies: new Map(), heldValues: new Map(), crews: undefined, tick: () => server.app.services.tick(), say };
      await runScenario(player);
      const { headHash, eventCount, brokenAtPositionIndex } = await server.app.log.verify(server.app.realm);
      if (brokenAtPositionIndex !== undefined) throw new Error(`the hash chain is broken at ${brokenAtPositionIndex}`);
      return { headHash, eventCount, figures: await figuresOf(player) };
    } finally {
      await server.stop();
    }
  } finally {
    await database.server.dropDatabase(databaseName);
    await database.stop();
  }
}

function steppedClock(startAt: Instant): PlayClock {
  const clock = createSteppedClock(startAt);
  return { now: () => clock.now(), reach: (at) => Promise.resolve(clock.set(at)) };
}

function scaledClock(startAt: Instant, rateRatio: number): PlayClock {
  const clock = createScaledClock(startAt, rateRatio);
  return { now: () => clock.now(), reach: async (at) => void (await sleep(Math.max(0, (at - clock.now()) / rateRatio))) };
}
