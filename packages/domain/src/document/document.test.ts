import { describe, it, expect } from 'vitest';
import { handleSeedRecords, recordFold } from '../register/index.ts';
import { createFakeMemory, testContext, testIds } from '../register/testing/fake-memory.ts';
import { registers } from '../registers.ts';
import { checkDocument, cleanName, DOCUMENT_LIMIT_BYTES, documentFold, handleReadDocument, handleUploadDocument } from './index.ts';
import type { DocumentBody } from './index.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const PDF = bytesOf('%PDF-1.4 contract');
const office = testContext(['industry'], undefined, 'org-office', 'wu');
const owner = testContext(['enterprise'], undefined, 'org-firm', 'zhao');
const rival = testContext(['enterprise'], undefined, 'org-rival', 'qian');

async function world() {
  const memory = createFakeMemory([recordFold, documentFold]);
  const stored = new Map<string, { bytes: Uint8Array; mediaType: string }>();
  const artefacts = { put: async (bytes: Uint8Array, mediaType: string) => { const id = `sha256-${String(bytes.length).padStart(64, 'b')}`; stored.set(id, { bytes, mediaType }); return id; }, get: async (id: string) => stored.get(id) };
  const deps = { ...memory, artefacts, registers, ids: testIds() };
  const uploaded = await handleUploadDocument(deps, { name: '../../etc/销售<证明>.pdf', bytes: PDF }, owner);
  if (!uploaded.ok) throw new Error(uploaded.refusal.code);
  const documentId = uploaded.value.id;
  const firm = (id: string, creditCode: string, organisationId: string, years: readonly object[]) => ({ id, values: { name: { zh: id, en: id }, creditCode, organisationId, fieldCode: 'rescue', years } });
  const seeded = await handleSeedRecords(deps, [
    { registerId: 'organisations', records: ['org-firm', 'org-rival'].map((id) => ({ id, values: { name: { zh: id, en: id }, kindCode: 'enterprise' } })) },
    { registerId: 'enterprises', records: [firm('firm', '91350100M000100Y43', 'org-firm', [{ yearIndex: 2025, salesFen: 1, verified: false, documentId }]), firm('rival', '91330902AA0000018F', 'org-rival', [])] },
  ], testContext(['admin']));
  if (!seeded.ok) throw new Error(JSON.stringify(seeded.refusal));
  return { deps, documentId };
}

describe('documents', () => {
  it('what a file is, its first bytes say: a page, a script or a vector drawing called .pdf is refused', () => {
    for (const text of ['<html>', '<svg onload=x>', 'GIF89a', ' %PDF-1.4', 'PK\u0003\u0004', '%PD']) expect(checkDocument(bytesOf(text), 'a.pdf')).toMatchObject({ refusal: { code: 'DOCUMENT_TYPE_REFUSED' } });
    expect(checkDocument(PDF, 'a')).toMatchObject({ value: 'application/pdf' });
    expect(checkDocument(new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'a')).toMatchObject({ value: 'image/jpeg' });
    expect(checkDocument(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 'a')).toMatchObject({ value: 'image/png' });
    expect(checkDocument(new Uint8Array(0), 'a')).toMatchObject({ refusal: { code: 'DOCUMENT_EMPTY' } });
  });

  it('twenty megabytes are taken, one byte more is not', () => {
    const large = new Uint8Array(DOCUMENT_LIMIT_BYTES + 1);
    large.set(PDF);
    expect(checkDocument(large, 'a.pdf')).toMatchObject({ refusal: { code: 'DOCUMENT_TOO_LARGE', params: { limitMb: 20 } } });
    expect(checkDocument(large.subarray(0, DOCUMENT_LIMIT_BYTES), 'a.pdf')).toMatchObject({ ok: true });
  });

  it('a name is never a path and hides nothing', () => {
    expect(cleanName('../../etc/passwd')).toBe('passwd');
    expect(cleanName('C:\\docs\\a\u202efdp.exe')).toBe('afdp.exe');
    expect(cleanName('..')).toBe('document');
    expect(cleanName('"a";\r\nX: y.pdf')).toBe('aX y.pdf');
    expect([...cleanName('长'.repeat(500))]).toHaveLength(120);
  });

  it('the same bytes twice are one document; a second organisation is added to it', async () => {
    const { deps, documentId } = await world();
    await handleUploadDocument(deps, { name: 'again.pdf', bytes: PDF }, owner);
    await handleUploadDocument(deps, { name: 'other.pdf', bytes: PDF }, rival);
    const body = (await deps.views.find<DocumentBody>('real', 'document', documentId))?.body;
    expect(body?.uploads.map(({ name, organisationId }) => [name, organisationId])).toEqual([['销售证明.pdf', 'org-firm'], ['other.pdf', 'org-rival']]);
  });

  it('it is read only through a record that names it, by whoever may read that', async () => {
    const { deps, documentId } = await world();
    const read = (who: typeof office, id = 'firm', wanted = documentId) => handleReadDocument(deps, { registerId: 'enterprises', id, documentId: wanted }, who);
    expect(await read(office)).toMatchObject({ value: { name: '销售证明.pdf', mediaType: 'application/pdf' } });
    expect(await read(owner)).toMatchObject({ ok: true });
    expect(await read(rival)).toMatchObject({ refusal: { code: 'ACCESS_DENIED' } });
    expect(await read(office, 'rival')).toMatchObject({ refusal: { code: 'DOCUMENT_UNKNOWN' } });
    expect(await read(rival, 'rival')).toMatchObject({ refusal: { code: 'DOCUMENT_UNKNOWN' } });
  });

  it('the public and devices bring no documents', async () => {
    const { deps } = await world();
    const stranger = { ...owner, actor: { ...owner.actor, kind: 'public' as const, roles: [] } };
    expect(await handleUploadDocument(deps, { name: 'a.pdf', bytes: PDF }, stranger)).toMatchObject({ refusal: { code: 'ACCESS_DENIED' } });
  });
});
