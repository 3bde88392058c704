// Decides that a notice goes out and that a unit has acknowledged it. A receipt is answered once; the
// second of two people is told who was first. What the desk enters for a unit names the channel and
// the person spoken to, so that nobody can later take it for the unit's own word.

import type { Instant, Result } from '@anlan/kernel';
import { isoFromInstant, ok, refuse } from '@anlan/kernel';
import type { Context, NewEvent } from '../log/index.ts';
import { newEvent } from '../log/index.ts';
import type { RecordBody } from '../register/index.ts';
import type { Titles } from '../signal/index.ts';
import type { AcknowledgeChannel, Acknowledgement, NoticeBody, NoticeEvent, NoticeReceipt } from './types.ts';

export type Addressees = 'all-addressees' | readonly string[];

export interface SendNotice {
  readonly title: string;
  readonly text: string;
  readonly incidentId: string | null;
  readonly addressees: Addressees;
}

/** What the handler looked up. */
export interface SendFacts {
  readonly noticeId: string;
  /** Records of the organisations register. */
  readonly organisations: readonly RecordBody[];
  readonly incidentExists: boolean;
}

export function decideSendNotice(command: SendNotice, facts: SendFacts, context: Context): Result<readonly NewEvent[]> {
  const { incidentId } = command;
  const [title, text] = [command.title.trim(), command.text.trim()];
  if (title === '' || text === '') return refuse('NOTICE_TEXT_MISSING', { field: title === '' ? 'noticeTitle' : 'noticeText' });
  if (incidentId !== null && !facts.incidentExists) return refuse('NOTICE_INCIDENT_UNKNOWN', { id: incidentId });
  const units = unitsOf(command.addressees, facts.organisations);
  if (!units.ok) return units;
  const addressedTo = command.addressees === 'all-addressees' ? command.addressees : 'chosen';
  const payload: Extract<NoticeEvent, { type: 'notice.sent' }>['payload'] = { id: facts.noticeId, title, text, incidentId, addressedTo, units: units.value };
  const basis = incidentId === null ? [] : [{ kind: 'event', ref: `incident:${incidentId}` } as const];
  return ok([newEvent(context, 'notice.sent', payload, { basis })]);
}

export interface AcknowledgeNotice {
  readonly organisationId: string;
  readonly channel: AcknowledgeChannel;
  readonly spokenTo: string | null;
  readonly note: string;
  /** When the unit said so; left out: now. */
  readonly happenedAt?: Instant;
}

export function decideAcknowledgeNotice(notice: NoticeBody, command: AcknowledgeNotice, context: Context): Result<readonly NewEvent[]> {
  const { organisationId, channel } = command;
  const receipt = notice.receipts.find((known) => known.organisationId === organisationId);
  if (receipt === undefined) return refuse('NOTICE_NOT_ADDRESSED', { id: notice.id, organisationId });
  const { titles, acknowledged } = receipt;
  if (acknowledged !== null) return refuse('NOTICE_ALREADY_ACKNOWLEDGED', firstAnswer(titles, acknowledged));
  const isOwn = organisationId === context.actor.organisationId;
  if (isOwn !== (channel === 'system')) return refuse('NOTICE_CHANNEL_WRONG', { channel });
  const spokenTo = (command.spokenTo ?? '').trim();
  if (!isOwn && spokenTo === '') return refuse('NOTICE_SPOKEN_TO_MISSING', { channel });
  const at = command.happenedAt ?? context.now;
  if (at > context.now || at < notice.sentAt) return refuse('NOTICE_TIME_IMPOSSIBLE', { at: isoFromInstant(at), sentAt: isoFromInstant(notice.sentAt) });
  const payload: Extract<NoticeEvent, { type: 'notice.acknowledged' }>['payload'] = { organisationId, titles, channel, spokenTo: isOwn ? null : spokenTo, note: command.note.trim() };
  return ok([newEvent(context, 'notice.acknowledged', payload, { happenedAt: at, basis: [{ kind: 'event', ref: `notice:${notice.id}` }] })]);
}

/** Those who have not acknowledged, in the order of the register. */
export function openReceipts(notice: NoticeBody): readonly NoticeReceipt[] {
  return notice.receipts.filter(({ acknowledged }) => acknowledged === null);
}

/** Addressees of the opinions as the register lists them, in the order in which the opinions name their kinds, then of their ids. */
export function listAddressees(organisations: readonly RecordBody[]): readonly RecordBody[] {
  const rankOf = ({ values }: RecordBody): number => {
    const rankIndex = KIND_ORDER.indexOf(String(values['kindCode']));
    return rankIndex < 0 ? KIND_ORDER.length : rankIndex;
  };
  return organisations.filter(({ archived, values }) => !archived && values['addressee'] === true).toSorted((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1));
}

/** The unit in both languages: the sentence takes the reader's as `unit`. */
function firstAnswer({ zh, en }: Titles, { by, at }: Acknowledgement): Readonly<Record<string, string>> {
  return { unitZh: zh, unitEn: en, by, at: isoFromInstant(at) };
}

/** A unit named twice still gets one receipt. */
function unitsOf(addressees: Addressees, organisations: readonly RecordBody[]): Result<readonly Omit<NoticeReceipt, 'acknowledged'>[]> {
  const named = addressees === 'all-addressees' ? listAddressees(organisations).map(({ id }) => id) : [...new Set(addressees)];
  if (named.length === 0) return refuse('NOTICE_NO_ADDRESSEES', {});
  const units: Omit<NoticeReceipt, 'acknowledged'>[] = [];
  for (const organisationId of named) {
    const known = organisations.find(({ id, archived }) => id === organisationId && !archived);
    if (known === undefined) return refuse('NOTICE_ORGANISATION_UNKNOWN', { organisationId });
    units.push({ organisationId, titles: known.values['name'] as Titles });
  }
  return ok(units);
}

/** “各县（区）人民政府，各功能区管委会，市政府直属各单位”; any other kind comes after these. */
const KIND_ORDER = ['district', 'county', 'function-zone', 'department'];
