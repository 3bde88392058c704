// The timeline of an incident for people: every event of every stream that touches it, in the order
// it was recorded, as a message code with parameters. Which words are shown is the messages' affair.

import type { Instant } from '@anlan/kernel';
import { isoFromInstant } from '@anlan/kernel';
import type { EventEnvelope } from '../log/index.ts';
import type { Assessment, ReportingClock } from '../rules/index.ts';

export interface TimelineEntry {
  readonly positionIndex: number;
  readonly stream: string;
  readonly stage: string;
  readonly type: string;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  readonly by: string;
  readonly message: { readonly code: string; readonly params: Params };
  readonly hash: string;
}

type Params = Readonly<Record<string, string | number>>;

/** Message code `timeline.<event type>`; parameters are the plain members of the payload. */
export function timelineOf(events: readonly EventEnvelope[]): readonly TimelineEntry[] {
  const clocks = clockTitles(events);
  return [...events].sort((a, b) => a.positionIndex - b.positionIndex).map((event) => ({
    positionIndex: event.positionIndex, stream: event.stream, stage: stageOf(event.stream), type: event.type,
    happenedAt: event.happenedAt, recordedAt: event.recordedAt, by: event.actor.name,
    message: { code: `timeline.${event.type}`, params: { ...paramsOf(event), ...clocks.get(clockIdOf(event)) } }, hash: event.hash,
  }));
}

function stageOf(stream: string): string {
  const kind = stream.slice(0, stream.indexOf(':'));
  return STAGE_OF_KIND[kind] ?? kind;
}

/** Text and numbers as they are, instants as ISO text, titles in both languages, lists by their length. */
function paramsOf(event: EventEnvelope): Params {
  const payload = (typeof event.payload === 'object' && event.payload !== null ? event.payload : {}) as Readonly<Record<string, unknown>>;
  const params: Record<string, string | number> = {};
  for (const [name, member] of Object.entries(payload)) {
    if (PERSONAL.includes(name)) continue;
    if (typeof member === 'number') params[name] = name.endsWith('At') ? isoFromInstant(member as Instant) : member;
    else if (typeof member === 'string') params[name] = member;
    else if (typeof member === 'boolean') params[name] = String(member);
    else if (Array.isArray(member)) params[`${name}Count`] = member.length;
    else if (isTitles(member)) Object.assign(params, { [`${name}Zh`]: member.zh, [`${name}En`]: member.en });
    else if (member === null) params[name] = '';
  }
  return event.type === 'incident.assessed' ? { ...params, ...gradeParams(payload['assessments'] as readonly Assessment[]) } : params;
}

/** Every grade reached, in both languages; said in words when none was. */
function gradeParams(assessments: readonly Assessment[]): Params {
  const graded = assessments.flatMap(({ titles, gradeTitles }) => (gradeTitles === null ? [] : [{ zh: `${titles.zh}：${gradeTitles.zh}`, en: `${titles.en}: ${gradeTitles.en}` }]));
  if (graded.length === 0) return { gradesZh: '未定级', gradesEn: 'not graded' };
  return { gradesZh: graded.map(({ zh }) => zh).join('；'), gradesEn: graded.map(({ en }) => en).join('; ') };
}

/** Names of clocks, so that an answer or a breach says which duty it was about. */
function clockTitles(events: readonly EventEnvelope[]): ReadonlyMap<string, Params> {
  const started = events.filter((event) => event.type === 'incident.clock_started').map((event) => event.payload as ReportingClock);
  return new Map(started.map(({ id, titles }) => [id, { titlesZh: titles.zh, titlesEn: titles.en }]));
}

function clockIdOf(event: EventEnvelope): string {
  return event.type === 'incident.clock_answered' || event.type === 'incident.clock_breached' ? (event.payload as { readonly clockId: string }).clockId : '';
}

function isTitles(member: unknown): member is { readonly zh: string; readonly en: string } {
  return typeof member === 'object' && member !== null && typeof (member as { zh?: unknown }).zh === 'string' && typeof (member as { en?: unknown }).en === 'string';
}

/** Members about a person, or keys of a device: read with the report itself by those who may, never in a timeline. */
const PERSONAL: readonly string[] = ['phone', 'idempotencyKey'];

const STAGE_OF_KIND: Readonly<Record<string, string>> = { report: 'signal', order: 'dispatch' };
