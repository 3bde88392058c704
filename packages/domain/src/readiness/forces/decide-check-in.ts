// A check-in: the people of a unit say how it stands and until when that holds. Pure: the record and
// what was said give the changes of its fields. What was said lapses; nothing is assumed ready.

import type { Instant, Result } from '@anlan/kernel';
import { isoFromInstant, ok, refuse } from '@anlan/kernel';
import type { Context } from '../../log/index.ts';
import type { RecordBody, RecordValues } from '../../register/index.ts';
import type { ReadinessCode } from './check-in-fields.ts';

export interface CheckIn {
  readonly readinessCode: ReadinessCode;
  readonly note: string;
  readonly peopleOnDutyCount: number | null;
  readonly dutySinceAt: Instant | null;
  readonly readyUntilAt: Instant;
  /** Told later, over the radio; left out: now. */
  readonly happenedAt?: Instant;
  /** Hospitals only: free beds now, by speciality. */
  readonly freeBeds?: readonly { readonly specialityCode: string; readonly freeCount: number }[];
  /** Shelters only. */
  readonly takenPlaceCount?: number;
}

export const CHECK_IN_REGISTERS = ['teams', 'vessels', 'vehicles', 'aircraft', 'hospitals', 'shelters', 'generators'] as const;
export type CheckInRegister = (typeof CHECK_IN_REGISTERS)[number];

/** The fields that the check-in changes. */
export function decideCheckIn(body: RecordBody, given: CheckIn, context: Context): Result<RecordValues> {
  const { id } = body;
  if (body.archived) return refuse('READINESS_UNIT_ARCHIVED', { id });
  const happenedAt = given.happenedAt ?? context.now;
  const order = checkTimes(body, given, happenedAt, context.now);
  if (!order.ok) return order;
  if (given.readinessCode !== 'available' && given.note.trim() === '') return refuse('READINESS_CHECK_IN_NOTE_MISSING', { id, state: given.readinessCode });
  const extra = readExtra(body, given);
  if (!extra.ok) return extra;
  return ok({
    readinessCode: given.readinessCode, readinessNote: given.note.trim() === '' ? null : given.note.trim(), peopleOnDutyCount: given.peopleOnDutyCount,
    dutySinceAt: given.dutySinceAt, checkedInAt: happenedAt, checkedInBy: context.actor.name, readyUntilAt: given.readyUntilAt, ...extra.value,
  });
}

function checkTimes({ id, values }: RecordBody, given: CheckIn, happenedAt: Instant, now: Instant): Result<true> {
  const before = values['checkedInAt'];
  const inOrder = happenedAt <= now && (typeof before !== 'number' || happenedAt >= before);
  if (!inOrder) return refuse('READINESS_CHECK_IN_OUT_OF_ORDER', { id, happenedAt: isoFromInstant(happenedAt), checkedInAt: typeof before === 'number' ? isoFromInstant(before as Instant) : isoFromInstant(now) });
  if (given.readyUntilAt <= now) return refuse('READINESS_CHECK_IN_LAPSED_ALREADY', { id, readyUntilAt: isoFromInstant(given.readyUntilAt) });
  const hours = (given.readyUntilAt - happenedAt) / 3_600_000;
  if (hours > CHECK_IN_HOURS_MAX) return refuse('READINESS_CHECK_IN_TOO_LONG', { id, hours: Math.ceil(hours), hoursMax: CHECK_IN_HOURS_MAX });
  if (given.dutySinceAt !== null && given.dutySinceAt > happenedAt) return refuse('READINESS_DUTY_IN_FUTURE', { id, dutySinceAt: isoFromInstant(given.dutySinceAt) });
  return ok(true);
}

function readExtra({ id, registerId, values }: RecordBody, { freeBeds, takenPlaceCount }: CheckIn): Result<RecordValues> {
  if ((freeBeds !== undefined && registerId !== 'hospitals') || (takenPlaceCount !== undefined && registerId !== 'shelters')) return refuse('READINESS_BEDS_NOT_HERE', { id });
  if (freeBeds !== undefined) {
    const installed = (values['beds'] ?? []) as readonly { readonly specialityCode: string; readonly bedCount: number }[];
    for (const { specialityCode, freeCount } of freeBeds) {
      const bedCount = installed.filter((row) => row.specialityCode === specialityCode).reduce((sum, row) => sum + row.bedCount, 0);
      if (freeCount > bedCount) return refuse('READINESS_BEDS_OVER_INSTALLED', { id, specialityCode, freeCount, bedCount });
    }
    return ok({ freeBeds: freeBeds.map(({ specialityCode, freeCount }) => ({ specialityCode, freeCount })) });
  }
  if (takenPlaceCount === undefined) return ok({});
  const placeCount = Number(values['placeCount'] ?? 0);
  return takenPlaceCount > placeCount ? refuse('READINESS_PLACES_OVER_CAPACITY', { id, takenCount: takenPlaceCount, placeCount }) : ok({ takenPlaceCount });
}

/** A check-in holds at most this long, h. Ours: two shifts of 12 h. */
export const CHECK_IN_HOURS_MAX = 24;
