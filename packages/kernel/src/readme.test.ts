import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
// example-start
import { createRng, createIdSource, distanceM, instant, addS, isoFromInstant, lonLat, sha256Hex, canonicalJson, windVector } from '@anlan/kernel';

const berth = lonLat(122.158, 29.943);
if (!berth.ok) throw new Error(berth.refusal.code);
const farm = [122.262, 29.886] as const;
const awayKm = distanceM(berth.value, farm) / 1000; // 11.9
const dueAt = addS(instant('2026-11-26T12:47:00+08:00'), 3600);
const due = isoFromInstant(dueAt); // '2026-11-26T05:47:00.000Z'
const { northMps } = windVector(7, 0); // −7: a wind from the north moves oil south
const id = createIdSource(createRng(1)).newId('alert'); // the same for the same seed
const isSame = sha256Hex(canonicalJson({ b: 1, a: 2 })) === sha256Hex(canonicalJson({ a: 2, b: 1 })); // true
const refused = lonLat(29.943, 122.158); // swapped: { ok: false, refusal: { code: 'KERNEL_POSITION_OUT_OF_RANGE', … } }
// example-end

describe('the example of the README', () => {
  it('holds', () => {
    expect(awayKm).toBeCloseTo(11.9, 1);
    expect(due).toBe('2026-11-26T05:47:00.000Z');
    expect(northMps).toBe(-7);
    expect(id).toBe(createIdSource(createRng(1)).newId('alert'));
    expect(isSame).toBe(true);
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'KERNEL_POSITION_OUT_OF_RANGE' } });
  });

  it('is word for word what the README shows', () => {
    const read = (relative: string): string => readFileSync(new URL(relative, import.meta.url), 'utf8');
    const shown = read('../README.md').match(/```ts\n([\s\S]*?)```/)?.[1];
    expect(shown).toBe(read('./readme.test.ts').match(/\/\/ example-start\n([\s\S]*?)\/\/ example-end\n/)?.[1]);
  });
});
