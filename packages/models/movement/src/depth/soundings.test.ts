import { describe, expect, it } from 'vitest';
import { fineGridOf, rectangle } from '../test-world.ts';
import { depthAtM, depthOfCells } from './depth-grid.ts';
import { indicativeDepth } from './indicative.ts';
import { overlayDepth, readAsciiGrid, readSoundingsCsv } from './soundings.ts';

const BOX = [122, 30, 122.02, 30.02] as const;
const csv = (text: string, reachM = 0) => readSoundingsCsv({ text, source: 'survey', bboxDeg: BOX, cellM: 100, reachM });

describe('soundings as CSV', () => {
  it('lie on the grid, the shallowest of a cell holds, cells without any are unknown', () => {
    const read = csv('depthM,lonDeg,latDeg\n7.5,122.0051,30.0051\n6.5,122.0052,30.0052\n-1.2,122.015,30.015\n');
    if (!read.ok) throw new Error(read.refusal.code);
    expect(read.value.indicative).toBe(false);
    expect(depthAtM(read.value, [122.0051, 30.0051])).toBe(6.5);
    expect(depthAtM(read.value, [122.015, 30.015])).toBeCloseTo(-1.2, 6);
    expect(depthAtM(read.value, [122.01, 30.01])).toBeNaN();
    expect(depthAtM(read.value, [123, 30.01])).toBeNaN();
  });

  it('speak for cells within their reach, and no farther', () => {
    const read = csv('lon;lat;depth\n122.01;30.01;9\n122.0115;30.01;4\n', 200);
    if (!read.ok) throw new Error(read.refusal.code);
    expect(depthAtM(read.value, [122.0115 + 0.002, 30.01])).toBe(4);
    expect(depthAtM(read.value, [122.0115 + 0.0035, 30.01])).toBeNaN();
  });

  it('are refused with the number of the line', () => {
    expect(csv('a,b,c\n1,2,3')).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_DEPTH_CSV_HEADER' } });
    for (const row of ['122,30,deep', '122,30,', '222,30,5', '122,30,99999', '122,30']) {
      expect(csv(`lonDeg,latDeg,depthM\n122.001,30.001,5\n${row}`)).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_DEPTH_CSV_ROW', params: { line: 3 } } });
    }
  });
});

describe('ESRI ASCII grids', () => {
  const text = 'ncols 3\nnrows 2\nxllcorner 122\nyllcorner 30\ncellsize 0.01\nNODATA_value -9999\n-1 -2 -3\n-4 -9999 6\n';
  it('begin in the north and know which way is down', () => {
    const read = readAsciiGrid({ text, source: 'survey', positive: 'up' });
    if (!read.ok) throw new Error(read.refusal.code);
    expect([...read.value.depthM]).toEqual([4, Number.NaN, -6, 1, 2, 3]);
    expect(read.value.bboxDeg).toEqual([122, 30, 122.03, 30.02]);
  });

  it('are refused when header, count or a value is wrong', () => {
    const ask = (given: string) => readAsciiGrid({ text: given, source: 's', positive: 'down' });
    expect(ask(text.replace('cellsize 0.01', 'cellsize 0'))).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_DEPTH_ASCII_HEADER', params: { name: 'cellsize' } } });
    expect(ask(text.replace('ncols 3', 'ncols 4'))).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_DEPTH_ASCII_COUNT', params: { count: 6, expected: 8 } } });
    expect(ask(text.replace('-4', 'x4'))).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_DEPTH_ASCII_VALUE', params: { given: 'x4', row: 2 } } });
    expect(ask(text.replace('ncols 3', 'ncols 30000000'))).toMatchObject({ ok: false });
    expect(ask('not a grid')).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_DEPTH_ASCII_HEADER' } });
  });
});

describe('indicative depths', () => {
  const grid = fineGridOf([rectangle([122.0, 30.0, 122.05, 30.2])]);
  const rule = { source: 'rule', shoreDepthM: 2, slopeRatio: 0.01, openDepthM: 15, channels: [{ id: 'c', depthM: 30, halfWidthM: 800, lineDeg: [[122.15, 30.0], [122.15, 30.2]] as const }], berths: [{ id: 'b', depthM: 6, radiusM: 300, position: [122.053, 30.1] as const }] };
  const depth = indicativeDepth(grid, rule);

  it('fall from the shore to the open water, deeper in channels and at berths, and say what they are', () => {
    expect(depth.indicative).toBe(true);
    expect(depthAtM(depth, [122.02, 30.1])).toBeNaN();
    expect(depthAtM(depth, [122.0513, 30.15])).toBeLessThan(4);
    expect(depthAtM(depth, [122.0513, 30.1])).toBe(6);
    expect(depthAtM(depth, [122.1, 30.15])).toBeCloseTo(15, 1);
    expect(depthAtM(depth, [122.15, 30.1])).toBeGreaterThan(29);
  });

  it('give way to real ones, and stay indicative as long as any is left', () => {
    const real = readAsciiGrid({ text: 'ncols 1\nnrows 1\nxllcorner 122.09\nyllcorner 30.09\ncellsize 0.02\n3.3\n', source: 'survey', positive: 'down' });
    if (!real.ok) throw new Error(real.refusal.code);
    const both = overlayDepth(real.value, depth);
    expect(depthAtM(both, [122.1, 30.1])).toBeCloseTo(3.3, 5);
    expect(depthAtM(both, [122.18, 30.1])).toBe(depthAtM(depth, [122.18, 30.1]));
    expect(both.indicative).toBe(true);
    expect(depthOfCells(grid, both)).toBe(depthOfCells(grid, both));
  });
});
