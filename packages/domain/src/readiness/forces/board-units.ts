// One line of the readiness board: how a unit stands now and why. Its own people say so by checking
// in; a word that has lapsed, or was never given, is unknown and not ready (S-441). Orders, the
// register's state, the shift and, for vessels, the live position may only lower it.

import type { Instant, LonLat } from '@anlan/kernel';
import { distanceM, isoFromInstant } from '@anlan/kernel';
import type { CodeEntry, RecordBody, Register } from '../../register/index.ts';
import { findField, recordOf } from '../../register/index.ts';
import type { Titles } from '../../signal/index.ts';
import type { CheckInValues } from './check-in-fields.ts';
import { gradeStatus } from './grade.ts';
import type { GradeStatus } from './grade.ts';
import type { TurnOut } from './turn-out.ts';
import { SHIFT_HOURS_MAX, teams } from './teams.ts';

/** From the least to the most ready. */
export const BOARD_STATES = ['unavailable', 'unknown', 'committed', 'limited', 'available'] as const;
export type BoardState = (typeof BOARD_STATES)[number];

export interface BoardReason {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface AisNow {
  readonly mmsi: string;
  readonly observedAt: Instant;
  readonly position?: LonLat;
  readonly speedMps?: number;
  readonly navigationStatusCode?: number;
}

export interface AisStatus {
  readonly state: 'moored' | 'anchored' | 'under-way' | 'stale' | 'not-heard';
  readonly observedAt: Instant | null;
  readonly fromBerthM: number | null;
}

export interface UnitRow {
  readonly registerId: string;
  readonly id: string;
  readonly titles: Titles;
  readonly kindCode: string;
  readonly kindTitles: Titles;
  readonly organisationId: string;
  readonly position: LonLat;
  readonly facilityId: string | null;
  readonly state: BoardState;
  readonly reasons: readonly BoardReason[];
  readonly checkedInAt: Instant | null;
  readonly checkedInBy: string | null;
  readonly readyUntilAt: Instant | null;
  readonly note: string | null;
  readonly peopleOnDutyCount: number | null;
  readonly crewCount: number | null;
  readonly dutySinceAt: Instant | null;
  /** Since the end of the last shift of the roster; null: on shift, or no roster. */
  readonly restHours: number | null;
  readonly classCode: string | null;
  readonly grade: GradeStatus | null;
  readonly ais: AisStatus | null;
  readonly turnOut: TurnOut | null;
  readonly freeBeds: readonly { readonly specialityCode: string; readonly freeCount: number }[] | null;
  readonly freePlaceCount: number | null;
}

export interface UnitWorld {
  readonly now: Instant;
  readonly heldKeys: ReadonlySet<string>;
  readonly aisByMmsi: ReadonlyMap<string, AisNow>;
  readonly turnOut: ReadonlyMap<string, TurnOut>;
}

export function unitRow(register: Register, body: RecordBody, world: UnitWorld): UnitRow {
  const values = body.values as RecordBody['values'] & Partial<CheckInValues>;
  const kindCode = text(values['kindCode']) ?? '';
  const position = values['position'] as LonLat;
  const mmsi = text(values['mmsi']);
  const ais = register.id === 'vessels' && mmsi !== null ? aisStatus(world.aisByMmsi.get(mmsi), position, world.now) : null;
  const reasons = reasonsOf(body, values, ais, world);
  const key = `${register.id}/${body.id}`;
  return {
    registerId: register.id, id: body.id, titles: values['name'] as Titles, kindCode, kindTitles: kindTitles(register, kindCode), organisationId: text(values['organisationId']) ?? '',
    position, facilityId: text(values['facilityId']), state: reasons.reduce<BoardState>((least, { state }) => leastReady(least, state), 'available'), reasons: reasons.map(({ reason }) => reason),
    checkedInAt: at(values.checkedInAt), checkedInBy: values.checkedInBy ?? null, readyUntilAt: at(values.readyUntilAt), note: values.readinessNote ?? null,
    peopleOnDutyCount: values.peopleOnDutyCount ?? null, crewCount: number(values['peopleCount']) ?? number(values['crewCount']), dutySinceAt: at(values.dutySinceAt),
    restHours: restHours(values['roster'], world.now), classCode: text(values['classCode']), grade: register.id === 'teams' ? gradeStatus(recordOf(teams, body), world.now) : null, ais,
    turnOut: world.turnOut.get(key) ?? null, freeBeds: (values['freeBeds'] ?? null) as UnitRow['freeBeds'],
    freePlaceCount: register.id === 'shelters' ? (number(values['placeCount']) ?? 0) - (number(values['takenPlaceCount']) ?? 0) : null,
  };
}

export function leastReady(a: BoardState, b: BoardState): BoardState {
  return BOARD_STATES.indexOf(a) < BOARD_STATES.indexOf(b) ? a : b;
}

interface Lowered {
  readonly state: BoardState;
  readonly reason: BoardReason;
}

function reasonsOf(body: RecordBody, values: Partial<CheckInValues> & RecordBody['values'], ais: AisStatus | null, { now, heldKeys }: UnitWorld): readonly Lowered[] {
  const lowered: Lowered[] = [];
  const lower = (state: BoardState, code: string, params: BoardReason['params'] = {}): void => void lowered.push({ state, reason: { code, params } });
  const isInService = body.state === null || body.state === 'ready' || body.state === 'open';
  if (!isInService) lower('unavailable', 'READINESS_UNIT_STATE', { state: body.state ?? '' });
  if (heldKeys.has(`${body.registerId}/${body.id}`)) lower('committed', 'READINESS_UNIT_ON_ORDER');
  const { readinessCode, readyUntilAt, readinessNote, dutySinceAt, peopleOnDutyCount } = values;
  if (readinessCode === null || readinessCode === undefined || readyUntilAt === null || readyUntilAt === undefined) lower('unknown', 'READINESS_NEVER_CHECKED_IN');
  else if (readyUntilAt <= now) lower('unknown', 'READINESS_CHECK_IN_LAPSED', { untilAt: isoFromInstant(readyUntilAt as Instant) });
  else if (readinessCode !== 'available') lower(readinessCode, 'READINESS_REPORTED', { readiness: readinessCode, note: readinessNote ?? '' });
  if (typeof dutySinceAt === 'number' && now - dutySinceAt > SHIFT_HOURS_MAX * 3_600_000) lower('limited', 'READINESS_SHIFT_LONG', { hours: Math.floor((now - dutySinceAt) / 3_600_000), hoursMax: SHIFT_HOURS_MAX });
  const crew = number(values['crewCount']);
  if (crew !== null && typeof peopleOnDutyCount === 'number' && peopleOnDutyCount < crew) lower('limited', 'READINESS_CREW_SHORT', { onDutyCount: peopleOnDutyCount, crewCount: crew });
  if (ais !== null && ais.fromBerthM !== null && ais.fromBerthM > FROM_BERTH_M_MAX) lower('limited', 'READINESS_AWAY_FROM_BERTH', { distanceKm: Math.round(ais.fromBerthM / 100) / 10 });
  return lowered;
}

function aisStatus(now: AisNow | undefined, berth: LonLat, at: Instant): AisStatus {
  if (now === undefined) return { state: 'not-heard', observedAt: null, fromBerthM: null };
  const { observedAt, position, speedMps, navigationStatusCode } = now;
  if (at - observedAt > AIS_STALE_S * 1000) return { state: 'stale', observedAt, fromBerthM: null };
  const isStill = speedMps !== undefined && speedMps < STILL_MPS;
  const state = navigationStatusCode === 1 ? 'anchored' : navigationStatusCode === 5 || (isStill && navigationStatusCode !== 0) ? 'moored' : 'under-way';
  return { state, observedAt, fromBerthM: position === undefined ? null : distanceM(position, berth) };
}

function restHours(roster: unknown, now: Instant): number | null {
  const shifts = Array.isArray(roster) ? (roster as readonly { readonly startsAt: number; readonly endsAt: number }[]) : [];
  if (shifts.some(({ startsAt, endsAt }) => startsAt <= now && now < endsAt)) return null;
  const ended = shifts.map(({ endsAt }) => endsAt).filter((endsAt) => endsAt <= now);
  return ended.length === 0 ? null : (now - Math.max(...ended)) / 3_600_000;
}

function kindTitles(register: Register, kindCode: string): Titles {
  const list: readonly CodeEntry[] = findField(register.fields, 'kindCode')?.codeList ?? [];
  return list.find(({ code }) => code === kindCode)?.titles ?? { zh: kindCode, en: kindCode };
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}

function at(value: unknown): Instant | null {
  return typeof value === 'number' ? (value as Instant) : null;
}

/** A moored ship reports every 3 min (ITU-R M.1371-5 table 1); five missed reports are silence, s. Ours. */
const AIS_STALE_S = 900;
/** Below this a ship with no navigation status lies still, m/s: 0.5 kn. Ours: noise of a receiver. */
const STILL_MPS = 0.26;
/** Farther than this from the berth on record the times of the register no longer hold, m. Ours. */
const FROM_BERTH_M_MAX = 1000;
