import { describe, expect, it } from 'vitest';
// example-start
import type { DriftCase } from '@anlan/drift';
import { coastFromPolygons, runDrift } from '@anlan/drift';
import { instant, windVector } from '@anlan/kernel';

const sourceText = { zh: '练习', en: 'exercise' };
const spill: DriftCase = {
  substance: { kind: 'oil', oilId: 'AD02002' },
  release: { position: [122.158, 29.943], radiusM: 50, startAt: instant('2026-06-01T12:00:00+08:00'), durationS: 180, massKg: 125_000 },
  water: { temperatureK: 293.15 },
  current: { kind: 'constant', eastMps: 0.5, northMps: -0.2, sourceText },
  wind: { kind: 'constant', ...windVector(7, 0), sourceText },
  coast: coastFromPolygons([[[[122.3, 29.8], [122.4, 29.8], [122.4, 30], [122.3, 30], [122.3, 29.8]]]]),
  run: { durationS: 6 * 3600, stepS: 600, outputIntervalS: 3600, particleCount: 2000, memberCount: 20, randomSeed: 1 },
  sites: [{ siteId: 'farm', area: { kind: 'circle', centre: [122.26, 29.87], radiusM: 1500 } }],
};
const answer = runDrift(spill);
if (!answer.ok) throw new Error(answer.refusal.code);
const { budget, arrivals } = answer.value.value;
// example-end

describe('the example of the README', () => {
  it('gives a closed budget and an arrival', () => {
    const last = budget[budget.length - 1]!;
    const sumKg = last.pending.meanKg + last.afloat.meanKg + last.evaporated.meanKg + last.stranded.meanKg + last.outside.meanKg;
    expect(sumKg).toBeCloseTo(125_000, 3);
    expect(arrivals[0]!.probabilityRatio).toBeGreaterThan(0.5);
  });

  it('is word for word what the README shows', async () => {
    const { readFileSync } = await import('node:fs');
    const { fileURLToPath } = await import('node:url');
    const read = (relative: string): string => readFileSync(fileURLToPath(new URL(relative, import.meta.url)), 'utf8');
    const shown = read('../README.md').match(/```ts\n([\s\S]*?)```/)?.[1];
    expect(shown).toBe(read('./readme.test.ts').match(/\/\/ example-start\n([\s\S]*?)\/\/ example-end\n/)?.[1]);
  });
});
