import { describe, expect, it } from 'vitest';
import { formulas } from './formulas.ts';

function run(id: string, inputs: Record<string, unknown>) {
  const formula = formulas.find((each) => each.id === id);
  if (formula === undefined) throw new Error(id);
  return formula.run(inputs);
}

const ends = { fromLonDeg: 122.155, fromLatDeg: 29.945, toLonDeg: 121.965, toLatDeg: 30.305 };

describe('formulas of movement', () => {
  it('gives 23.7 nm for the straight line Aoshan–Yushan, which crosses Zhoushan Island', () => {
    const straight = run('movement.geodesic-distance', ends);
    expect(straight).toMatchObject({ ok: true, value: { distanceNmi: expect.closeTo(23.7, 1) } });
  });

  it('goes round the land that it is given', () => {
    const box = { bboxDeg: [121.8, 29.8, 122.4, 30.4], cellM: 500, toleranceM: 0 };
    const open = run('movement.sea-distance', { ...ends, ...box, landPolygons: [] });
    const wall = [[[[121.9, 30.05], [122.35, 30.05], [122.35, 30.15], [121.9, 30.15], [121.9, 30.05]]]];
    const round = run('movement.sea-distance', { ...ends, ...box, landPolygons: wall });
    if (!open.ok || !round.ok) throw new Error('both exist');
    expect(open.value['distanceNmi']).toBeCloseTo(23.7, 1);
    expect(round.value['distanceNmi'] as number).toBeGreaterThan(25);
  });

  it('refuses land that is not polygons, by name', () => {
    const bad = { ...ends, bboxDeg: [121.8, 29.8, 122.4, 30.4], cellM: 500, toleranceM: 0, landPolygons: [[[['x', 1]]]] };
    expect(run('movement.sea-distance', bad)).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_POLYGON_UNREADABLE' } });
  });

  it('takes 1.7 h for 30.5 nm at 18 kn', () => {
    expect(run('movement.sailing-time', { distanceM: 30.5 * 1852, speedMps: (18 * 1852) / 3600 })).toEqual({ ok: true, value: { durationS: 6100 } });
  });

  it.each([[10, 27.8], [17.2, 16.7], [24.49, 16.7], [24.5, 0]])('bridge at wind %d m/s: %d m/s', (windSpeedMps, speedMps) => {
    const inputs = { windSpeedMps, speedMps: 27.8, slowFromWindMps: 17.2, slowSpeedMps: 16.7, windLimitMps: 24.5 };
    expect(run('movement.bridge-speed', inputs)).toEqual({ ok: true, value: { speedMps, isClosed: speedMps === 0 } });
  });
});
