// Sends AIS sentences to a door over TCP, as a receiver in the field would: the simulated traffic, or
// the lines of a recorded file. Bounded in time by the caller; ends by itself when the door closes.

import { createReadStream } from 'node:fs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { encodeAisSentences } from '@anlan/adapter-ais';
import type { AisMessageInput } from '@anlan/adapter-ais';
import { regionPack } from '@anlan/region-zhoushan';
import type { Instant } from '@anlan/kernel';
import { instantFromMs } from '@anlan/kernel';
import { particularsMessage, positionMessage, trafficOf } from './ships.ts';
import type { SimulatedShip } from './ships.ts';

export interface Door {
  readonly host: string;
  readonly port: number;
}

/** Sentences of simulated ships carry a TAG block whose source starts with SIM. */
export function simulatedSentences(message: AisMessageInput, at: Instant, sequenceIndex: number): readonly string[] {
  return encodeAisSentences(message, { tag: { source: 'SIM-ANLAN', at }, sequenceIndex });
}

/** One sweep of all ships; particulars every `particularsEvery` sweeps. */
export function sweepLines(ships: readonly SimulatedShip[], at: Instant, sweepIndex: number): readonly string[] {
  return ships.flatMap((ship, i) => [
    ...simulatedSentences(positionMessage(ship, at), at, i),
    ...(sweepIndex % PARTICULARS_EVERY === 0 ? simulatedSentences(particularsMessage(ship), at, i) : []),
  ]);
}

export async function openDoor(door: Door): Promise<Socket> {
  const socket = connect(door);
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  return socket;
}

/** Sends the region's simulated ships until `seconds` are over (0: until the door closes). */
export async function sendSimulatedShips(door: Door, seconds: number): Promise<void> {
  const socket = await openDoor(door);
  const ships = [...trafficOf(regionPack())].flat();
  const endMs = seconds === 0 ? Infinity : Date.now() + seconds * 1000;
  for (let sweep = 0; Date.now() < endMs && !socket.destroyed; sweep++) {
    socket.write(sweepLines(ships, instantFromMs(Date.now()), sweep).join('\r\n') + '\r\n');
    await sleep(Math.min(SWEEP_MS, Math.max(0, endMs - Date.now())));
  }
  socket.end();
}

/** Sends the lines of a file at a rate; returns how many. */
export async function sendAisFile(door: Door, path: string, linesPerS: number): Promise<number> {
  const socket = await openDoor(door);
  let sentCount = 0;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (socket.destroyed) break;
    socket.write(`${line}\r\n`);
    sentCount++;
    if (sentCount % Math.max(1, Math.round(linesPerS / 10)) === 0) await sleep(100);
  }
  await new Promise<void>((resolve) => socket.end(resolve));
  return sentCount;
}

/** A ship under way reports every 10 s or oftener (ITU-R M.1371-5, table 1). */
export const SWEEP_MS = 5000;
/** Static data every minute; the standard says every 6 minutes. */
const PARTICULARS_EVERY = 12;
