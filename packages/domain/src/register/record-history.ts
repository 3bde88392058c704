// What became of a record, event by event, with the value before and after of each field.

import type { Instant } from '@anlan/kernel';
import type { EventEnvelope } from '../log/index.ts';
import { recordFold } from './fold-record.ts';
import { sameValue } from './read-values.ts';
import type { FieldValue, RecordBody } from './types.ts';

export interface HistoryEntry {
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly by: string;
  readonly type: string;
  /** Why the record was moved, put away or brought back; null where none was asked. */
  readonly reason: string | null;
  readonly positionIndex: number;
  readonly changes: readonly { readonly fieldId: string; readonly from: FieldValue | null; readonly to: FieldValue | null }[];
}

/** `events` are those of one record's stream, in order. State and archiving appear as fields `state` and `archived`. */
export function recordHistory(events: readonly EventEnvelope[]): readonly HistoryEntry[] {
  let before: RecordBody | undefined;
  return events.map((event) => {
    const after = recordFold.apply(before, event);
    const entry: HistoryEntry = {
      at: event.happenedAt, recordedAt: event.recordedAt, by: event.actor.name, type: event.type, reason: reasonOf(event), positionIndex: event.positionIndex,
      changes: differences(flat(before), flat(after)),
    };
    before = after;
    return entry;
  });
}

function reasonOf({ payload }: EventEnvelope): string | null {
  const { note, reason } = payload as { readonly note?: unknown; readonly reason?: unknown };
  const text = reason ?? note;
  return typeof text === 'string' && text !== '' ? text : null;
}

function flat(body: RecordBody | undefined): Readonly<Record<string, FieldValue | null>> {
  return body === undefined ? {} : { ...body.values, state: body.state, archived: body.archived };
}

function differences(before: Readonly<Record<string, FieldValue | null>>, after: Readonly<Record<string, FieldValue | null>>) {
  const fieldIds = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fieldIds]
    .map((fieldId) => ({ fieldId, from: before[fieldId] ?? null, to: after[fieldId] ?? null }))
    .filter(({ from, to }) => !sameValue(from, to));
}
