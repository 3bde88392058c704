// A document that proves something: a PDF or a picture, kept by its content. The bytes lie in the
// artefact store; who brought them, under which name and when is the stream `document:<sha256-…>`.

import type { Instant } from '@anlan/kernel';

export const DOCUMENT_MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type DocumentMediaType = (typeof DOCUMENT_MEDIA_TYPES)[number];

/** One time that these bytes were brought. The same bytes may be brought by several organisations. */
export interface DocumentUpload {
  /** As the person's file was called, cleaned; shown, never used as a path. */
  readonly name: string;
  readonly by: string;
  readonly byId: string;
  readonly organisationId: string;
  readonly at: Instant;
}

export interface DocumentBody {
  /** Id of the artefact: `sha256-<hex>`. */
  readonly id: string;
  readonly mediaType: DocumentMediaType;
  readonly sizeBytes: number;
  readonly uploads: readonly DocumentUpload[];
}

export type DocumentEvent = {
  readonly type: 'document.uploaded';
  readonly payload: { readonly id: string; readonly mediaType: DocumentMediaType; readonly sizeBytes: number; readonly name: string };
};
