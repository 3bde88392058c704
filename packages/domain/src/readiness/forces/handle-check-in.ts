// Takes a check-in: whose unit it is decides who may, the event stands on the record's own stream,
// so that its history, the push and the rebuild come with it.

import type { Instant, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { mayDo } from '../../access/index.ts';
import type { Context, EventLog, ViewStore } from '../../log/index.ts';
import { newEvent } from '../../log/index.ts';
import { recordKey, recordStream } from '../../register/index.ts';
import type { RecordBody } from '../../register/index.ts';
import { CHECK_IN_REGISTERS, decideCheckIn } from './decide-check-in.ts';
import type { CheckIn } from './decide-check-in.ts';

export interface CheckInUnit extends CheckIn {
  readonly registerId: string;
  readonly id: string;
}

export async function handleCheckIn(deps: { readonly log: EventLog; readonly views: ViewStore }, command: CheckInUnit, context: Context): Promise<Result<{ readonly streamVersion: number }>> {
  const { registerId, id } = command;
  const view = (CHECK_IN_REGISTERS as readonly string[]).includes(registerId) ? await deps.views.find<RecordBody>(context.realm, 'record', recordKey(registerId, id)) : undefined;
  if (view === undefined) return refuse('READINESS_UNIT_UNKNOWN', { registerId, id });
  const organisationId = view.body.values['organisationId'];
  const may = mayDo(context.actor, 'force.check-in', { organisationId: typeof organisationId === 'string' ? organisationId : null });
  if (!may.ok) return may;
  const changes = decideCheckIn(view.body, command, context);
  if (!changes.ok) return changes;
  const event = { ...newEvent(context, 'unit.checked_in', { changes: changes.value }), happenedAt: (command.happenedAt ?? context.now) as Instant };
  const appended = await deps.log.append({ realm: context.realm, recordedAt: context.now, appends: [{ stream: recordStream(registerId, id), expectedVersion: view.streamVersion, events: [event] }] });
  return appended.ok ? ok({ streamVersion: view.streamVersion + 1 }) : appended;
}
