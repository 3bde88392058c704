// Plays a scenario in a drill and a database of its own. Headless at full speed it ends with the
// figures and `hash: <hex>` of the drill's log; with a speed it opens the web for people. A signal
// ends it in order, so that nothing is left behind.

import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { openKeptDrill, playScenario, readConfig } from '@anlan/server';
import { printLine } from '../print.ts';
import { refused } from '../refused.ts';

export interface PlayCommand {
  readonly speed: string;
  readonly port: string;
  readonly quiet: boolean;
  readonly keep: boolean;
  readonly open?: string;
}

export async function play(id: string, options: PlayCommand): Promise<void> {
  const folder = join(SCENARIOS, id);
  if (!existsSync(join(folder, 'scenario.json'))) throw refused({ code: 'CLI_SCENARIO_UNKNOWN', params: { id, known: readdirSync(SCENARIOS).join(', ') } });
  const speed = options.speed === 'max' ? 'max' : Number(options.speed);
  if (speed !== 'max' && !(speed > 0 && speed <= 100_000)) throw refused({ code: 'CLI_OPTION_INVALID', params: { option: '--speed', value: options.speed } });
  const signal = untilSignal();
  const config = readConfig(process.env);
  if (options.open !== undefined) return openKeptDrill({ folder, config: { ...config, port: Number(options.port) }, say: printLine, databaseName: options.open, signal });
  const played = await playScenario({
    folder, speed, config: { ...config, port: speed === 'max' ? 0 : Number(options.port) }, say: options.quiet ? () => undefined : printLine, keep: options.keep, signal,
  });
  for (const [name, value] of Object.entries(played.figures)) printLine(`${name.padEnd(34)} ${String(value)}`);
  printLine(`events: ${played.eventCount}`);
  if (options.keep) printLine(`kept: ${played.databaseName}; look at it with: anlan play ${id} --open ${played.databaseName}`);
  printLine(`hash: ${played.headHash}`);
}

/** Aborts at the first signal; a second one ends the process at once. */
function untilSignal(): AbortSignal {
  const ending = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(name, () => {
      process.once(name, () => process.exit(130));
      ending.abort();
    });
  }
  return ending.signal;
}

const SCENARIOS = fileURLToPath(new URL('../../../../scenarios', import.meta.url));
