// The state of a document from its events: its kind never changes, those who brought it are added.

import type { EventEnvelope, Fold } from '../log/index.ts';
import type { DocumentBody, DocumentEvent, DocumentUpload } from './types.ts';

export const documentFold: Fold<DocumentBody> = {
  kind: 'document',
  apply(body, envelope) {
    const { payload, actor, recordedAt } = envelope as EventEnvelope & DocumentEvent;
    const upload: DocumentUpload = { name: payload.name, by: actor.name, byId: actor.id, organisationId: actor.organisationId, at: recordedAt };
    if (body === undefined) return { id: payload.id, mediaType: payload.mediaType, sizeBytes: payload.sizeBytes, uploads: [upload] };
    return { ...body, uploads: [...body.uploads, upload] };
  },
};
