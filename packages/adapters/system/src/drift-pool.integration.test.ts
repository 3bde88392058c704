import { afterAll, describe, expect, it } from 'vitest';
import { instant } from '@anlan/kernel';
import { runDrift } from '@anlan/drift';
import type { DriftCase } from '@anlan/drift';
import { createDriftPool } from './index.ts';

const text = { zh: '测试', en: 'test' };
const driftCase: DriftCase = {
  substance: { kind: 'oil', oilId: 'AD02002' },
  release: { position: [122.2, 29.9], radiusM: 100, startAt: instant('2026-11-26T04:47:00Z'), durationS: 0, massKg: 125_000 },
  water: { temperatureK: 293.15 },
  current: { kind: 'constant', eastMps: 0.5, northMps: -0.1, sourceText: text },
  wind: { kind: 'constant', eastMps: 0, northMps: -7, sourceText: text },
  coast: { kind: 'assume-open-water' },
  run: { durationS: 6 * 3600, stepS: 600, outputIntervalS: 3600, particleCount: 1200, memberCount: 12, randomSeed: 7 },
};

describe('drift on worker threads', () => {
  const pools = [createDriftPool({ workerCount: 1 }), createDriftPool({ workerCount: 2 })] as const;
  afterAll(() => Promise.all(pools.map((pool) => pool.close())));

  it('the same bytes come out whatever the number of workers, and with none', async () => {
    const here = runDrift(driftCase);
    const shares: number[] = [];
    const one = await pools[0].run(driftCase, { onProgress: (share) => shares.push(share) });
    const two = await pools[1].run(driftCase);
    expect(here.ok && one.ok && two.ok).toBe(true);
    expect(one).toEqual(here);
    expect(two).toEqual(here);
    const fine = { ...driftCase, run: { ...driftCase.run, particleCount: 96_000 } };
    expect(await pools[1].run(fine, { urgency: 'what-if' }), 'cut into short parts').toEqual(await pools[0].run(fine));
    expect(shares.at(-1)).toBe(1);
  });

  it('a refusal of the model comes back as it is', async () => {
    const { wind: _wind, ...windless } = driftCase;
    const refused = await pools[1].run(windless);
    const here = runDrift(windless);
    expect(refused).toEqual(here);
    expect(refused.ok).toBe(false);
  });

  it('a run that is cancelled ends with DRIFT_CANCELLED', async () => {
    const stop = new AbortController();
    const long = { ...driftCase, run: { ...driftCase.run, particleCount: 400_000, durationS: 24 * 3600 } };
    const running = pools[1].run(long, { signal: stop.signal, onProgress: () => stop.abort() });
    const ended = await running;
    expect(ended.ok ? '' : ended.refusal.code).toBe('DRIFT_CANCELLED');
  });
});
