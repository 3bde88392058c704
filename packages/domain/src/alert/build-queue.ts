// The one queue of the duty screen: unacknowledged first, then the duty nearest to its due time, then
// response level and urgency, then age. Every row has exactly one next action and one key. Stages
// after this one give their rows ready-made, so that the order is decided in one place.

import type { Instant, LonLat } from '@anlan/kernel';
import { addS } from '@anlan/kernel';
import type { ReportBody, Titles } from '../signal/index.ts';
import type { View } from '../log/index.ts';
import type { AlertBody } from './types.ts';

export interface QueueRow {
  readonly id: string;
  readonly kind: 'alert' | 'report' | 'incident' | 'order';
  /** new: nobody has answered · active: something is due or to be decided · watch: running, nothing due. */
  readonly section: 'new' | 'active' | 'watch';
  readonly titles: Titles;
  readonly detail: Titles;
  /** Response level decided by a person; null when none was decided. */
  readonly levelIndex: 1 | 2 | 3 | 4 | null;
  readonly urgencyIndex: 1 | 2 | 3 | 4 | null;
  readonly position: LonLat | null;
  readonly sinceAt: Instant;
  readonly dueAt: Instant | null;
  readonly dueTitles: Titles | null;
  readonly overdueCount: number;
  readonly simulated: boolean;
  readonly sounding: boolean;
  readonly nextAction: { readonly code: string; readonly key: string };
  readonly streamVersion: number;
  /** Whose it is; null for a report, which nobody owns until an incident is made of it. */
  readonly ownerTitles: Titles | null;
}

type Seen<Body> = Pick<View<Body>, 'body' | 'streamVersion'>;

export interface QueueInput {
  readonly alerts: readonly Seen<AlertBody>[];
  readonly reports: readonly Seen<ReportBody>[];
  readonly incidents: readonly QueueRow[];
  readonly orders: readonly QueueRow[];
  readonly now: Instant;
}

export function buildQueue(input: QueueInput): readonly QueueRow[] {
  const { alerts, reports, incidents, orders, now } = input;
  const rows = [
    ...alerts.flatMap((alert) => alertRow(alert, now)), ...reports.flatMap((report) => reportRow(report, now)), ...incidents, ...orders,
  ];
  return rows.sort(compareQueueRows);
}

/** A total order: two different rows are never equal. */
export function compareQueueRows(a: QueueRow, b: QueueRow): number {
  return (
    Number(a.section !== 'new') - Number(b.section !== 'new') ||
    compareNullable(a.dueAt, b.dueAt) ||
    compareNullable(a.levelIndex, b.levelIndex) ||
    compareNullable(a.urgencyIndex, b.urgencyIndex) ||
    a.sinceAt - b.sinceAt ||
    compareText(`${a.kind} ${a.id}`, `${b.kind} ${b.id}`)
  );
}

/** No row for an alert that was dismissed or belongs to an incident. */
function alertRow({ body, streamVersion }: Seen<AlertBody>, now: Instant): readonly QueueRow[] {
  if (body.state === 'dismissed' || body.state === 'linked') return [];
  const isNew = body.state === 'new';
  return [{
    id: body.id, kind: 'alert', section: isNew ? 'new' : 'active', titles: body.titles, detail: alertDetail(body), levelIndex: null,
    urgencyIndex: body.urgencyIndex, position: body.position, sinceAt: body.raisedAt, dueAt: isNew ? body.acknowledgeDueAt : null,
    dueTitles: isNew ? ACKNOWLEDGE_TITLES : null, overdueCount: isNew && now > body.acknowledgeDueAt ? 1 : 0, simulated: body.simulated,
    sounding: isNew, nextAction: isNew ? { code: 'alert.acknowledge', key: 'Enter' } : OPEN_INCIDENT, streamVersion,
    ownerTitles: body.owner?.titles ?? null,
  }];
}

function reportRow({ body, streamVersion }: Seen<ReportBody>, now: Instant): readonly QueueRow[] {
  if (body.state === 'dismissed' || body.state === 'linked') return [];
  const isNew = body.state === 'received';
  const dueAt = addS(body.receivedAt, REPORT_ACKNOWLEDGE_S);
  const said = [body.what, body.placeText].filter((part) => part !== '').join(' · ');
  return [{
    id: body.id, kind: 'report', section: isNew ? 'new' : 'active', titles: REPORT_TITLES, detail: { zh: said, en: said }, levelIndex: null,
    urgencyIndex: REPORT_URGENCY_INDEX, position: body.position, sinceAt: body.receivedAt, dueAt: isNew ? dueAt : null,
    dueTitles: isNew ? ACKNOWLEDGE_TITLES : null, overdueCount: isNew && now > dueAt ? 1 : 0, simulated: false,
    sounding: isNew, nextAction: isNew ? { code: 'report.acknowledge', key: 'Enter' } : OPEN_INCIDENT, streamVersion,
    ownerTitles: null,
  }];
}

function alertDetail(alert: AlertBody): Titles {
  const ended = alert.conditionActive ? { zh: '', en: '' } : { zh: '，已恢复', en: ', condition ended' };
  const escalated = alert.escalationCount === 0 ? { zh: '', en: '' } : { zh: `，已升级 ${alert.escalationCount} 次`, en: `, escalated ${alert.escalationCount}×` };
  const what = alert.kind === 'stale' ? SILENT_TITLES : alert.withdrawal === undefined ? valueDetail(alert) : withdrawnDetail(alert.withdrawal);
  return { zh: `${what.zh}${ended.zh}${escalated.zh}`, en: `${what.en}${ended.en}${escalated.en}` };
}

function valueDetail({ readingValue, thresholdValue, unitCode }: AlertBody): Titles {
  if (readingValue === null || thresholdValue === null) return { zh: '人工报警', en: 'Raised by hand' };
  const unit = unitCode === null ? '' : ` ${unitCode}`;
  return { zh: `读数 ${readingValue}${unit}，限值 ${thresholdValue}${unit}`, en: `Reading ${readingValue}${unit}, limit ${thresholdValue}${unit}` };
}

function withdrawnDetail({ how, by, reason }: NonNullable<AlertBody['withdrawal']>): Titles {
  const { zh, en } = WITHDRAWN_TITLES[how];
  return { zh: `${by}${zh}：${reason}`, en: `${en} by ${by}: ${reason}` };
}

/** null comes last. */
function compareNullable(a: number | null, b: number | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a - b;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

const OPEN_INCIDENT = { code: 'incident.open', key: 'o' } as const;
const ACKNOWLEDGE_TITLES: Titles = { zh: '应答', en: 'Acknowledge' };
const REPORT_TITLES: Titles = { zh: '群众报告', en: 'Report by a person' };
const WITHDRAWN_TITLES: Readonly<Record<NonNullable<AlertBody['withdrawal']>['how'], Titles>> = {
  'switched-off': { zh: '停用了传感器', en: 'Sensor switched off' }, 'put-away': { zh: '归档了传感器', en: 'Sensor archived' }, 'limits-changed': { zh: '修改了传感器的监测条件', en: 'Limits of the sensor changed' },
};
const SILENT_TITLES: Titles = { zh: '超过时限没有数据', en: 'No data past its limit' };
/** Time a person has to take up a report, s, and its place in the queue: our choice. */
const REPORT_ACKNOWLEDGE_S = 300;
const REPORT_URGENCY_INDEX = 2;
