// The public form: fields and photos in one multipart post. Photos are judged by their first bytes,
// not by their name; the report is answered after COMMIT with its receipt number.

import type { FastifyRequest } from 'fastify';
import type {} from '@fastify/multipart';
import { handleReceiveReport } from '@anlan/domain';
import type { Context } from '@anlan/domain';
import { instantFromIso, lonLat, ok, refuse } from '@anlan/kernel';
import type { Instant, LonLat, Result } from '@anlan/kernel';
import type { App } from '../app.ts';

export async function receiveReport(app: App, request: FastifyRequest, context: Context): Promise<Result<unknown>> {
  const read = await readParts(request);
  if (!read.ok) return read;
  const { fields, photos } = read.value;
  const place = positionOf(fields);
  if (!place.ok) return place;
  const observed = observedAtOf(fields);
  if (!observed.ok) return observed;
  const required = ['idempotencyKey', 'what', 'phone'].find((name) => (fields[name] ?? '').trim() === '');
  if (required !== undefined) return refuse('HTTP_INPUT_INVALID', { where: required, detail: 'field-missing' });
  // Photos are kept only once the words of the report are right.
  const photoArtefactIds: string[] = [];
  for (const { bytes, mediaType } of photos) photoArtefactIds.push(await app.artefacts.put(bytes, mediaType));
  return handleReceiveReport({ log: app.log, views: app.views, countyAt: (position) => app.region.countyAt(position) }, {
    idempotencyKey: fields['idempotencyKey'] ?? '', what: fields['what'] ?? '', placeText: fields['placeText'] ?? '', phone: fields['phone'] ?? '',
    position: place.value, photoArtefactIds, observedAt: observed.value,
  }, context);
}

interface Parts {
  readonly fields: Readonly<Record<string, string>>;
  readonly photos: readonly { readonly bytes: Buffer; readonly mediaType: string }[];
}

async function readParts(request: FastifyRequest): Promise<Result<Parts>> {
  if (!request.isMultipart()) return refuse('HTTP_MEDIA_REFUSED', { mediaType: (request.headers['content-type'] ?? '').slice(0, 80) });
  const fields: Record<string, string> = {};
  const photos: { bytes: Buffer; mediaType: string }[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      const value = String(part.value);
      if (value.includes('\0')) return refuse('HTTP_INPUT_INVALID', { where: part.fieldname.slice(0, 80), detail: 'text-unstorable' });
      fields[part.fieldname] = value;
      continue;
    }
    const bytes = await part.toBuffer();
    if (bytes.length === 0) continue;
    const mediaType = photoType(bytes);
    if (mediaType === undefined) return refuse('HTTP_MEDIA_REFUSED', { mediaType: part.mimetype.slice(0, 80) });
    photos.push({ bytes, mediaType });
  }
  return ok({ fields, photos });
}

/** By signature: JPEG FF D8 FF, PNG 89 50 4E 47, WebP RIFF….WEBP. */
function photoType(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]))) return 'image/png';
  if (bytes.subarray(0, 4).toString('latin1') === 'RIFF' && bytes.subarray(8, 12).toString('latin1') === 'WEBP') return 'image/webp';
  return undefined;
}

function positionOf(fields: Readonly<Record<string, string>>): Result<LonLat | null> {
  const { lonDeg = '', latDeg = '' } = fields;
  if (lonDeg === '' && latDeg === '') return ok(null);
  return lonDeg === '' || latDeg === '' ? refuse('HTTP_INPUT_INVALID', { where: 'lonDeg, latDeg', detail: 'both-or-none' }) : lonLat(Number(lonDeg), Number(latDeg));
}

/** null when the person did not say: the domain then names what it assumes. */
function observedAtOf(fields: Readonly<Record<string, string>>): Result<Instant | null> {
  const text = fields['observedAt'] ?? '';
  return text === '' ? ok(null) : instantFromIso(text);
}
