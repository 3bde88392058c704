// What all AIS doors share: states wait in a bounded queue for the handler, whose promise resolves
// when they are kept. When the store is away they wait and the sender is held back; a door that
// cannot hold its sender back (UDP) counts what it could not keep.

import type { IngestCount, VesselState } from '@anlan/domain';
import type { Clock } from '@anlan/kernel';
import { AdapterError } from '@anlan/kernel';
import { setTimeout as sleep } from 'node:timers/promises';
import type { AisDecoder, AisTally } from './decode-stream.ts';
import { createAisDecoder, createAisTally, loseStates } from './decode-stream.ts';
import type { VesselRegistry } from './vessels.ts';
import { createVesselRegistry } from './vessels.ts';

export interface AisDoorOptions {
  readonly sourceId: string;
  readonly clock: Clock;
  /** Everything that comes in here is simulated. */
  readonly simulated?: boolean;
  readonly observedAtFrom?: 'tag' | 'receipt';
  /** Resolves when the states are kept; a retryable AdapterError is tried again. */
  readonly onStates: (states: readonly VesselState[]) => Promise<void>;
  /** States that may wait; at the limit the sender is held back. */
  readonly queueLimitCount?: number;
}

export interface AisDoor {
  readonly sourceId: string;
  counts(): IngestCount;
  close(): Promise<void>;
}

/** Queue, tally and ships of one door. */
export interface DoorCore {
  readonly tally: AisTally;
  createDecoder(): AisDecoder;
  isFull(): boolean;
  /** Adds states; the caller has asked isFull, or counts what it may not add. */
  add(states: readonly VesselState[]): void;
  /** Resolves when there is room again. */
  room(): Promise<void>;
  /** Tries once more to hand over what waits; counts what is lost. */
  close(): Promise<void>;
}

export function createDoorCore(options: AisDoorOptions): DoorCore {
  const tally = createAisTally();
  const registry: VesselRegistry = createVesselRegistry();
  const limitCount = options.queueLimitCount ?? QUEUE_LIMIT_COUNT;
  let waiting: VesselState[] = [];
  let closing = false;
  let pump: Promise<void> | undefined;
  const deliver = async (states: readonly VesselState[]): Promise<void> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await options.onStates(states);
      } catch (error) {
        const again = error instanceof AdapterError && error.retryable && !closing;
        if (!again) return loseStates(tally, states.length);
        await sleep(Math.min(RETRY_MS * attempt, RETRY_MAX_MS));
      }
    }
  };
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const states = waiting;
      waiting = [];
      await deliver(states);
    }
    pump = undefined;
  };
  return {
    tally,
    createDecoder: () => createAisDecoder({
      sourceId: options.sourceId, simulated: options.simulated ?? false, observedAtFrom: options.observedAtFrom ?? 'tag', registry, tally,
    }),
    isFull: () => waiting.length >= limitCount,
    add(states) {
      if (states.length === 0) return;
      for (const state of states) waiting.push(state);
      pump ??= run();
    },
    async room() {
      while (waiting.length >= limitCount && pump !== undefined && !closing) await Promise.race([pump, sleep(ROOM_POLL_MS)]);
    },
    async close() {
      closing = true;
      while (pump !== undefined) await pump;
    },
  };
}

const QUEUE_LIMIT_COUNT = 20_000;
const RETRY_MS = 250;
const RETRY_MAX_MS = 5_000;
const ROOM_POLL_MS = 50;
