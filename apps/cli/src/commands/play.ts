// Plays a scenario in a drill and a database of its own. Headless at full speed it ends with the
// figures and `hash: <hex>` of the drill's log; with a speed it opens the web for people.

import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { playScenario, readConfig } from '@anlan/server';
import { printLine } from '../print.ts';
import { refused } from '../refused.ts';

export async function play(id: string, options: { readonly speed: string; readonly port: string; readonly quiet: boolean }): Promise<void> {
  const folder = join(SCENARIOS, id);
  if (!existsSync(join(folder, 'scenario.json'))) throw refused({ code: 'CLI_SCENARIO_UNKNOWN', params: { id, known: readdirSync(SCENARIOS).join(', ') } });
  const speed = options.speed === 'max' ? 'max' : Number(options.speed);
  if (speed !== 'max' && !(speed > 0 && speed <= 100_000)) throw refused({ code: 'CLI_OPTION_INVALID', params: { option: '--speed', value: options.speed } });
  const played = await playScenario({
    folder, speed, config: { ...readConfig(process.env), port: speed === 'max' ? 0 : Number(options.port) }, say: options.quiet ? () => undefined : printLine,
  });
  for (const [name, value] of Object.entries(played.figures)) printLine(`${name.padEnd(34)} ${String(value)}`);
  printLine(`events: ${played.eventCount}`);
  printLine(`hash: ${played.headHash}`);
}

const SCENARIOS = fileURLToPath(new URL('../../../../scenarios', import.meta.url));
