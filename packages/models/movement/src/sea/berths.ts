// Berths and anchorages as places of limited number: who waits how long for a position, first come
// first served, with those already there. Deterministic: n servers, given arrivals and stays (the
// D/D/n queue worked through in order of arrival; ties by order of the list).

import type { Instant, LocalName, Result } from '@anlan/kernel';
import { addS, isoFromInstant, nameParams, ok, refuse, secondsBetween } from '@anlan/kernel';
import type { Reason } from '../api/travel.ts';

/** A quay, a berth group or an anchorage. */
export interface BerthQueue {
  readonly id: string;
  readonly name: LocalName;
  readonly berthCount: number;
  /** Vessels there already, each until it leaves. */
  readonly taken: readonly { readonly untilAt: Instant }[];
}

export interface BerthCall {
  readonly id: string;
  readonly arriveAt: Instant;
  /** Time alongside: loading, discharging, making fast and casting off. */
  readonly serviceS: number;
}

export interface BerthStay {
  readonly callId: string;
  readonly berthIndex: number;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly waitS: number;
  readonly reason: readonly Reason[];
}

export interface BerthPlan {
  readonly stays: readonly BerthStay[];
  readonly waitSTotal: number;
  /** Most vessels waiting at one moment. */
  readonly queueCountMax: number;
}

export function planBerths(queue: BerthQueue, calls: readonly BerthCall[]): Result<BerthPlan> {
  const isWrong = !(Number.isInteger(queue.berthCount) && queue.berthCount > 0 && queue.berthCount <= BERTH_COUNT_MAX) || calls.some(({ serviceS }) => !(serviceS >= 0 && serviceS < Infinity));
  if (isWrong) return refuse('MOVEMENT_BERTH_FIGURES_WRONG', { ...nameParams('name', queue.name), berthCount: queue.berthCount });
  const freeAt: number[] = Array.from({ length: queue.berthCount }, () => -Infinity);
  for (const { untilAt } of queue.taken.toSorted((a, b) => a.untilAt - b.untilAt)) freeAt[earliest(freeAt)] = untilAt;
  const stays = calls.map((call, order) => ({ call, order })).toSorted((a, b) => a.call.arriveAt - b.call.arriveAt || a.order - b.order).map(({ call }): BerthStay => {
    const berthIndex = earliest(freeAt);
    const startAt = addS(call.arriveAt, Math.max(0, Math.ceil((freeAt[berthIndex]! - call.arriveAt) / 1000)));
    const endAt = addS(startAt, call.serviceS);
    freeAt[berthIndex] = endAt;
    const waitS = secondsBetween(call.arriveAt, startAt);
    const reason = waitS > 0 ? [{ code: 'MOVEMENT_BERTH_WAIT', params: { ...nameParams('name', queue.name), berthCount: queue.berthCount, untilAt: isoFromInstant(startAt) } }] : [];
    return { callId: call.id, berthIndex, startAt, endAt, waitS, reason };
  });
  return ok({ stays, waitSTotal: stays.reduce((sum, { waitS }) => sum + waitS, 0), queueCountMax: longestQueue(stays) });
}

/** The berth that is free first; of equals the lower number. */
function earliest(freeAt: readonly number[]): number {
  return freeAt.reduce((best, at, i) => (at < freeAt[best]! ? i : best), 0);
}

function longestQueue(stays: readonly BerthStay[]): number {
  const waiting = stays.filter(({ waitS }) => waitS > 0).map(({ startAt, waitS }) => ({ fromAt: startAt - waitS * 1000, untilAt: startAt as number }));
  return waiting.reduce((most, { fromAt }) => Math.max(most, waiting.filter((other) => other.fromAt <= fromAt && other.untilAt > fromAt).length), 0);
}

/** More positions than any port of the world has at one quay. */
const BERTH_COUNT_MAX = 1000;
