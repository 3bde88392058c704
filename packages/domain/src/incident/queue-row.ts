// An incident as a row of the one queue: the nearest clock, and the one thing to do next. A clock
// that has used half its time goes before everything else; reporting waits for nothing.

import type { Instant } from '@anlan/kernel';
import type { QueueRow } from '../alert/index.ts';
import type { View } from '../log/index.ts';
import type { Titles } from '../signal/index.ts';
import type { ReportingClock } from '../rules/index.ts';
import { clockUsedRatio, unansweredClocks } from '../rules/index.ts';
import type { IncidentBody, OpenThings } from './types.ts';

/** How far the later stages have got; told by the application, since this stage does not know them. */
export interface IncidentProgress {
  readonly forecastState: 'none' | 'running' | 'ready';
  readonly planState: 'none' | 'drawn' | 'chosen';
  readonly orderCount: number;
  readonly openOrderCount: number;
  readonly reviewState: OpenThings['reviewState'];
}

/** undefined when the incident is closed or dismissed: it needs nobody. */
export function incidentQueueRow(seen: Pick<View<IncidentBody>, 'body' | 'streamVersion'>, progress: IncidentProgress, now: Instant): QueueRow | undefined {
  const { body, streamVersion } = seen;
  if (body.state === 'closed' || body.state === 'dismissed') return undefined;
  const waiting = [...unansweredClocks(body.clocks)].sort((a, b) => a.dueAt - b.dueAt);
  const nearest = waiting[0];
  const nextAction = nextActionOf(body, progress, nearest, now);
  const nothingDue = nearest === undefined && FOLLOWING.includes(nextAction.code);
  return {
    id: body.id, kind: 'incident', section: nothingDue ? 'watch' : 'active', titles: { zh: body.title, en: body.title }, detail: detailOf(body),
    levelIndex: body.level?.levelIndex ?? null, urgencyIndex: null, position: body.position, sinceAt: body.knownAt,
    dueAt: nearest?.dueAt ?? null, dueTitles: nearest?.titles ?? null, overdueCount: waiting.filter((clock) => now > clock.dueAt).length,
    simulated: body.simulated, sounding: waiting.some((clock) => clockUsedRatio(clock, now) >= SOUND_RATIO), nextAction, streamVersion,
    ownerTitles: body.owner?.titles ?? null,
  };
}

type NextAction = QueueRow['nextAction'];

function nextActionOf(body: IncidentBody, progress: IncidentProgress, nearest: ReportingClock | undefined, now: Instant): NextAction {
  if (nearest !== undefined && clockUsedRatio(nearest, now) >= AMBER_RATIO) return ANSWER_CLOCK;
  if (body.state === 'received' || body.state === 'verifying') return { code: body.kindCode === 'oil-spill' ? 'incident.confirm-spill' : 'incident.verify', key: 'v' };
  if (body.state === 'terminated') return nearest === undefined ? afterwards(progress) : ANSWER_CLOCK;
  if (body.level === null) return { code: 'incident.decide-level', key: 'l' };
  const response = body.kindCode === 'oil-spill' ? responseAction(progress) : undefined;
  if (response !== undefined) return response;
  if (nearest !== undefined) return ANSWER_CLOCK;
  if (progress.openOrderCount > 0) return { code: 'order.follow', key: 'd' };
  return body.state === 'contained' ? { code: 'incident.terminate', key: 't' } : { code: 'incident.contain', key: 'k' };
}

/** Forecast, plan, dispatch, in this order; undefined when orders have gone out. */
function responseAction({ forecastState, planState, orderCount }: IncidentProgress): NextAction | undefined {
  if (orderCount > 0) return undefined;
  if (planState === 'chosen') return { code: 'order.issue', key: 'd' };
  if (planState === 'drawn') return { code: 'plan.choose', key: 'p' };
  if (forecastState === 'none') return { code: 'forecast.request', key: 'f' };
  return forecastState === 'running' ? { code: 'forecast.follow', key: 'f' } : { code: 'plan.draw', key: 'p' };
}

function afterwards({ openOrderCount, reviewState }: IncidentProgress): NextAction {
  if (openOrderCount > 0) return { code: 'order.follow', key: 'd' };
  if (reviewState === 'none') return { code: 'review.open', key: 'r' };
  return reviewState === 'open' ? { code: 'review.close', key: 'r' } : { code: 'incident.close', key: 'x' };
}

/** The place, and what each rule set that reached a grade says; several grades stand side by side. */
function detailOf(body: IncidentBody): Titles {
  const grades = body.assessments.flatMap(({ titles, gradeTitles }) => (gradeTitles === null ? [] : [{ zh: `${titles.zh} ${gradeTitles.zh}`, en: `${titles.en}: ${gradeTitles.en}` }]));
  const place = body.placeText === '' ? [] : [{ zh: body.placeText, en: body.placeText }];
  const parts = [...place, ...grades];
  return { zh: parts.map(({ zh }) => zh).join(' · '), en: parts.map(({ en }) => en).join(' · ') };
}

const ANSWER_CLOCK: NextAction = { code: 'incident.answer-clock', key: 'c' };
/** Actions that only look on. */
const FOLLOWING: readonly string[] = ['order.follow', 'forecast.follow'];
/** Shares of a clock's time at which it turns amber and sounds (duty screen, principle 5). */
const AMBER_RATIO = 0.5;
const SOUND_RATIO = 0.8;
