// Sends sentences to a door, as a receiver in the field would.

import { readConfig, sendAisFile, sendSimulatedShips } from '@anlan/server';
import { printLine } from '../print.ts';

export async function feed(options: { readonly host: string; readonly aisPort?: string; readonly file?: string; readonly rate: string; readonly seconds: string }): Promise<void> {
  const door = { host: options.host, port: options.aisPort === undefined ? configuredPort() : Number(options.aisPort) };
  if (options.file === undefined) return sendSimulatedShips(door, Number(options.seconds));
  const sentCount = await sendAisFile(door, options.file, Number(options.rate));
  printLine(`${sentCount} lines sent to ${door.host}:${door.port}`);
}

/** The door of the server beside us; a closed one has no port to send to. */
function configuredPort(): number {
  const { aisTcpPort } = readConfig(process.env);
  return aisTcpPort === 'off' ? DEFAULT_PORT : aisTcpPort;
}

const DEFAULT_PORT = 10110;
