import fc from 'fast-check';
import { describe, it, expect } from 'vitest';
import type { LonLat, Polygon } from '@anlan/kernel';
import type { ChannelFlow } from './channel-flow.ts';
import { centreDischarge, divergenceRatio, solveChannelFlow } from './channel-flow.ts';
import type { FivePointSystem } from './pcg.ts';
import { solveFivePoint } from './pcg.ts';
import { regimeDepthM, regimeSpeedRatio } from './regime.ts';
import type { GridGeometry, WaterGrid } from './water-grid.ts';
import { createWaterGrid } from './water-grid.ts';

const GRID: GridGeometry = { westDeg: 122.005, southDeg: 0.005, stepLonDeg: 0.01, stepLatDeg: 0.01, columnCount: 40, rowCount: 30 };
const box = (west: number, south: number, east: number, north: number): Polygon => {
  const ring: LonLat[] = [[west, south], [east, south], [east, north], [west, north], [west, south]];
  return [ring];
};
const NORTH_BANK = box(121.9, 0.2, 122.5, 0.4);
const SOUTH_BANK = box(121.9, -0.1, 122.5, 0.1);
const ISLAND = box(122.17, 0.12, 122.23, 0.17);

describe('water grid', () => {
  it('keeps land that two layers share as land', () => {
    const water = grid([ISLAND, ISLAND, box(122.2, 0.14, 122.3, 0.2)]);
    expect(water.openRatio[15 * 40 + 19]).toBe(0);
    expect(water.openRatio[15 * 40 + 22]).toBe(0);
    expect(water.openRatio[15 * 40 + 35]).toBe(1);
  });

  it('closes the face behind a spit thinner than a cell, and keeps a channel thinner than a cell open', () => {
    const spit = grid([box(122.203, 0, 122.206, 0.3)]);
    expect(spit.eastFaceRatio[15 * 41 + 20]).toBe(0);
    const channel = grid([box(122, 0.2, 122.4, 0.3), box(122, 0, 122.4, 0.194)]);
    expect(channel.eastFaceRatio[19 * 41 + 20]).toBeGreaterThan(0.4);
  });

  it('refuses a grid without cells and an odd number of sub-cells', () => {
    expect(createWaterGrid({ ...GRID, columnCount: 0 }, [], 4)).toMatchObject({ ok: false, refusal: { code: 'TIDE_GRID_INVALID' } });
    expect(createWaterGrid(GRID, [], 3)).toMatchObject({ ok: false, refusal: { code: 'TIDE_GRID_INVALID' } });
  });
});

describe('channel flow', () => {
  it('is uniform where there is no land, whatever the direction', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 359 }), (toDegTrue) => {
      const { eastRatio, northRatio } = centreDischarge(GRID, OPEN.openRatio, solve(OPEN, toDegTrue));
      const r = (toDegTrue * Math.PI) / 180;
      for (const i of [0, 41, 620, 1199]) {
        expect(eastRatio[i]).toBeCloseTo(Math.sin(r), 2);
        expect(northRatio[i]).toBeCloseTo(Math.cos(r), 2);
      }
    }), { numRuns: 6 });
  });

  it('loses nothing and makes nothing in any water cell, and passes nothing into land', () => {
    const water = grid([NORTH_BANK, SOUTH_BANK, ISLAND]);
    const flow = solve(water, 70);
    expect(Math.max(...divergenceRatio(GRID, flow).map(Math.abs))).toBeLessThan(1e-5);
    flow.eastFaceRatio.forEach((q, i) => { if (water.eastFaceRatio[i] === 0) expect(q).toBe(0); });
    flow.northFaceRatio.forEach((q, i) => { if (water.northFaceRatio[i] === 0) expect(q).toBe(0); });
    expect(flow.waterMask[14 * 40 + 20]).toBe(0);
    expect(flow.waterMask[25 * 40 + 20]).toBe(0);
  });

  it('follows a channel that lies across the drive, and the same water passes every section', () => {
    const water = grid([NORTH_BANK, SOUTH_BANK, ISLAND]);
    const flow = solve(water, 45);
    const through = (face: number): number => Array.from({ length: 30 }, (_, row) => flow.eastFaceRatio[row * 41 + face]!).reduce((a, b) => a + b, 0);
    expect(through(3)).toBeGreaterThan(1);
    expect(through(20)).toBeCloseTo(through(3), 3);
    expect(through(37)).toBeCloseTo(through(3), 3);
    const { northRatio } = centreDischarge(GRID, water.openRatio, flow);
    expect(Math.abs(northRatio[15 * 40 + 9]!)).toBeLessThan(0.1);
  });

  it('a trough draws more water: twice the depth along the drive carries 2^(3/2) times the free flow', () => {
    const depthRatio = Float64Array.from({ length: 1200 }, (_, i) => (Math.abs(Math.floor(i / 40) - 15) <= 2 ? 2 : 1));
    const flow = solveChannelFlow(OPEN, { driveToDegTrue: 90, sweepCountMax: 40, depthRatio });
    if (!flow.ok) throw new Error(flow.refusal.code);
    const { eastRatio } = centreDischarge(GRID, OPEN.openRatio, flow.value);
    expect(eastRatio[15 * 40 + 20]).toBeCloseTo(2 ** 1.5, 1);
    expect(eastRatio[5 * 40 + 20]).toBeCloseTo(1, 1);
    expect(Math.max(...divergenceRatio(GRID, flow.value).map(Math.abs))).toBeLessThan(1e-5);
  });

  it('turns round with its drive', () => {
    const water = grid([ISLAND]);
    const [there, back] = [solve(water, 110), solve(water, 290)];
    there.eastFaceRatio.forEach((q, i) => expect(q + back.eastFaceRatio[i]!).toBeCloseTo(0, 5));
  });

  it('leaves water that is not joined to the rim alone', () => {
    const lagoon = grid([[...box(122.1, 0.1, 122.3, 0.25), ...box(122.15, 0.14, 122.25, 0.2)]]);
    expect(lagoon.openRatio[16 * 40 + 20]).toBe(1);
    expect(solve(lagoon, 90).waterMask[16 * 40 + 20]).toBe(0);
  });
});

describe('conjugate gradients', () => {
  it('solves a random five-point system to the asked residual', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0.01, max: 10, noNaN: true }), { minLength: 90, maxLength: 90 }), (weights) => {
      const system = randomSystem(weights);
      const x = new Float64Array(30);
      const { residualRatio } = solveFivePoint(system, x, { residualRatioMax: 1e-10, iterationCountMax: 500 });
      expect(residualRatio).toBeLessThanOrEqual(1e-10);
      expect(residualOf(system, x)).toBeLessThan(1e-7);
    }), { numRuns: 30 });
  });
});

describe('regime depth', () => {
  const depth = { referenceM: 15, shallowestM: 10, deepestM: 108 };

  it('carries the discharge: speed times depth gives it back, and more discharge is never slower', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: 50, noNaN: true }), fc.double({ min: 0, max: 50, noNaN: true }), (a, b) => {
      expect((regimeSpeedRatio(a, depth) * regimeDepthM(a, depth)) / depth.referenceM).toBeCloseTo(a, 9);
      if (a < b) expect(regimeSpeedRatio(a, depth)).toBeLessThanOrEqual(regimeSpeedRatio(b, depth) + 1e-12);
    }));
  });

  it('grows with the 2/3 power between its bounds', () => {
    expect(regimeDepthM(1, depth)).toBe(15);
    expect(regimeDepthM(8, depth)).toBeCloseTo(60, 9);
    expect(regimeDepthM(0.01, depth)).toBe(10);
    expect(regimeDepthM(1000, depth)).toBe(108);
  });
});

function grid(land: readonly Polygon[]): WaterGrid {
  const made = createWaterGrid(GRID, land, 8);
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}
const OPEN = grid([]);

function solve(water: WaterGrid, driveToDegTrue: number): ChannelFlow {
  const flow = solveChannelFlow(water, { driveToDegTrue, sweepCountMax: 40 });
  if (!flow.ok) throw new Error(flow.refusal.code);
  return flow.value;
}

/** 6 by 5 cells; the third 30 numbers are leaks to the outside, so that the system is definite. */
function randomSystem(weights: readonly number[]): FivePointSystem {
  const east = Float64Array.from({ length: 30 }, (_, i) => (i % 6 === 5 ? 0 : weights[i]!));
  const north = Float64Array.from({ length: 30 }, (_, i) => (i >= 24 ? 0 : weights[30 + i]!));
  const diagonal = Float64Array.from({ length: 30 }, (_, i) => east[i]! + north[i]! + (i > 0 ? east[i - 1]! : 0) + (i >= 6 ? north[i - 6]! : 0) + weights[60 + i]!);
  return { columnCount: 6, rowCount: 5, diagonal, east, north, right: Float64Array.from({ length: 30 }, (_, i) => Math.sin(i) + 0.5) };
}

function residualOf({ diagonal, east, north, right }: FivePointSystem, x: Float64Array): number {
  return Math.max(...Array.from(x, (value, i) => Math.abs(
    diagonal[i]! * value - east[i]! * (x[i + 1] ?? 0) - (i > 0 ? east[i - 1]! * x[i - 1]! : 0)
    - north[i]! * (x[i + 6] ?? 0) - (i >= 6 ? north[i - 6]! * x[i - 6]! : 0) - right[i]!,
  )));
}
