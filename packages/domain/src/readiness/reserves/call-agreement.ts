// What became of a call: a firm that was asked and did not come says more than the ratio in its contract.
// Each answer is recorded; what the firm honoured, with how often it was asked, stands beside what it promised.
// Estimate: the contract's ratio as if it had been seen PRIOR_CALL_COUNT times, then the answers (Beta prior).

import type { Instant, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Context, EventLog, ViewStore } from '../../log/index.ts';
import { newEvent } from '../../log/index.ts';
import { mayDo } from '../../access/index.ts';
import { recordKey, recordOf, recordStream } from '../../register/index.ts';
import type { RecordBody, RecordValues } from '../../register/index.ts';
import { checkFound } from './decide-stock.ts';
import { socialAgreements } from './social-agreements.ts';
import type { SocialAgreement } from './usable.ts';

export interface CallAnswer {
  readonly askedValue: number;
  /** What was promised in answer: 0 for a refusal or silence. */
  readonly acceptedValue: number;
  readonly answerCode: 'accepted' | 'partly' | 'refused' | 'no-answer';
  readonly calledAt: Instant;
  readonly note: string;
}

export interface Acceptance {
  readonly agreedRatio: number | null;
  /** Honoured share of what was asked, all calls alike; null before the first. */
  readonly observedRatio: number | null;
  readonly callCount: number;
  /** What to reckon with; null when neither is known. */
  readonly usedRatio: number | null;
  readonly priorCallCount: number;
}

export function acceptanceOf({ values }: SocialAgreement): Acceptance {
  const callCount = values.callCount ?? 0;
  const honouredValue = values.honouredValue ?? 0;
  const agreedRatio = values.acceptanceRatio;
  const observedRatio = callCount === 0 ? null : honouredValue / callCount;
  const usedRatio = agreedRatio === null ? observedRatio : (agreedRatio * PRIOR_CALL_COUNT + honouredValue) / (PRIOR_CALL_COUNT + callCount);
  return { agreedRatio, observedRatio, callCount, usedRatio, priorCallCount: PRIOR_CALL_COUNT };
}

export async function handleRecordCall(
  deps: { readonly log: EventLog; readonly views: ViewStore }, command: CallAnswer & { readonly agreementId: string }, context: Context,
): Promise<Result<{ readonly streamVersion: number; readonly acceptance: Acceptance }>> {
  const id = command.agreementId;
  const view = await deps.views.find<RecordBody>(context.realm, 'record', recordKey('social-agreements', id));
  if (view === undefined) return refuse('READINESS_SUPPLY_UNKNOWN', { registerId: 'social-agreements', id });
  const agreement = recordOf(socialAgreements, view.body);
  const may = mayDo(context.actor, 'agreement.call', { organisationId: agreement.values.organisationId });
  if (!may.ok) return may;
  const changes = decideCall(agreement, command, context);
  if (!changes.ok) return changes;
  const { agreementId: _id, calledAt, ...answer } = command;
  const event = newEvent(context, 'agreement.called', { ...answer, changes: changes.value }, { happenedAt: calledAt });
  const stream = recordStream('social-agreements', id);
  const appended = await deps.log.append({ realm: context.realm, recordedAt: context.now, appends: [{ stream, expectedVersion: view.streamVersion, events: [event] }] });
  if (!appended.ok) return appended;
  const after = { ...agreement, values: { ...agreement.values, ...changes.value } } as SocialAgreement;
  return ok({ streamVersion: view.streamVersion + 1, acceptance: acceptanceOf(after) });
}

function decideCall(agreement: SocialAgreement, answer: CallAnswer, context: Context): Result<RecordValues> {
  const { id, values } = agreement;
  const { askedValue, acceptedValue, answerCode } = answer;
  const asked = checkFound(id, askedValue);
  if (!asked.ok) return asked;
  if (askedValue === 0) return refuse('READINESS_QUANTITY_NOT_POSITIVE', { id, quantity: '0' });
  const accepted = checkFound(id, acceptedValue);
  if (!accepted.ok) return accepted;
  const fits = answerCode === 'accepted' ? acceptedValue === askedValue : answerCode === 'partly' ? acceptedValue > 0 && acceptedValue < askedValue : acceptedValue === 0;
  if (!fits) return refuse('READINESS_ANSWER_CONTRADICTS', { id, asked: askedValue, accepted: acceptedValue, answerCode });
  if (answer.calledAt > context.now) return refuse('READINESS_CALL_IN_FUTURE', { id });
  if (answer.note.trim() === '') return refuse('READINESS_NOTE_MISSING', { id });
  return ok({ callCount: (values.callCount ?? 0) + 1, honouredValue: (values.honouredValue ?? 0) + acceptedValue / askedValue });
}

/** The contract's word weighs as much as this many calls. Our choice, shown with the figure. */
const PRIOR_CALL_COUNT = 5;
