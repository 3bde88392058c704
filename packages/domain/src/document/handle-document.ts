// Takes a document in, and gives it out again only through a record that names it: who may read the
// record may read its documents, and nobody else by knowing an id.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { Context, EventLog, ViewStore } from '../log/index.ts';
import { findRecord, listDocuments, visibleValues } from '../register/index.ts';
import type { Register } from '../register/index.ts';
import type { ArtefactStore } from '../signal/index.ts';
import { checkDocument, decideUpload } from './decide-document.ts';
import type { DocumentBody, DocumentMediaType } from './types.ts';

export interface DocumentDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly artefacts: ArtefactStore;
  readonly registers: readonly Register[];
}

export interface DocumentTaken {
  readonly id: string;
  readonly mediaType: DocumentMediaType;
  readonly sizeBytes: number;
}

export async function handleUploadDocument(deps: DocumentDeps, command: { readonly name: string; readonly bytes: Uint8Array }, context: Context): Promise<Result<DocumentTaken>> {
  const may = mayDo(context.actor, 'document.upload', { organisationId: context.actor.organisationId });
  if (!may.ok) return may;
  const mediaType = checkDocument(command.bytes, command.name);
  if (!mediaType.ok) return mediaType;
  const id = await deps.artefacts.put(command.bytes, mediaType.value);
  const taken: DocumentTaken = { id, mediaType: mediaType.value, sizeBytes: command.bytes.length };
  const view = await deps.views.find<DocumentBody>(context.realm, 'document', id);
  const events = decideUpload({ ...taken, name: command.name }, view?.body, context);
  if (events.length === 0) return ok(taken);
  const appended = await deps.log.append({ realm: context.realm, recordedAt: context.now, appends: [{ stream: `document:${id}`, expectedVersion: view?.streamVersion ?? 0, events }] });
  return appended.ok ? ok(taken) : appended;
}

export interface DocumentFile {
  readonly bytes: Uint8Array;
  readonly mediaType: DocumentMediaType;
  readonly name: string;
}

export interface ReadDocument {
  readonly registerId: string;
  readonly id: string;
  readonly documentId: string;
}

/** DOCUMENT_UNKNOWN also when the record does not name it, so that ids cannot be tried out. */
export async function handleReadDocument(deps: DocumentDeps, command: ReadDocument, context: Context): Promise<Result<DocumentFile>> {
  const { documentId } = command;
  const found = await findRecord(deps, command.registerId, command.id, context);
  if (!found.ok) return found;
  const { register, view } = found.value;
  const owner = register.ownerField === undefined ? null : view.body.values[register.ownerField];
  const may = mayDo(context.actor, 'document.read', { organisationId: typeof owner === 'string' ? owner : null });
  if (!may.ok) return may;
  const named = listDocuments(register.fields, visibleValues(register, view.body.values, context.actor));
  const body = (await deps.views.find<DocumentBody>(context.realm, 'document', documentId))?.body;
  if (!named.some((ref) => ref.id === documentId) || body === undefined) return refuse('DOCUMENT_UNKNOWN', { id: documentId });
  const artefact = await deps.artefacts.get(documentId);
  if (artefact === undefined) return refuse('DOCUMENT_UNKNOWN', { id: documentId });
  return ok({ bytes: artefact.bytes, mediaType: body.mediaType, name: body.uploads[0]?.name ?? 'document' });
}
