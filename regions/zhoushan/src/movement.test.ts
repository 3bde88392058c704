import type { Instant } from '@anlan/kernel';
import { bboxContains, instant } from '@anlan/kernel';
import type { MovementAnswer, MovementPlace, MovementWorld, TravelProfile } from '@anlan/movement';
import { buildNetwork, createRoads, travelPath } from '@anlan/movement';
import { describe, expect, it } from 'vitest';
import { isOnLand, LAND_BBOX_DEG, loadLandPolygons, loadMovement } from './index.ts';

/** A Tuesday, 08:00 by the clock of the region. */
const DEPART_AT = instant('2026-11-24T00:00:00Z');
const pack = loadMovement();
const network = buildNetwork(pack.network);
if (!network.ok) throw new Error(network.refusal.code);
const roads = createRoads(network.value);
const nodeAt = new Map(pack.network.nodes.map((node) => [node.id, node]));

const TRUCK: TravelProfile = {
  id: 'foam', name: '泡沫消防车', ferry: true, personCount: 0,
  road: { id: 'heavy', kind: 'heavy-truck', speedMpsMax: 25, massKg: 30_000, heightM: 3.8, lengthM: 11, hazmat: false },
};

function placeOf(id: string): MovementPlace {
  const { position, name = id } = nodeAt.get(id)!;
  return { id, name, position, roadNode: id, onWater: false, landing: false };
}

function go(windSpeedMps: number, ends: { from?: string; to?: string; change?: Partial<MovementWorld> } = {}): MovementAnswer {
  const { from = 'dinghai', to = 'gaoting', change = {} } = ends;
  const weather = { source: 'test', steps: [{ at: DEPART_AT as Instant, windSpeedMps, waveHeightM: 0.8, visibilityM: 8000 }] };
  const world: MovementWorld = { roads, berths: pack.berths, ferries: pack.ferries, pads: pack.pads, sea: new Map(), weather, closures: [], utcOffsetMinutes: pack.utcOffsetMinutes, roadToleranceM: 1500, horizonS: 2 * 86_400, ...change };
  const answer = travelPath({ from: placeOf(from), to: placeOf(to), departAt: DEPART_AT, profile: TRUCK, world });
  if (!answer.ok) throw new Error(answer.refusal.code);
  return answer.value;
}

describe('a truck from Dinghai to Daishan', () => {
  it('drives over the bridge in calm weather', () => {
    const answer = go(6);
    if (!answer.reachable) throw new Error('reachable');
    expect(answer.legs.map(({ kind }) => kind)).toEqual(['road']);
    expect(answer.legs[0]!.via).toContainEqual({ zh: '舟岱大桥', en: 'Zhoushan-Daishan Bridge' });
    expect(answer.durationS).toBeGreaterThan(40 * 60);
    expect(answer.durationS).toBeLessThan(75 * 60);
  });

  it('takes the vehicle ferry from Sanjiang when Beaufort 7 keeps it off the bridge', () => {
    const answer = go(15);
    if (!answer.reachable) throw new Error('reachable');
    expect(answer.legs.map(({ kind }) => kind)).toEqual(['road', 'ferry', 'road']);
    const ferry = answer.legs[1]!;
    expect(ferry).toMatchObject({ movingS: 3000, handlingS: 1500, via: [{ zh: '三江—高亭（车客渡）' }] });
    expect(ferry.durationS).toBeCloseTo(ferry.waitS + 4500, 6);
    expect(answer.reason).toContainEqual(expect.objectContaining({ code: 'MOVEMENT_BRIDGE_WIND_CLOSED', params: expect.objectContaining({ nameZh: '舟岱大桥', beaufort: 7 }) }));
  });

  it('is blocked with both reasons when the ferry stops too', () => {
    const answer = go(26);
    expect(answer.reachable).toBe(false);
    const said = answer.reason.map(({ code, params }) => [code, params['nameZh']]);
    expect(said).toContainEqual(['MOVEMENT_BRIDGE_WIND_CLOSED', '舟岱大桥']);
    expect(said).toContainEqual(['MOVEMENT_FERRY_WIND', '三江—高亭（车客渡）']);
  });

  it('reaches Liuheng by ferry only, and Putuoshan with a vehicle not at all', () => {
    const answer = go(6, { to: 'liuheng-town' });
    expect(answer.reachable && answer.legs.some(({ kind }) => kind === 'ferry')).toBe(true);
    expect(go(6, { to: 'putuoshan' }).reachable).toBe(false);
  });
});

describe('the data beside the roads', () => {
  const land = loadLandPolygons();

  it('puts berths on water and places on land, all inside the window', () => {
    expect(pack.berths.filter(({ position }) => isOnLand(land, position)).map(({ id }) => id)).toEqual([]);
    const places = pack.network.nodes.filter(({ id }) => !id.startsWith('at-'));
    expect(places.filter(({ position }) => !isOnLand(land, position)).map(({ id }) => id)).toEqual([]);
    expect([...pack.network.nodes, ...pack.pads].filter(({ position }) => !bboxContains(LAND_BBOX_DEG, position))).toEqual([]);
  });

  it('sails between known berths, says of every line that it is invented, and lets no dangerous goods on', () => {
    const berths = new Set(pack.berths.map(({ id }) => id));
    expect(pack.ferries.filter(({ fromBerth, toBerth }) => !berths.has(fromBerth) || !berths.has(toBerth))).toEqual([]);
    expect(pack.ferries.every(({ confidence, hazmatAllowed }) => confidence === 'demonstration' && !hazmatAllowed)).toBe(true);
    expect(pack.note).toContain('unverified');
  });

  it('has a wind rule for every bridge', () => {
    const rules = new Map(pack.network.bridges.map(({ bridgeId, stages }) => [bridgeId, stages]));
    for (const { bridgeId } of pack.network.links) if (bridgeId !== undefined) expect(rules.get(bridgeId)!.map(({ beaufortCode }) => beaufortCode)).toEqual([7, 8, 9, 10]);
  });
});
