// Decides over a person's report. What was said is kept as it was said; only what cannot be a report
// at all is refused. A device's clock is no reason to lose one: a time that cannot be is kept as
// said, and the choice made instead is named in `assumed`.

import type { Assumption, Instant, LonLat, Result } from '@anlan/kernel';
import { canonicalJson, isoFromInstant, lonLat, ok, refuse, secondsBetween } from '@anlan/kernel';
import type { Context, NewEvent } from '../log/index.ts';
import { newEvent } from '../log/index.ts';
import type { Belonging } from './belonging.ts';
import { AGE_S_MAX, AHEAD_S_MAX } from './judge-time.ts';
import { receiptFromKey, reportIdFromKey } from './receipt-number.ts';
import type { ReportBody, ReportEvent } from './types.ts';

export interface ReceiveReport {
  /** Made on the device, 16 to 80 characters; the same key is the same report. */
  readonly idempotencyKey: string;
  readonly what: string;
  readonly placeText: string;
  readonly position: LonLat | null;
  /** Empty when not given. */
  readonly phone: string;
  readonly photoArtefactIds: readonly string[];
  /** null when the person did not say. */
  readonly observedAt: Instant | null;
}

/** Refuses only what is no report: no key, nothing said, no place at all, a place off the earth. */
export function decideReceiveReport(command: ReceiveReport, { existing, countyAt }: { readonly existing: ReportBody | undefined; readonly countyAt: Belonging['countyAt'] }, context: Context): Result<readonly NewEvent[]> {
  const checked = checkReport(command);
  if (!checked.ok) return checked;
  if (existing !== undefined) {
    return sameReport(command, existing) ? ok([]) : refuse('SIGNAL_REPORT_KEY_REUSED', { receiptNumber: existing.receiptNumber });
  }
  const { now } = context;
  const observedAt = command.observedAt ?? now;
  const payload: ReportPayload = {
    ...command, county: command.position === null ? null : countyAt(command.position), observedAt, assumed: assumptions(command.observedAt, now),
    id: reportIdFromKey(command.idempotencyKey), receiptNumber: receiptFromKey(command.idempotencyKey),
  };
  return ok([newEvent(context, 'report.received', payload, { happenedAt: observedAt > now ? now : observedAt })]);
}

export function decideAcknowledgeReport(report: ReportBody, context: Context): Result<readonly NewEvent[]> {
  return report.state === 'received' ? ok([newEvent(context, 'report.acknowledged', {})]) : answered(report);
}

export function decideDismissReport(report: ReportBody, reason: string, context: Context): Result<readonly NewEvent[]> {
  if (reason.trim().length < REASON_COUNT_MIN) return refuse('SIGNAL_REASON_MISSING', { id: report.id });
  if (report.state === 'linked' || report.state === 'dismissed') return answered(report);
  return ok([newEvent(context, 'report.dismissed', { reason })]);
}

/** A dismissed report may still be linked: it was found to matter after all. */
export function decideLinkReport(report: ReportBody, incidentId: string, context: Context): Result<readonly NewEvent[]> {
  if (report.state === 'linked') return report.incidentId === incidentId ? ok([]) : answered(report);
  return ok([newEvent(context, 'report.linked', { incidentId }, { basis: [{ kind: 'report', ref: report.id }] })]);
}

type ReportPayload = Extract<ReportEvent, { type: 'report.received' }>['payload'];

function checkReport(command: ReceiveReport): Result<true> {
  const { idempotencyKey, what, placeText, position, phone, photoArtefactIds } = command;
  if (idempotencyKey.length < KEY_COUNT_MIN || idempotencyKey.length > KEY_COUNT_MAX) {
    return refuse('SIGNAL_REPORT_KEY_UNREADABLE', { lengthCountMin: KEY_COUNT_MIN, lengthCountMax: KEY_COUNT_MAX });
  }
  if (what.trim() === '') return refuse('SIGNAL_REPORT_WHAT_MISSING');
  if (placeText.trim() === '' && position === null) return refuse('SIGNAL_REPORT_PLACE_MISSING');
  const lengthCount = Math.max(what.length, placeText.length);
  if (lengthCount > TEXT_COUNT_MAX) return refuse('SIGNAL_REPORT_TOO_LONG', { lengthCount, lengthCountMax: TEXT_COUNT_MAX });
  if (phone !== '' && !isPhone(phone)) return refuse('SIGNAL_REPORT_PHONE_UNREADABLE', { text: phone.slice(0, 40) });
  if (photoArtefactIds.length > PHOTO_COUNT_MAX) {
    return refuse('SIGNAL_REPORT_PHOTOS_TOO_MANY', { photoCount: photoArtefactIds.length, photoCountMax: PHOTO_COUNT_MAX });
  }
  const wrong = photoArtefactIds.find((id) => !ARTEFACT_ID.test(id));
  if (wrong !== undefined) return refuse('SIGNAL_REPORT_PHOTO_UNREADABLE', { artefactId: wrong.slice(0, 80) });
  const place = position === null ? ok(null) : lonLat(...position);
  return place.ok ? ok(true) : place;
}

function sameReport(command: ReceiveReport, body: ReportBody): boolean {
  const said = ({ what, placeText, position, phone, photoArtefactIds }: ReceiveReport | ReportBody): string =>
    canonicalJson({ what, placeText, position, phone, photoArtefactIds });
  return said(command) === said(body);
}

function assumptions(observedAt: Instant | null, now: Instant): readonly Assumption[] {
  if (observedAt === null) return [{ code: 'signal.assumed.report-time-now', params: {} }];
  const ageS = secondsBetween(observedAt, now);
  const params = { observedAt: isoFromInstant(observedAt) };
  if (-ageS > AHEAD_S_MAX) return [{ code: 'signal.assumed.report-clock-ahead', params }];
  return ageS > AGE_S_MAX ? [{ code: 'signal.assumed.report-time-old', params }] : [];
}

function answered(report: ReportBody): Result<never> {
  return refuse('SIGNAL_REPORT_ANSWERED', { receiptNumber: report.receiptNumber, state: report.state });
}

function isPhone(text: string): boolean {
  return /^[+0-9][0-9 ()-]*$/.test(text) && text.replace(/\D/g, '').length >= PHONE_DIGIT_COUNT_MIN && text.length <= PHONE_COUNT_MAX;
}

/** Limits are our choice, in characters or pieces: long enough for people, short enough for a store. */
const KEY_COUNT_MIN = 16;
const KEY_COUNT_MAX = 80;
const TEXT_COUNT_MAX = 2000;
const PHOTO_COUNT_MAX = 6;
const PHONE_DIGIT_COUNT_MIN = 3;
const PHONE_COUNT_MAX = 30;
const REASON_COUNT_MIN = 2;
const ARTEFACT_ID = /^sha256-[0-9a-f]{64}$/;
