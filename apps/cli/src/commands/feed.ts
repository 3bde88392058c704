// Sends sentences to a door, as a receiver in the field would.

import { sendAisFile, sendSimulatedShips } from '@anlan/server';
import { printLine } from '../print.ts';

export async function feed(options: { readonly host: string; readonly aisPort: string; readonly file?: string; readonly rate: string; readonly seconds: string }): Promise<void> {
  const door = { host: options.host, port: Number(options.aisPort) };
  if (options.file === undefined) return sendSimulatedShips(door, Number(options.seconds));
  const sentCount = await sendAisFile(door, options.file, Number(options.rate));
  printLine(`${sentCount} lines sent to ${door.host}:${door.port}`);
}
