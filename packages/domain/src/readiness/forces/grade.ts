// Whether a team's grade counts, and who may be sent into a hot zone (S-446): a graded team whose
// grade is in force and was not written by itself. There is no override: an ungraded team works
// outside. A grade counts as installed with the region or once somebody else verified the record.

import type { Instant, Result } from '@anlan/kernel';
import { isoFromInstant, ok, refuse } from '@anlan/kernel';
import type { RecordOf } from '../../register/index.ts';
import { SHIFT_HOURS_MAX } from './teams.ts';
import type { teams } from './teams.ts';

export type Team = RecordOf<typeof teams>;

export const ZONE_CODES = ['hot', 'warm', 'cold'] as const;
export type ZoneCode = (typeof ZONE_CODES)[number];

export type GradeStatus =
  | { readonly state: 'valid'; readonly gradeCode: string; readonly untilAt: Instant }
  | { readonly state: 'ungraded' }
  | { readonly state: 'lapsed'; readonly gradeCode: string; readonly untilAt: Instant }
  | { readonly state: 'unverified'; readonly gradeCode: string; readonly untilAt: Instant };

export function gradeStatus(team: Team, at: Instant): GradeStatus {
  const { gradeCode, gradeValidUntilAt: untilAt } = team.values;
  if (gradeCode === null || gradeCode === undefined || untilAt === null || untilAt === undefined) return { state: 'ungraded' };
  if (untilAt <= at) return { state: 'lapsed', gradeCode, untilAt };
  const isVouched = team.seedHash !== null || (team.verification ?? null) !== null;
  return { state: isVouched ? 'valid' : 'unverified', gradeCode, untilAt };
}

/** Refused until the task is over: `untilAt` is when the team would be there. */
export function checkHotZone(team: Team, untilAt: Instant): Result<true> {
  const { id, values } = team;
  const grade = gradeStatus(team, untilAt);
  if (grade.state === 'ungraded') return refuse('READINESS_GRADE_MISSING', { id });
  if (grade.state === 'lapsed') return refuse('READINESS_GRADE_LAPSED', { id, untilAt: isoFromInstant(grade.untilAt) });
  if (grade.state === 'unverified') return refuse('READINESS_GRADE_UNVERIFIED', { id });
  const dutySinceAt = values.dutySinceAt ?? null;
  if (dutySinceAt !== null && untilAt - dutySinceAt > SHIFT_HOURS_MAX * 3_600_000) {
    return refuse('READINESS_HOT_ZONE_SHIFT_OVER', { id, dutySinceAt: isoFromInstant(dutySinceAt), hoursMax: SHIFT_HOURS_MAX });
  }
  return ok(true);
}
