// Takes ships' states that a decoder has read. The decoder knows the format; here only the window of
// time, the place and the identity are judged, as for every observation.

import type { Instant, Result } from '@anlan/kernel';
import { lonLat, ok, refuse } from '@anlan/kernel';
import type { Context } from '../log/index.ts';
import type { BatchAnswer } from './handle-readings.ts';
import { takeBatch } from './handle-readings.ts';
import type { IngestCounter } from './count-ingest.ts';
import { judgeObservedAt } from './judge-time.ts';
import type { ObservationStore } from './ports.ts';
import type { SignalSource, VesselState } from './types.ts';

export interface VesselDeps {
  readonly observations: ObservationStore;
  readonly ingest: IngestCounter;
}

export interface VesselBatch {
  readonly source: SignalSource;
  readonly states: readonly VesselState[];
}

/** Throws AdapterError when the store kept nothing. */
export async function handleVesselStates(deps: VesselDeps, batch: VesselBatch, context: Context): Promise<Result<BatchAnswer<VesselState>>> {
  const judge = (state: VesselState): Result<VesselState> => decideVesselState(state, batch.source, context.now);
  const keep = async (accepted: readonly VesselState[]): Promise<readonly VesselState[]> => {
    await deps.observations.appendVesselStates(accepted);
    return [];
  };
  return takeBatch({ ingest: deps.ingest, sourceId: batch.source.id, items: batch.states, judge, keep }, context);
}

export function decideVesselState(state: VesselState, source: SignalSource, now: Instant): Result<VesselState> {
  if (!MMSI.test(state.mmsi)) return refuse('SIGNAL_MMSI_UNREADABLE', { mmsi: state.mmsi.slice(0, 20) });
  if (state.position !== undefined) {
    const place = lonLat(...state.position);
    if (!place.ok) return place;
  }
  const observed = judgeObservedAt(state.observedAt, now);
  if (!observed.ok) return observed;
  return ok({ ...state, receivedAt: now, sourceId: source.id, simulated: state.simulated || source.simulated });
}

/** Nine digits (ITU-R M.585). */
const MMSI = /^\d{9}$/;
