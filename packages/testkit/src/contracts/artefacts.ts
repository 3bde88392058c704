// What every store of bytes must keep.

import type { ArtefactStore } from '@anlan/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

export interface ArtefactHarness {
  readonly store: ArtefactStore;
  close(): Promise<void>;
}

export function describeArtefactContract(name: string, create: () => Promise<ArtefactHarness>): void {
  describe(`artefact contract: ${name}`, () => {
    let harness: ArtefactHarness;
    beforeEach(async () => { harness = await create(); });
    afterEach(async () => { await harness.close(); });

    it('gives back the very bytes and their media type under an id made of the content', async () => {
      const bytes = Uint8Array.from({ length: 1000 }, (_unused, i) => i % 256);
      const artefactId = await harness.store.put(bytes, 'image/jpeg');
      expect(artefactId).toMatch(/^sha256-[0-9a-f]{64}$/);
      const found = await harness.store.get(artefactId);
      expect(found?.mediaType).toBe('image/jpeg');
      expect(Array.from(found?.bytes ?? [])).toEqual(Array.from(bytes));
    });

    it('the empty artefact has the hash of nothing; putting twice is one artefact', async () => {
      const empty = 'sha256-e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
      expect(await harness.store.put(new Uint8Array(), 'text/plain')).toBe(empty);
      expect(await harness.store.put(new Uint8Array(), 'text/plain')).toBe(empty);
      expect((await harness.store.get(empty))?.bytes).toHaveLength(0);
    });

    it('an unknown id is not found', async () => {
      expect(await harness.store.get(`sha256-${'0'.repeat(64)}`)).toBeUndefined();
    });
  });
}
