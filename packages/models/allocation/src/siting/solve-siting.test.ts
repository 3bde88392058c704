import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SitingProblem, SitingRequest } from './types.ts';
import { solveSiting } from './solve-siting.ts';
import { bruteForce, randomProblem, solved } from './test-cases.ts';

const seed = fc.integer({ min: 1, max: 2 ** 31 - 1 });
const REQUESTS: readonly (readonly [string, SitingRequest])[] = [
  ['p-median', { model: 'pmedian', siteCount: 3 }],
  ['p-median of one', { model: 'pmedian', siteCount: 1 }],
  ['fixed charge', { model: 'ufl' }],
  ['fixed charge, at most two', { model: 'ufl', siteCount: 2 }],
  ['maximal cover', { model: 'mclp', siteCount: 2, radiusValue: 30 }],
  ['maximal cover with backup', { model: 'mclp', siteCount: 3, radiusValue: 45, backupRatio: 0.4 }],
  ['set covering', { model: 'lscp', radiusValue: 60 }],
  ['set covering with backup', { model: 'lscp', radiusValue: 75, backupRatio: 1 }],
  ['p-center', { model: 'pcenter', siteCount: 3 }],
  ['expected cover', { model: 'mexclp', siteCount: 3, radiusValue: 45, busyRatio: 0.3 }],
];

describe('every model against trying every set', () => {
  for (const [name, request] of REQUESTS) {
    it(`${name}: the value is the best there is, proven, and the check finds nothing`, () => {
      fc.assert(fc.property(seed, fc.boolean(), fc.constantFrom(0, 3), (at, isWhole, corridorCount) => {
        const problem = randomProblem({ seed: at, siteCount: 8, demandCount: 14, isWhole, corridorCount });
        const best = bruteForce(problem, request);
        const answer = solveSiting(problem, request);
        if (Number.isNaN(best)) return void expect(answer.ok).toBe(false);
        const found = solved(problem, request);
        expect(found.objectiveValue).toBeCloseTo(best, 6);
        expect(found.isProven).toBe(true);
        expect(found.gapRatio).toBe(0);
      }), { numRuns: 25 });
    });

    it(`${name}: existing sites stay, forbidden ones stay out, and the value is the best with them`, () => {
      fc.assert(fc.property(seed, fc.constantFrom('s0', 's3'), fc.constantFrom('s1', 's5'), (at, existing, forbidden) => {
        const free = randomProblem({ seed: at, siteCount: 8, demandCount: 12 });
        const problem: SitingProblem = { ...free, sites: free.sites.map((site) => ({ ...site, state: site.id === existing ? 'existing' : site.id === forbidden ? 'forbidden' : 'candidate' })) };
        const best = bruteForce(problem, request);
        if (Number.isNaN(best)) return void expect(solveSiting(problem, request).ok).toBe(false);
        const found = solved(problem, request);
        expect(found.siteIds).toContain(existing);
        expect(found.siteIds).not.toContain(forbidden);
        expect(found.objectiveValue).toBeCloseTo(best, 6);
      }), { numRuns: 15 });
    });
  }

  it('cover as a share of the hours: a demand counts in the states in which a chosen site reaches it', () => {
    fc.assert(fc.property(seed, (at) => {
      const problem = randomProblem({ seed: at, siteCount: 7, demandCount: 10, stateCount: 3, isWhole: false });
      for (const request of [{ model: 'mclp', siteCount: 2, radiusValue: 35 }, { model: 'pmedian', siteCount: 2 }, { model: 'mexclp', siteCount: 2, radiusValue: 40, busyRatio: 0.2 }, { model: 'pcenter', siteCount: 3 }] as const) {
        expect(solved(problem, request).objectiveValue).toBeCloseTo(bruteForce(problem, request), 6);
      }
    }), { numRuns: 15 });
  });
});

describe('what must hold whatever the case', () => {
  it('one more site never raises the cost of p-median nor the radius of p-center, and never lowers the cover', () => {
    fc.assert(fc.property(seed, fc.integer({ min: 1, max: 9 }), (at, count) => {
      const problem = randomProblem({ seed: at, siteCount: 12, demandCount: 25 });
      const value = (model: 'pmedian' | 'mclp' | 'pcenter' | 'mexclp', siteCount: number): number => solved(problem, { model, siteCount, radiusValue: 25, busyRatio: 0.4 }).objectiveValue;
      expect(value('pmedian', count + 1)).toBeLessThanOrEqual(value('pmedian', count));
      expect(value('pcenter', count + 1)).toBeLessThanOrEqual(value('pcenter', count));
      expect(value('mclp', count + 1)).toBeGreaterThanOrEqual(value('mclp', count));
      expect(value('mexclp', count + 1)).toBeGreaterThanOrEqual(value('mexclp', count) - 1e-9);
    }), { numRuns: 12 });
  });

  it('one more candidate never makes an answer worse', () => {
    fc.assert(fc.property(seed, (at) => {
      const all = randomProblem({ seed: at, siteCount: 9, demandCount: 15 });
      const fewer: SitingProblem = { ...all, sites: all.sites.map((site) => (site.id === 's8' ? { ...site, state: 'forbidden' } : site)) };
      expect(solved(all, { model: 'pmedian', siteCount: 3 }).objectiveValue).toBeLessThanOrEqual(solved(fewer, { model: 'pmedian', siteCount: 3 }).objectiveValue);
      expect(solved(all, { model: 'ufl' }).objectiveValue).toBeLessThanOrEqual(solved(fewer, { model: 'ufl' }).objectiveValue);
    }), { numRuns: 15 });
  });

  it('the order of sites does not change the value', () => {
    fc.assert(fc.property(seed, (at) => {
      const problem = randomProblem({ seed: at, siteCount: 9, demandCount: 16 });
      const m = problem.demands.length;
      const order = [...problem.sites.keys()].reverse();
      const turned: SitingProblem = { ...problem, sites: order.map((i) => problem.sites[i]!), distanceValues: Float64Array.from(order.flatMap((i) => [...problem.distanceValues.subarray(i * m, (i + 1) * m)])) };
      for (const [, request] of REQUESTS) {
        const [one, other] = [solveSiting(problem, request), solveSiting(turned, request)];
        expect(one.ok).toBe(other.ok);
        if (one.ok && other.ok) expect(other.value.objectiveValue).toBeCloseTo(one.value.objectiveValue, 6);
      }
    }), { numRuns: 8 });
  });

  it('the bound is never on the wrong side of the value, also when the search is cut short', () => {
    fc.assert(fc.property(seed, (at) => {
      const problem = randomProblem({ seed: at, siteCount: 30, demandCount: 60, isWhole: false });
      for (const request of [{ model: 'pmedian', siteCount: 6 }, { model: 'ufl' }, { model: 'pcenter', siteCount: 6 }] as const) {
        const answer = solveSiting(problem, request, { randomSeed: 1, roundCount: 0, nodeCount: 1 });
        if (!answer.ok) throw new Error(answer.refusal.code);
        expect(answer.value.boundValue).toBeLessThanOrEqual(answer.value.objectiveValue * (1 + 1e-9));
        expect(solved(problem, request).objectiveValue).toBeGreaterThanOrEqual(answer.value.boundValue * (1 - 1e-9));
      }
    }), { numRuns: 6 });
  });

  it('the same question and seed give the same bytes', () => {
    const problem = randomProblem({ seed: 77, siteCount: 40, demandCount: 80 });
    const ask = (): string => JSON.stringify(solveSiting(problem, { model: 'pmedian', siteCount: 7 }));
    expect(ask()).toBe(ask());
  });

  it('what a site is worth: leaving the choice without it costs that much', () => {
    const problem = randomProblem({ seed: 5, siteCount: 10, demandCount: 20 });
    const answer = solved(problem, { model: 'pmedian', siteCount: 4 });
    for (const { siteId, isChosen, marginalValue } of answer.siteValues) {
      const set = isChosen ? answer.siteIds.filter((id) => id !== siteId) : [...answer.siteIds, siteId];
      const only: SitingProblem = { ...problem, sites: problem.sites.map((site) => ({ ...site, state: set.includes(site.id) ? 'existing' : 'forbidden' })) };
      expect(Math.abs(solved(only, { model: 'pmedian', siteCount: set.length }).objectiveValue - answer.objectiveValue)).toBeCloseTo(marginalValue!, 6);
    }
  });
});

describe('what is in the way is said', () => {
  const problem = randomProblem({ seed: 3, siteCount: 5, demandCount: 6 });

  it('S-445: a demand without a site within reach is named', () => {
    const far: SitingProblem = { ...problem, distanceValues: problem.distanceValues.map((value, at) => (at % 6 === 2 ? 500 : value)) };
    expect(solveSiting(far, { model: 'lscp', radiusValue: 200 })).toMatchObject({ ok: false, refusal: { code: 'SITING_OUT_OF_REACH', params: { demandCount: 1, demandIds: 'd2' } } });
  });

  it('too few sites for islands that only their own site reaches', () => {
    const islands: SitingProblem = { ...problem, demands: problem.demands.slice(0, 5), distanceValues: Float64Array.from({ length: 25 }, (_d, at) => (Math.floor(at / 5) === at % 5 ? 1 : Infinity)) };
    expect(solveSiting(islands, { model: 'pmedian', siteCount: 4 })).toMatchObject({ ok: false, refusal: { code: 'SITING_TOO_FEW_SITES', params: { siteCount: 4, demandCount: 1 } } });
    expect(solved(islands, { model: 'pmedian', siteCount: 5 }).objectiveValue).toBe(islands.demands.reduce((sum, demand) => sum + demand.weightValue, 0));
  });

  it('more existing sites than asked for, options that are missing or do not belong', () => {
    const held: SitingProblem = { ...problem, sites: problem.sites.map((site) => ({ ...site, state: 'existing' })) };
    expect(solveSiting(held, { model: 'pmedian', siteCount: 2 })).toMatchObject({ refusal: { code: 'SITING_COUNT_WRONG', params: { siteCount: 2, existingCount: 5, usableCount: 5 } } });
    expect(solveSiting(problem, { model: 'mclp', siteCount: 2 })).toMatchObject({ refusal: { code: 'SITING_OPTION_MISSING', params: { option: 'radiusValue' } } });
    expect(solveSiting(problem, { model: 'mexclp', siteCount: 2, radiusValue: 5 })).toMatchObject({ refusal: { code: 'SITING_OPTION_MISSING', params: { option: 'busyRatio' } } });
    expect(solveSiting(problem, { model: 'pmedian', siteCount: 2, backupRatio: 1 })).toMatchObject({ refusal: { code: 'SITING_OPTION_NOT_HERE' } });
    expect(solveSiting({ ...problem, distanceValues: problem.distanceValues.map((value, at) => (at === 4 ? -1 : value)) }, { model: 'pmedian', siteCount: 2 })).toMatchObject({ refusal: { code: 'SITING_INPUT_WRONG' } });
  });
});

describe('backup over independent ways', () => {
  const two = (a: readonly string[], b: readonly string[]): SitingProblem => ({
    sites: ['a', 'b'].map((id) => ({ id, state: 'candidate', capacityValue: null, openingCostValue: 0 })), demands: [{ id: 'island', weightValue: 1 }],
    unitCode: 'm', distanceValues: Float64Array.of(10, 20), corridorIds: [a, b],
  });
  it('two sites behind the same bridge are no backup for each other', () => {
    expect(solveSiting(two(['bridge'], ['bridge', 'quay']), { model: 'lscp', radiusValue: 30, backupRatio: 1 })).toMatchObject({ refusal: { code: 'SITING_BACKUP_MISSING', params: { demandIds: 'island' } } });
    expect(solved(two(['bridge'], ['bridge', 'quay']), { model: 'mclp', siteCount: 2, radiusValue: 30, backupRatio: 0.5 })).toMatchObject({ objectiveValue: 1, cover: [{ hasBackup: false }] });
  });
  it('one by the bridge and one by the quay are', () => {
    expect(solved(two(['bridge'], ['quay']), { model: 'lscp', radiusValue: 30, backupRatio: 1 })).toMatchObject({ objectiveValue: 2, cover: [{ hasBackup: true }] });
    expect(solved(two(['bridge'], ['quay']), { model: 'mclp', siteCount: 2, radiusValue: 30, backupRatio: 0.5 })).toMatchObject({ objectiveValue: 1.5, cover: [{ hasBackup: true }] });
  });
});
