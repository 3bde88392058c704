// Sentences of documents.
import type { Messages } from '../types.ts';

export const document = {
  DOCUMENT_TYPE_REFUSED: {
    happened: '"{name}" is neither a PDF nor a JPEG or PNG picture.',
    means: 'The file was not taken in. What counts is its content, not its name.',
    next: 'Save it as PDF, or scan it as a picture, and attach it again.',
  },
  DOCUMENT_EMPTY: {
    happened: 'The file "{name}" is empty, or none was sent.',
    means: 'Nothing was taken in.',
    next: 'Choose the file again.',
  },
  DOCUMENT_TOO_LARGE: {
    happened: '"{name}" is larger than {limitMb} MB.',
    means: 'The file was not taken in.',
    next: 'Scan it at a lower resolution, or attach only the pages that prove it.',
  },
  DOCUMENT_UNKNOWN: {
    happened: 'This record names no document {id}.',
    means: 'Nothing is shown.',
    next: 'Reload the record; the document may have been replaced.',
  },
} as const satisfies Messages;
