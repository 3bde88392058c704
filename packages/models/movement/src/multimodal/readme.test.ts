import { instant } from '@anlan/kernel';
import { expect, it } from 'vitest';
import type { MovementPlace, TravelProfile } from '../index.ts';
import { buildNetwork, createRoads, travelPath } from '../index.ts';

it('the example of the README for the multimodal engine runs and gives the figures printed there', () => {
  const departAt = instant('2026-11-24T00:00:00Z');
  const built = buildNetwork({
    nodes: [{ id: 'a', position: [122.1, 30] }, { id: 'b', position: [122.1, 30.1] }],
    links: [{ id: 'l', name: '跨海大桥', bridgeId: 'bridge', fromNode: 'a', toNode: 'b', lengthM: 12_000, classCode: 'trunk', speedMps: 20 }],
    bridges: [{ bridgeId: 'bridge', name: '跨海大桥', stages: [{ windSpeedMpsMin: 13.9, beaufortCode: 7, kinds: ['heavy-truck'], speedMpsMax: 0 }] }],
  });
  if (!built.ok) throw new Error(built.refusal.code);
  const truck: TravelProfile = { id: 'truck', name: '重型卡车', ferry: true, personCount: 0, road: { id: 'heavy', kind: 'heavy-truck', speedMpsMax: 22, massKg: 30_000, heightM: 3.8, lengthM: 12, hazmat: false } };
  const place = (id: string, position: readonly [number, number]): MovementPlace => ({ id, name: id, position, roadNode: id, onWater: false, landing: false });
  const weather = { source: 'forecast', steps: [{ at: departAt, windSpeedMps: 15 }, { at: instant('2026-11-24T01:00:00Z'), windSpeedMps: 9 }] };
  const world = { roads: createRoads(built.value), berths: [], ferries: [], pads: [], sea: new Map(), weather, closures: [], utcOffsetMinutes: 480, roadToleranceM: 500, horizonS: 86_400 };
  const answer = travelPath({ from: place('a', [122.1, 30]), to: place('b', [122.1, 30.1]), departAt, profile: truck, world });
  expect(answer.ok && answer.value).toMatchObject({ reachable: true, durationS: 4200, waitS: 3600, reason: [{ code: 'MOVEMENT_BRIDGE_WIND_CLOSED', params: { until: '11-24 09:00' } }] });
});
