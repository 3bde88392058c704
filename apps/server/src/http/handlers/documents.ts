// Documents: taken in as one file of a form, given out as an attachment through a record. What a
// file is, its first bytes say; nothing of it is ever shown by the page itself.

import type {} from '@fastify/multipart';
import { DOCUMENT_LIMIT_BYTES, handleReadDocument, handleUploadDocument } from '@anlan/domain';
import { ok, refuse } from '@anlan/kernel';
import type { Handlers } from '../call.ts';

export const documentHandlers: Pick<Handlers, 'uploadDocument' | 'readDocument'> = {
  async uploadDocument({ app, request, context }) {
    if (!request.isMultipart()) return refuse('HTTP_MEDIA_REFUSED', { mediaType: (request.headers['content-type'] ?? '').slice(0, 80) });
    // One byte more than allowed is read, so that the domain says how much is.
    const part = await request.file({ throwFileSizeLimit: false, limits: { fileSize: DOCUMENT_LIMIT_BYTES + 1, files: 1, fields: 0 } });
    if (part === undefined) return refuse('DOCUMENT_EMPTY', { name: '' });
    return handleUploadDocument(app, { name: part.filename, bytes: await part.toBuffer() }, context);
  },

  async readDocument({ app, params, context, reply }) {
    const found = await handleReadDocument(app, { registerId: params.registerId, id: params.id, documentId: params.documentId }, context);
    if (!found.ok) return found;
    const { bytes, mediaType, name } = found.value;
    const stem = name.replace(/\.(pdf|jpe?g|png)$/i, '');
    const shown = `${stem === '' ? 'document' : stem}.${EXTENSIONS[mediaType]}`;
    // RFC 6266: an ASCII name for old clients, the real one encoded after RFC 8187.
    const ascii = shown.replace(/[^A-Za-z0-9._ -]/g, '_');
    const encoded = encodeURIComponent(shown).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
    void reply
      .header('content-type', mediaType)
      .header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "sandbox; default-src 'none'")
      .header('cache-control', 'private, no-store');
    return ok(Buffer.from(bytes));
  },
};

const EXTENSIONS = { 'application/pdf': 'pdf', 'image/jpeg': 'jpg', 'image/png': 'png' } as const;
