// The state of a record from its events. Any event with `payload.changes` merges them, so that a
// decision beside the engine (a count, an audit) needs no fold of its own.

import type { EventEnvelope, Fold } from '../log/index.ts';
import type { RecordBody, RecordEvent, RecordValues } from './types.ts';

export const recordFold: Fold<RecordBody> = {
  kind: 'record',
  apply(body, event) {
    const { type, payload } = event as EventEnvelope & RecordEvent;
    const touched = { updatedAt: event.recordedAt, updatedBy: event.actor.name };
    if (type === 'record.created') {
      const { registerId, id, values, state, seedHash } = payload;
      return { registerId, id, values, state, seedHash, createdAt: event.recordedAt, createdBy: event.actor.name, archived: false, archivedReason: null, ...touched };
    }
    if (body === undefined) return undefined;
    if (type === 'record.verified') return { ...body, ...touched, verification: { by: event.actor.name, at: event.recordedAt, note: payload.note, documentId: payload.documentId } };
    if (type === 'record.transitioned') return { ...body, ...touched, state: payload.to, ...reported(body) };
    if (type === 'record.archived') return { ...body, ...touched, archived: true, archivedReason: payload.reason };
    if (type === 'record.restored') return { ...body, ...touched, archived: false, archivedReason: null };
    const changes = (payload as { readonly changes?: RecordValues } | null)?.changes;
    if (changes === undefined) return body;
    const seedHash = type === 'record.changed' ? (payload.seedHash ?? null) : body.seedHash;
    return { ...body, ...touched, values: { ...body.values, ...changes }, seedHash, ...(type === 'record.changed' ? reported(body) : {}) };
  },
};

/** A change after the verification is a new report; a count or an audit of the ledger is none. */
function reported(body: RecordBody): Pick<RecordBody, 'verification'> {
  return body.verification === undefined ? {} : { verification: null };
}
