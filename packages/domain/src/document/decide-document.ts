// Decides whether bytes are a document that we keep. The kind is read from the first bytes, never
// from the name or from what the sender says it is: PDF `%PDF-` (ISO 32000-1, 7.5.2), JPEG FF D8 FF
// (ITU-T T.81, B.1.1.3), PNG signature (ISO/IEC 15948, 5.2). Everything else is refused.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Context, NewEvent } from '../log/index.ts';
import { newEvent } from '../log/index.ts';
import type { DocumentBody, DocumentEvent, DocumentMediaType } from './types.ts';

/** Largest document, bytes: a scanned contract of some forty pages; our choice. */
export const DOCUMENT_LIMIT_BYTES = 20 * 1024 * 1024;

export function checkDocument(bytes: Uint8Array, givenName: string): Result<DocumentMediaType> {
  const name = cleanName(givenName);
  if (bytes.length === 0) return refuse('DOCUMENT_EMPTY', { name });
  if (bytes.length > DOCUMENT_LIMIT_BYTES) return refuse('DOCUMENT_TOO_LARGE', { name, limitMb: DOCUMENT_LIMIT_BYTES / (1024 * 1024) });
  const kind = SIGNATURES.find(({ first }) => first.every((byte, i) => bytes[i] === byte));
  return kind === undefined ? refuse('DOCUMENT_TYPE_REFUSED', { name }) : ok(kind.mediaType);
}

/** The event of an upload; none when this person already brought the same bytes. */
export function decideUpload(given: { readonly id: string; readonly mediaType: DocumentMediaType; readonly sizeBytes: number; readonly name: string }, existing: DocumentBody | undefined, context: Context): readonly NewEvent[] {
  if (existing?.uploads.some((upload) => upload.byId === context.actor.id) === true) return [];
  const payload: DocumentEvent['payload'] = { ...given, name: cleanName(given.name) };
  return [newEvent(context, 'document.uploaded', payload)];
}

/** What stands after the last separator, without control, direction and path characters; at most 120 characters. */
export function cleanName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069"<>:|?*;]/g, '').replace(/^\.+/, '').trim();
  return [...plain].slice(0, NAME_COUNT).join('') || 'document';
}

const NAME_COUNT = 120;
const SIGNATURES: readonly { readonly mediaType: DocumentMediaType; readonly first: readonly number[] }[] = [
  { mediaType: 'application/pdf', first: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/jpeg', first: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', first: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];
