// Takes a batch of readings: each is judged by itself, the good ones are stored together, and the
// answer is given only after the store's commit. When the store fails nothing of the batch counts
// as taken: the failure is counted by its code and thrown on, so that the sender keeps its batch.

import type { Refusal, Result } from '@anlan/kernel';
import { AdapterError, ok, refuse } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { Context } from '../log/index.ts';
import type { IngestCounter } from './count-ingest.ts';
import { decideReading, rawReading } from './decide-reading.ts';
import type { ObservationStore, SensorList } from './ports.ts';
import type { Reading, SignalSource } from './types.ts';

export interface ReadingDeps {
  readonly sensors: SensorList;
  readonly observations: ObservationStore;
  readonly ingest: IngestCounter;
}

export interface ReadingBatch {
  readonly source: SignalSource;
  readonly readings: readonly unknown[];
  /** Set for a device: which sensors it may write. The others are refused, one by one. */
  readonly binding?: SensorBinding;
}

export interface SensorBinding {
  readonly deviceId: string;
  reaches(sensorId: string): boolean;
}

export interface RefusedItem {
  /** Place in the batch, from 0. */
  readonly itemIndex: number;
  readonly refusal: Refusal;
}

/** `accepted` are stored for good; `known` were so before, and are acknowledged without effect; `refused` names each of the others. Together they are the batch. */
export interface BatchAnswer<T> {
  readonly accepted: readonly T[];
  readonly known: readonly T[];
  readonly refused: readonly RefusedItem[];
}

/** Throws AdapterError when the store kept nothing. */
export async function handleReadings(deps: ReadingDeps, batch: ReadingBatch, context: Context): Promise<Result<BatchAnswer<Reading>>> {
  const { source, readings, binding } = batch;
  const judge = (item: unknown): Result<Reading> => {
    const raw = rawReading(item);
    if (raw === undefined) return refuse('SIGNAL_ITEM_UNREADABLE');
    // Judged before anything else, so that a device learns nothing of sensors that are not its own.
    if (binding !== undefined && typeof raw.sensorId === 'string' && !binding.reaches(raw.sensorId)) {
      return refuse('SIGNAL_SENSOR_NOT_BOUND', { sensorId: raw.sensorId.slice(0, 80), deviceId: binding.deviceId });
    }
    const sensor = typeof raw.sensorId === 'string' ? deps.sensors.findSensor(raw.sensorId) : undefined;
    return decideReading(sensor, raw, { source, now: context.now });
  };
  return takeBatch({ ...deps, sourceId: source.id, items: readings, judge, keep: (accepted) => deps.observations.appendReadings(accepted) }, context);
}

export interface BatchWork<Item, T> {
  readonly ingest: IngestCounter;
  readonly sourceId: string;
  readonly items: readonly Item[];
  readonly judge: (item: Item) => Result<T>;
  /** Answers those that were kept before. */
  readonly keep: (accepted: readonly T[]) => Promise<readonly T[]>;
}

/** The part that is the same for every kind of observation. */
export async function takeBatch<Item, T>(work: BatchWork<Item, T>, context: Context): Promise<Result<BatchAnswer<T>>> {
  const { ingest, sourceId, items } = work;
  const may = mayDo(context.actor, 'signal.write');
  const whole = may.ok && items.length > BATCH_COUNT_MAX ? refuse('SIGNAL_BATCH_TOO_LARGE', { itemCount: items.length, itemCountMax: BATCH_COUNT_MAX }) : may;
  if (!whole.ok) {
    ingest.count(sourceId, { acceptedCount: 0, refusedCodes: items.map(() => whole.refusal.code), at: context.now });
    return whole;
  }
  const good: T[] = [];
  const refused: RefusedItem[] = [];
  items.forEach((item, itemIndex) => {
    const judged = work.judge(item);
    if (judged.ok) good.push(judged.value);
    else refused.push({ itemIndex, refusal: judged.refusal });
  });
  const refusedCodes = refused.map(({ refusal }) => refusal.code);
  let known: readonly T[] = [];
  try {
    if (good.length > 0) known = await work.keep(good);
  } catch (error) {
    const code = error instanceof AdapterError ? error.code : 'UNKNOWN_FAILURE';
    ingest.count(sourceId, { acceptedCount: 0, refusedCodes: [...refusedCodes, ...good.map(() => code)], at: context.now });
    throw error;
  }
  const accepted = known.length === 0 ? good : without(good, known);
  ingest.count(sourceId, { acceptedCount: accepted.length, knownCount: known.length, refusedCodes, at: context.now });
  return ok({ accepted, known, refused });
}

function without<T>(items: readonly T[], gone: readonly T[]): readonly T[] {
  const set = new Set(gone);
  return items.filter((item) => !set.has(item));
}

/** Most items of one batch: our choice; ten thousand readings are one COPY of about a megabyte. */
export const BATCH_COUNT_MAX = 10_000;
