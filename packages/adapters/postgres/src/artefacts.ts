// Bytes by content in the database itself: they commit, back up and replicate with everything else,
// and several API nodes see the same. The id is the SHA-256 of the bytes, so a second put is a no-op.

import type { ArtefactStore } from '@anlan/domain';
import { createHash } from 'node:crypto';
import { postgresError } from './failures.ts';
import type { PgPool } from './pool.ts';

export function createPgArtefacts(options: { readonly pool: PgPool; readonly limitBytes?: number }): ArtefactStore {
  const limitBytes = options.limitBytes ?? LIMIT_BYTES;
  return {
    async put(bytes, mediaType) {
      if (bytes.length > limitBytes) {
        throw postgresError('POSTGRES_ARTEFACT_TOO_LARGE', { sizeBytes: bytes.length, limitBytes }, { retryable: false });
      }
      const artefactId = `sha256-${createHash('sha256').update(bytes).digest('hex')}`;
      await options.pool.query(
        'INSERT INTO artefact (id, media_type, content) VALUES ($1, $2, $3) ON CONFLICT (id) DO NOTHING',
        [artefactId, mediaType, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)],
      );
      return artefactId;
    },
    async get(artefactId) {
      const rows = await options.pool.query<{ media_type: string; content: Buffer }>('SELECT media_type, content FROM artefact WHERE id = $1', [artefactId]);
      const row = rows[0];
      return row === undefined ? undefined : { bytes: new Uint8Array(row.content), mediaType: row.media_type };
    },
  };
}

/** Photos and forecast frames are far smaller; what is larger belongs on a disk of its own. */
const LIMIT_BYTES = 64 * 1024 * 1024;
