import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '@anlan/kernel';
import { canonicalJson, metresPerDegree, sha256Hex, windVector } from '@anlan/kernel';
import { createCoastIndex, firstCrossing } from '../coast/coast-index.ts';
import { isOnLand, nearestShoreM } from '../coast/land.ts';
import type { DriftCase, DriftResult } from '../index.ts';
import { createDriftRun, mergeDriftParts, runDrift, shareMembers } from '../index.ts';
import { CENTRE, coastOf, constantCurrent, GRID, harmonic, runOk, SOURCE, square, testCase } from '../test-world.ts';

/** Hash of all of a result, typed arrays by their bytes. */
function hashOf(result: DriftResult): string {
  const bytes = (value: unknown): unknown => {
    if (ArrayBuffer.isView(value)) return [...new Uint8Array(value.buffer, value.byteOffset, value.byteLength)].join();
    if (Array.isArray(value)) return value.map(bytes);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, bytes(member)]));
  };
  return sha256Hex(canonicalJson(bytes(result)));
}

/** An oil spill among islands, with everything switched on. */
function fullCase(changes: Parameters<typeof testCase>[0] = {}): DriftCase {
  return testCase({
    substance: { kind: 'oil', oilId: 'AD02002' },
    release: { ...testCase().release, radiusM: 300, durationS: 2000 },
    current: harmonic((_, latDeg) => [0.6 + 0.5 * (latDeg - 30), 0.2], { speedRadPerS: 1.405e-4 }),
    wind: { kind: 'constant', ...windVector(7, 300), sourceText: SOURCE },
    coast: coastOf(square(122.05, 29.98, 0.04), square(121.96, 30.03, 0.02)),
    windage: { ratioMin: 0.02, ratioMax: 0.04 },
    diffusionM2PerS: 5,
    sites: [{ siteId: 'farm', area: { kind: 'circle', centre: [122.07, 29.97], radiusM: 2000 } }],
    ...changes,
    run: { particleCount: 403, memberCount: 8, randomSeed: 42, ...changes.run },
  });
}

describe('the same bytes', () => {
  const whole = hashOf(runOk(fullCase()));

  it('come out twice', () => {
    expect(hashOf(runOk(fullCase()))).toBe(whole);
  });

  it.each([2, 3, 8, 20])('come out of %i workers, stepped in pieces, merged in any order', (workerCount) => {
    const parts = shareMembers(8, workerCount).map((range) => {
      const run = createDriftRun(fullCase(), range);
      if (!run.ok) throw new Error('refused');
      for (let step = 1; step <= run.value.stepCount; step += 5) run.value.stepUntil(step);
      run.value.stepUntil(run.value.stepCount);
      return run.value.finish();
    });
    expect(hashOf(mergeDriftParts(parts.reverse()))).toBe(whole);
  });

  it('do not come out of another seed, nor of another wind', () => {
    expect(hashOf(runOk(fullCase({ run: { randomSeed: 43 } })))).not.toBe(whole);
    const other = runOk(fullCase({ wind: { kind: 'constant', ...windVector(7.01, 300), sourceText: SOURCE } }));
    expect(other.inputsHash).not.toBe(runOk(fullCase()).inputsHash);
  });

  it('inputs that live on shared memory hash and run alike', () => {
    const field = fullCase().current!;
    if (field.kind !== 'harmonic') throw new Error('not harmonic');
    const shared = new Float32Array(new SharedArrayBuffer(4 * field.patterns[0]!.eastMps.length));
    shared.set(field.patterns[0]!.eastMps);
    const current = { ...field, patterns: [{ ...field.patterns[0]!, eastMps: shared }] };
    expect(hashOf(runOk(fullCase({ current })))).toBe(whole);
  });

  it('parts of different cases, or with a member missing, do not merge', () => {
    const parts = shareMembers(8, 2).map((range, i) => {
      const run = createDriftRun(fullCase(i === 0 ? {} : { run: { randomSeed: 43 } }), range);
      if (!run.ok) throw new Error('refused');
      run.value.stepUntil(run.value.stepCount);
      return run.value.finish();
    });
    expect(() => mergeDriftParts(parts)).toThrow(/different cases/);
    expect(() => mergeDriftParts([parts[0]!])).toThrow(/every member once/);
  });
});

describe('the mass budget', () => {
  it('closes in every run to 1e-9, whatever the weather, the coast and the release', () => {
    const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(number(0, 20), number(0, 360), number(0, 2), number(0, 50), fc.constantFrom(0, 600, 5000), fc.constantFrom('AD02002', 'AD02153', 'AD02584'), number(0.01, 0.3), (windMps, fromDeg, currentMps, diffusion, durationS, oilId, side) => {
        const made = fullCase({
          substance: { kind: 'oil', oilId },
          wind: { kind: 'constant', ...windVector(windMps, fromDeg), sourceText: SOURCE },
          current: harmonic(() => [currentMps, 0]),
          coast: coastOf(square(122.02, 30 - side / 2, side)),
          diffusionM2PerS: diffusion,
          release: { ...testCase().release, radiusM: 200, durationS, massKg: 125_000 },
          run: { particleCount: 120, memberCount: 3 },
        });
        for (const point of runOk(made).value.budget) {
          const sum = point.pending.meanKg + point.afloat.meanKg + point.evaporated.meanKg + point.stranded.meanKg + point.outside.meanKg;
          expect(Math.abs(sum - 125_000)).toBeLessThan(125_000 * 1e-9);
          for (const band of [point.pending, point.afloat, point.evaporated, point.stranded, point.outside]) expect(band.p05Kg).toBeGreaterThanOrEqual(-1e-6);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('a spill over time is pending first and floats in the order of its release', () => {
    const result = runOk(testCase({ release: { ...testCase().release, durationS: 3 * 3600 }, current: constantCurrent(0.5, 0), run: { particleCount: 90 } }));
    expect(result.value.budget.map((point) => Math.round(point.pending.meanKg))).toEqual([1000, 667, 333, 0, 0, 0, 0]);
    const last = result.value.frames[6]!;
    const travelledM = Array.from(last.lonDeg, (lonDeg) => (lonDeg - 122) * metresPerDegree(30).lonM);
    travelledM.forEach((m, i) => {
      const afloatS = 6 * 3600 - ((i + 0.5) / 90) * 3 * 3600;
      expect(Math.abs(m - 0.5 * afloatS)).toBeLessThan(0.5 * 75 + 1);
    });
  });

  it('oil that strands goes on evaporating as oil afloat does, slower, the budget stays closed, and the result says so', () => {
    const stranding = runOk(testCase({ substance: { kind: 'oil', oilId: 'AD02002' }, current: constantCurrent(1, 0), coast: coastOf(square(122.02, 29.9, 0.2)) })).value;
    expect(stranding.budget[1]!.stranded.meanKg).toBeGreaterThan(500);
    expect(stranding.budget[6]!.evaporated.meanKg).toBeGreaterThan(stranding.budget[1]!.evaporated.meanKg * 1.1);
    const floating = runOk(testCase({ substance: { kind: 'oil', oilId: 'AD02002' } }));
    expect(floating.value.budget[6]!.evaporated.meanKg).toBeGreaterThan(stranding.budget[6]!.evaporated.meanKg);
    const codes = (result: DriftResult): readonly string[] => result.assumed.map(({ code }) => code);
    expect(codes(floating)).not.toContain('DRIFT_ASSUMED_BEACHED_EVAPORATES');
    expect(codes(runOk(testCase({ substance: { kind: 'oil', oilId: 'AD02002' }, current: constantCurrent(1, 0), coast: coastOf(square(122.02, 29.9, 0.2)) })))).toContain('DRIFT_ASSUMED_BEACHED_EVAPORATES');
  });
});

describe('the coast', () => {
  function placesOnLand(made: DriftCase): readonly LonLat[] {
    const { coast } = made;
    if (coast?.kind !== 'polygons') throw new Error('no coast');
    return runOk(made).value.frames.flatMap((frame) => {
      const places = Array.from(frame.lonDeg, (lonDeg, p): LonLat => [lonDeg, frame.latDeg[p]!]);
      return places.filter((place) => isOnLand(coast, place) && nearestShoreM(coast, place) > SINGLE_PRECISION_M);
    });
  }

  it('is never crossed: no particle is ever on land', () => {
    const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
    const islands = fc.array(fc.tuple(number(121.8, 122.2), number(29.8, 30.2), number(0.001, 0.08)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(islands, number(-2, 2), number(-2, 2), number(0, 30), (given, eastMps, northMps, diffusion) => {
        const clear = given.filter(([w, s, side]) => w > 122 || s > 30 || w + side < 122 || s + side < 30);
        const made = testCase({ current: constantCurrent(eastMps, northMps), coast: coastOf(...clear.map(([w, s, side]) => square(w, s, side))), diffusionM2PerS: diffusion, release: { ...testCase().release, radiusM: 2000 }, run: { particleCount: 60, outputIntervalS: 600 } });
        expect(placesOnLand(made)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('holds behind a wall of twenty metres, however long the step', () => {
    const wall = coastOf([[122.02, 29.5], [122.0202, 29.5], [122.0202, 30.5], [122.02, 30.5], [122.02, 29.5]]);
    for (const stepS of [60, 600, 3600]) {
      const frame = runOk(testCase({ current: constantCurrent(2, 0.3), coast: wall, diffusionM2PerS: 10, run: { stepS, particleCount: 200 } })).value.frames[6]!;
      expect(Math.max(...frame.lonDeg)).toBeLessThan(122.02 + 1e-5);
      expect([...frame.state]).toEqual(Array(200).fill(2));
    }
  });

  it('a particle strands where its path meets the shore', () => {
    const frame = runOk(testCase({ current: constantCurrent(1, 0), coast: coastOf(square(122.05, 29.9, 0.2)) })).value.frames[6]!;
    expect(Math.abs(frame.lonDeg[0]! - 122.05)).toBeLessThan(3e-5);
    expect(frame.latDeg[0]).toBeCloseTo(30, 5);
  });

  it('the sub-steps let a particle follow a bend that one long step would cut', () => {
    const turning = harmonic((lonDeg) => (lonDeg < 122.02 ? [1, 0] : [0, 1]));
    const islet = coastOf(square(122.006, 29.99, 0.006));
    const from: LonLat = [122, 29.985];
    const frame = runOk(testCase({ current: turning, coast: islet, release: { ...testCase().release, position: from }, run: { durationS: 3600, stepS: 3600, outputIntervalS: 3600 } })).value.frames[1]!;
    const index = createCoastIndex(islet, [121, 29, 123, 31]);
    expect(firstCrossing(index, ...from, frame.lonDeg[0]!, frame.latDeg[0]!)).toBeLessThan(1);
    expect(frame.state[0]).toBe(1);
    expect(frame.latDeg[0]).toBeGreaterThan(29.99);
  });

  it('a release circle stays on the water that its centre can see', () => {
    const wall = coastOf([[122.002, 29.5], [122.0022, 29.5], [122.0022, 30.5], [122.002, 30.5], [122.002, 29.5]]);
    const frame = runOk(testCase({ coast: wall, release: { ...testCase().release, radiusM: 1000 }, run: { particleCount: 300 } })).value.frames[0]!;
    expect(Math.max(...frame.lonDeg)).toBeLessThan(122.002);
    expect(new Set(frame.lonDeg).size).toBeGreaterThan(200);
  });
});

describe('the edge of what is known', () => {
  it('particles that leave the field are counted as outside and stay where they left', () => {
    const result = runOk(testCase({ current: harmonic(() => [1.5, 0]), release: { ...testCase().release, position: [122.4, 30] } }));
    const last = result.value.frames[6]!;
    expect([...last.state]).toEqual(Array(10).fill(3));
    expect(last.lonDeg[0]).toBeGreaterThan(122.48);
    expect(last.lonDeg[0]).toBeLessThanOrEqual(122.5);
    expect(result.value.budget[6]!.outside.meanKg).toBeCloseTo(1000, 6);
    expect(result.warnings).toEqual([]);
  });

  it('particles that reach water without a known current are outside too, and counted', () => {
    const waterMask = Uint8Array.from({ length: GRID.columnCount * GRID.rowCount }, (_, node) => (node % GRID.columnCount < 60 ? 1 : 0));
    const result = runOk(testCase({ current: harmonic(() => [1.5, 0], { waterMask }) }));
    expect([...result.value.frames[6]!.state]).toEqual(Array(10).fill(3));
    const codes = result.warnings.map((note) => note.code);
    expect(codes).toEqual(['DRIFT_WARN_NEAREST_CURRENT', 'DRIFT_WARN_CURRENT_UNRESOLVED']);
    expect(result.warnings[1]!.params).toEqual({ unresolvedCount: 10 });
  });
});

describe('what a run gives', () => {
  it('arrival at a site: probability over members, earliest and median time, share of the mass', () => {
    const site = { siteId: 'farm', area: { kind: 'circle', centre: [122.1, 30], radiusM: 1000 } } as const;
    const far = { siteId: 'far', area: { kind: 'circle', centre: [121.9, 30], radiusM: 1000 } } as const;
    const { arrivals } = runOk(testCase({ current: constantCurrent(1, 0), sites: [site, far] })).value;
    const wayM = 0.1 * metresPerDegree(30).lonM - 1000;
    expect(arrivals[0]).toMatchObject({ siteId: 'farm', probabilityRatio: 1, massRatioMax: 0 });
    expect((arrivals[0]!.earliestAt! - testCase().release.startAt) / 1000).toBeCloseTo(wayM, -1);
    expect(arrivals[1]).toMatchObject({ siteId: 'far', probabilityRatio: 0, earliestAt: null });
  });

  it('a small site between two steps is not jumped over, and a site at the release is reached at once', () => {
    const tiny = { siteId: 'tiny', area: { kind: 'circle', centre: [122.0031, 30], radiusM: 20 } } as const;
    const here = { siteId: 'here', area: { kind: 'polygon', polygon: [square(121.999, 29.999, 0.002)] } } as const;
    const { arrivals } = runOk(testCase({ current: constantCurrent(2, 0), sites: [tiny, here], run: { outputIntervalS: 600 } })).value;
    expect(arrivals[0]!.probabilityRatio).toBe(1);
    expect(arrivals[1]!.earliestAt).toBe(testCase().release.startAt);
    expect(arrivals[1]!.massRatioMax).toBeCloseTo(1, 9);
  });

  it('probability contours hold the particles, nest by level, and grow into the envelope', () => {
    const { probability, frames, envelopes, budget } = runOk(fullCase({ run: { durationS: 6 * 3600, particleCount: 800, memberCount: 20 } })).value;
    expect(probability.times).toHaveLength(frames.length);
    expect(probability.overall.map((contour) => contour.probabilityRatio)).toEqual([0.05, 0.25, 0.5, 0.75, 0.9]);
    const area = (rings: readonly (readonly LonLat[])[]): number => rings.flatMap((ring) => ring.slice(1).map(([x, y], i) => (ring[i]![0] * y - x * ring[i]![1]) / 2)).reduce((sum, a) => sum + a, 0);
    const areas = probability.overall.map((contour) => contour.polygons.reduce((sum, polygon) => sum + area(polygon), 0));
    areas.slice(1).forEach((a, i) => expect(a).toBeLessThanOrEqual(areas[i]!));
    expect(areas[0]).toBeGreaterThan(0);
    expect(envelopes.map((envelope) => envelope.leadTimeS)).toEqual([3 * 3600, 6 * 3600]);
    expect(envelopes[1]!.areaM2).toBeGreaterThan(envelopes[0]!.areaM2);
    expect(envelopes[1]!.polygons).toEqual(probability.overall[0]!.polygons);
    expect(budget[6]!.slickAreaM2Mean).toBeGreaterThan(0);
  });

  it('a single member gives probability 1 around its particles', () => {
    const { probability } = runOk(testCase()).value;
    const [polygon] = probability.times[0]!.contours[4]!.polygons;
    expect(polygon![0]!.some(([lonDeg]) => lonDeg > CENTRE[0])).toBe(true);
    expect(polygon![0]!.some(([lonDeg]) => lonDeg < CENTRE[0])).toBe(true);
  });

  it('says which member each particle belongs to, in order', () => {
    const { particleMember } = runOk(fullCase()).value;
    expect([...particleMember]).toEqual([...particleMember].sort((a, b) => a - b));
    expect(Array.from({ length: 8 }, (_, m) => [...particleMember].filter((member) => member === m).length)).toEqual([51, 51, 51, 50, 50, 50, 50, 50]);
  });

  it('the fastest current that was met', () => {
    expect(runOk(testCase({ current: constantCurrent(0.3, 0.4) })).value.currentSpeedMpsMax).toBeCloseTo(0.5, 12);
  });
});

describe('a run under way', () => {
  it('tells its progress with the particles as they are', () => {
    const seen: (readonly [number, number, number])[] = [];
    runDrift(testCase({ current: constantCurrent(1, 0) }), { onProgress: (shareRatio, { frame }) => seen.push([shareRatio, frame.leadTimeS, frame.lonDeg[0]!]) });
    expect(seen.map(([share, lead]) => [share, lead])).toEqual([1, 2, 3, 4, 5, 6].map((hour) => [hour / 6, hour * 3600]));
    expect(seen[5]![2]).toBeGreaterThan(seen[0]![2]);
  });

  it('stops when it is told to, and says how far it came', () => {
    let asked = 0;
    const stopped = runDrift(testCase(), { shouldCancel: () => ++asked === 2 });
    expect(stopped).toEqual({ ok: false, refusal: { code: 'DRIFT_CANCELLED', params: { stepIndex: 12, stepCount: 36 } } });
  });

  it('a part that is not finished is not handed over', () => {
    const run = createDriftRun(testCase());
    if (!run.ok) throw new Error('refused');
    run.value.stepUntil(5);
    expect(run.value.stepIndex()).toBe(5);
    expect(() => run.value.finish()).toThrow(/all steps/);
  });
});

/** Frames are single precision: half a unit of 2⁻¹⁷ degrees near 122° is 0.4 m. */
const SINGLE_PRECISION_M = 0.5;
