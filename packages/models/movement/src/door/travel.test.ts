import { distanceM, instant } from '@anlan/kernel';
import { describe, expect, it } from 'vitest';
import type { Origin, Quay, Scene, TravelRequest } from '../api/travel.ts';
import type { RoadGraph } from '../api/road.ts';
import { gridOf, rectangle } from '../test-world.ts';
import { travelDoorToDoor } from './travel.ts';

// An island in the middle; the depot lies inland, a quay at either end, the scene in the east.
const island = rectangle([122.05, 30.09, 122.15, 30.11]);
const scene: Scene = { id: 'spill', name: '溢油点', position: [122.19, 30.1] };
const depot: Origin = { id: 'depot', name: '库房', position: [122.1, 30.1], leadS: 600, loadS: 1200, seaAccess: false, roadNode: 'depot' };
const ship: Origin = { id: 'ship', name: '待命船', position: [122.02, 30.18], leadS: 300, loadS: 0, seaAccess: true, vessel: { speedMps: 8, waveHeightMMax: 2.5 } };
const westQuay: Quay = { id: 'west', name: '西码头', position: [122.047, 30.1], roadNode: 'west', vessel: { speedMps: 10, windSpeedMpsMax: 17.2 } };
const eastQuay: Quay = { id: 'east', name: '东码头', position: [122.153, 30.1], roadNode: 'east', vessel: { speedMps: 10, windSpeedMpsMax: 17.2 } };
const road: RoadGraph = {
  nodes: [
    { id: 'depot', name: '库房路口', position: [122.1, 30.1] },
    { id: 'west', position: [122.051, 30.1] },
    { id: 'east', position: [122.149, 30.1] },
  ],
  edges: [
    { fromNode: 'depot', toNode: 'west', lengthM: 5000, speedMps: 10 },
    { fromNode: 'depot', toNode: 'east', lengthM: 5000, speedMps: 10, bridgeId: 'b', name: '东大桥', windLimitMps: 24.5 },
  ],
};
const base: TravelRequest = {
  departAt: instant('2026-11-23T02:00:00Z'), scenes: [scene], origins: [depot, ship], quays: [westQuay, eastQuay],
  sea: gridOf([island]), road, conditions: { windSpeedMps: 7, waveHeightM: 0.6, visibilityM: 8000 }, roadClosures: [], seaClosures: [], waterToleranceM: 1000,
};

function rows(change: Partial<TravelRequest> = {}) {
  const result = travelDoorToDoor({ ...base, ...change });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.value.travel;
}

function rowOf(originId: string, change: Partial<TravelRequest> = {}) {
  const found = rows(change).find((row) => row.originId === originId);
  if (found === undefined) throw new Error('no row');
  return found;
}

function etaOf(originId: string, change: Partial<TravelRequest> = {}): number {
  const row = rowOf(originId, change);
  return row.reachable ? row.etaS : Infinity;
}

describe('door to door (S-450: when each reserve can be there)', () => {
  it('names a place in the languages that it was given in', () => {
    const bilingual = { ...eastQuay, name: { zh: '东码头', en: 'East quay' } };
    const row = rowOf('depot', { quays: [bilingual] });
    if (!row.reachable) throw new Error('reachable');
    expect(row.reason[0]).toMatchObject({ code: 'MOVEMENT_WAY_ROAD_SEA', params: { quayZh: '东码头', quayEn: 'East quay' } });
    expect(row.legs[3]).toMatchObject({ fromName: { en: 'East quay' }, toName: '溢油点' });
  });

  it('adds mobilising, road, loading and sea, and chooses the nearer quay', () => {
    const row = rowOf('depot');
    if (!row.reachable) throw new Error('reachable');
    expect(row.legs.map((leg) => leg.kind)).toEqual(['mobilise', 'road', 'load', 'sea']);
    expect(row.etaS).toBe(row.legs.reduce((sum, leg) => sum + leg.durationS, 0));
    expect(row.etaS).toBe(row.leadS + row.travelS);
    expect(row.legs.map((leg) => leg.durationS).slice(0, 3)).toEqual([600, 500, 1200]);
    expect(row.legs[3]).toMatchObject({ fromName: '东码头', toName: '溢油点', speedMps: 10 });
    const straightM = distanceM(eastQuay.position, scene.position);
    expect(row.legs[3]!.durationS).toBe(Math.ceil(straightM / 10));
    expect(row.reason.map((reason) => reason.code)).toEqual(['MOVEMENT_WAY_ROAD_SEA', 'MOVEMENT_WAY_SLOWER']);
  });

  it('sails straight from its own berth round the island', () => {
    const row = rowOf('ship');
    expect(row).toMatchObject({ reachable: true, legs: [{ kind: 'mobilise' }, { kind: 'load', durationS: 0 }, { kind: 'sea' }] });
    expect(row.reason[0]).toMatchObject({ code: 'MOVEMENT_WAY_SEA' });
    expect(row.reason.map((reason) => reason.code)).toContain('MOVEMENT_NO_ROAD_ACCESS');
  });

  it('takes the other quay when the bridge is closed by wind, and says why', () => {
    const calmVessels = [westQuay, eastQuay].map((quay) => ({ ...quay, vessel: { speedMps: 10 } }));
    const row = rowOf('depot', { quays: calmVessels, conditions: { ...base.conditions, windSpeedMps: 26 } });
    if (!row.reachable) throw new Error('reachable');
    expect(row.legs[1]!.toName).toBe('西码头');
    expect(row.reason).toContainEqual({ code: 'MOVEMENT_ROAD_WIND_CLOSED', params: { name: '东大桥', windSpeedMps: 26, windLimitMps: 24.5 } });
    expect(row.etaS).toBeGreaterThan(etaOf('depot'));
  });

  it('stays in port at the limits of the vessel, one sentence for each limit', () => {
    const row = rowOf('ship', { conditions: { windSpeedMps: 7, waveHeightM: 2.8, visibilityM: 8000 } });
    expect(row).toMatchObject({ reachable: false });
    expect(row.reason).toContainEqual({ code: 'MOVEMENT_SEA_WAVE_LIMIT', params: { name: '待命船', waveHeightM: 2.8, waveLimitM: 2.5 } });
  });

  it('names a closed sea area when only that is in the way', () => {
    const ring = rectangle([122.17, 30.08, 122.2, 30.12])[0]!;
    const inner = rectangle([122.18, 30.09, 122.196, 30.11])[0]!;
    const seaClosures = [{ id: 'f', name: '航道封闭区', polygon: [ring, inner], sourceText: '海事通告' }];
    const row = rowOf('ship', { seaClosures, waterToleranceM: 100 });
    expect(row).toMatchObject({ reachable: false });
    expect(row.reason).toContainEqual({ code: 'MOVEMENT_SEA_CLOSED', params: { name: '航道封闭区', sourceText: '海事通告' } });
    const expired = seaClosures.map((closure) => ({ ...closure, untilAt: base.departAt }));
    expect(etaOf('ship', { seaClosures: expired, waterToleranceM: 100 })).toBe(etaOf('ship', { waterToleranceM: 100 }));
  });

  it('never gets earlier when a closed area, a longer lead or a slower vessel is put in', () => {
    for (let i = 0; i < 12; i++) {
      const [westDeg, southDeg] = [122.03 + 0.01 * i, 30.02 + 0.011 * i];
      const seaClosures = [{ id: 'x', name: 'x', polygon: rectangle([westDeg, southDeg, westDeg + 0.02, southDeg + 0.04]), sourceText: 'x' }];
      // 1 %: a straightened route is not exactly the shortest (README, known faults).
      expect(etaOf('ship', { seaClosures })).toBeGreaterThan(etaOf('ship') * 0.99);
    }
    expect(etaOf('ship', { origins: [{ ...ship, leadS: 900 }] })).toBe(etaOf('ship') + 600);
    expect(etaOf('ship', { origins: [{ ...ship, vessel: { speedMps: 7 } }] })).toBeGreaterThan(etaOf('ship'));
  });

  it('names what it had to assume: vessel, water access, road access, unchecked weather', () => {
    const inland: Origin = { ...depot, id: 'inland', position: [122.1001, 30.1], seaAccess: true };
    delete (inland as { roadNode?: string }).roadNode;
    const quays = [{ ...eastQuay, position: [122.1495, 30.1] as const }];
    delete (quays[0] as { vessel?: unknown }).vessel;
    const row = rowOf('inland', { origins: [inland], quays, roadToleranceM: 500, assumedVessel: { speedMps: 5 }, waterToleranceM: 600 });
    const codes = row.assumed.map((each) => each.code);
    expect(codes).toEqual(expect.arrayContaining(['MOVEMENT_ASSUMED_ROAD_ACCESS', 'MOVEMENT_ASSUMED_VESSEL', 'MOVEMENT_ASSUMED_WATER_ACCESS']));
    const result = travelDoorToDoor({ ...base, conditions: {} });
    expect(result.ok && result.value.assumed.map((each) => each.code)).toEqual(['MOVEMENT_ASSUMED_WIND_UNCHECKED', 'MOVEMENT_ASSUMED_WAVE_UNCHECKED', 'MOVEMENT_ASSUMED_VISIBILITY_UNCHECKED']);
  });

  it('does not guess: no vessel and no assumed one is a blocked row', () => {
    const bare: Origin = { id: 'bare', name: '空码头', position: [122.02, 30.05], leadS: 0, loadS: 0, seaAccess: true };
    expect(rowOf('bare', { origins: [bare] })).toMatchObject({ reachable: false, reason: expect.arrayContaining([{ code: 'MOVEMENT_NO_VESSEL', params: { name: '空码头' } }]) });
  });

  it('drives to a scene that has a road', () => {
    const onShore: Scene = { id: 'shore', name: '岸段', position: [122.149, 30.1], roadNode: 'east' };
    const row = rowOf('depot', { scenes: [onShore], quays: [] });
    expect(row).toMatchObject({ reachable: true, etaS: 600 + 1200 + 500, legs: [{ kind: 'mobilise' }, { kind: 'load' }, { kind: 'road' }] });
  });

  it('answers every pair in order, the same bytes for the same input, plain JSON', () => {
    const scenes = [scene, { ...scene, id: 'second', position: [122.02, 30.02] as const }];
    const result = travelDoorToDoor({ ...base, scenes });
    const again = travelDoorToDoor({ ...base, scenes });
    if (!result.ok) throw new Error(result.refusal.code);
    expect(result.value.value.travel.map((row) => `${row.sceneId} ${row.originId}`)).toEqual(['spill depot', 'spill ship', 'second depot', 'second ship']);
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
    expect(again).toEqual(result);
    const other = travelDoorToDoor({ ...base, scenes, sea: gridOf([]) });
    expect(other.ok && other.value.inputsHash).not.toBe(result.value.inputsHash);
  });

  it.each([
    ['leadS', { origins: [{ ...depot, leadS: -1 }] }],
    ['vessel.speedMps', { origins: [{ ...ship, vessel: { speedMps: 0 } }] }],
    ['windSpeedMps', { conditions: { windSpeedMps: Number.NaN } }],
    ['waterToleranceM', { waterToleranceM: 1e6 }],
  ])('refuses %s out of range', (name, change) => {
    expect(travelDoorToDoor({ ...base, ...change })).toMatchObject({ ok: false, refusal: { code: 'MOVEMENT_INPUT_OUT_OF_RANGE', params: { name } } });
  });
});
