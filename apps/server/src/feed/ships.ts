// The ships of the simulation: ferries on the region's lines, tankers and cargo ships between its
// quays and the open sea, and our own units, which lie at their berths until an order sends them.

import { findSeaRoute } from '@anlan/movement';
import type { SeaGrid } from '@anlan/movement';
import type { OrderBody } from '@anlan/domain';
import type { AisMessageInput } from '@anlan/adapter-ais';
import type { Instant, LonLat } from '@anlan/kernel';
import { secondsBetween } from '@anlan/kernel';
import type { App } from '../app.ts';
import { recordsOf } from '../register-lists.ts';
import { seaGridOf } from '../services/sea.ts';
import { measurePath, pathLengthM, shuttleAt, voyageAt } from './tracks.ts';
import type { MeasuredPath, TrackPoint } from './tracks.ts';

export interface SimulatedShip {
  readonly mmsi: string;
  /** Letters that AIS can carry. */
  readonly name: string;
  readonly shipTypeCode: number;
  readonly lengthM: number;
  readonly draughtM: number;
  at(now: Instant): TrackPoint;
}

/**
 * Ships one by one, so that the caller may do other things between two searches for a sea path. A
 * line whose ends have no way by sea gives no ship.
 */
export function* trafficOf(region: App['region'], grid: SeaGrid = seaGridOf(region)): Generator<readonly SimulatedShip[]> {
  const quays = new Map(region.quays.map((quay) => [quay.id, quay]));
  for (const [i, line] of region.ferries.slice(0, FERRY_COUNT).entries()) {
    const from = quays.get(line.fromQuay);
    const to = quays.get(line.toQuay);
    if (from === undefined || to === undefined) continue;
    yield shuttle(grid, { index: i, name: `SIM FERRY ${i + 1}`, shipTypeCode: 60, lengthM: 45, draughtM: 2.2, speedMps: line.kindCode === 'fast' ? 12 : 7, layoverS: 900 }, from.position, to.position);
  }
  for (const [i, quay] of [...quays.values()].slice(0, CARGO_COUNT).entries()) {
    const isTanker = i % 2 === 0;
    const ship = { index: 100 + i, name: `SIM ${isTanker ? 'TANKER' : 'CARGO'} ${i + 1}`, shipTypeCode: isTanker ? 80 : 70, lengthM: 120 + 15 * i, draughtM: 6 + (i % 5), speedMps: 5 + (i % 3), layoverS: 7200 };
    yield shuttle(grid, ship, quay.position, SEA_GATES[i % SEA_GATES.length]!);
  }
}

/** Our own units by their MMSI (`paths` remembers ways already found): at the berth, under way with an order, at its scene, or on the way back. */
export async function createUnits(app: App, paths: Map<string, MeasuredPath | undefined>): Promise<readonly SimulatedShip[]> {
  const grid = seaGridOf(app.region);
  const vessels = await recordsOf(app.views, app.realm, 'vessels');
  const orders = (await app.views.list<OrderBody>({ realm: app.realm, kind: 'order' })).map((view) => view.body).filter((order) => order.unitMmsi !== null);
  return vessels.flatMap(({ values }, i): readonly SimulatedShip[] => {
    const mmsi = values['mmsi'];
    if (typeof mmsi !== 'string') return [];
    const berth = values['position'] as LonLat;
    const order = orders.filter((known) => known.unitMmsi === mmsi && known.state !== 'cancelled').sort((a, b) => b.issuedAt - a.issuedAt)[0];
    const path = order === undefined ? undefined : remembered(paths, order.id, () => seaPath(grid, berth, order.toPosition));
    const at = (now: Instant): TrackPoint => (order === undefined || path === undefined ? { position: berth, courseDegTrue: 0, speedMps: 0 } : unitAt(order, path, berth, now));
    const lengthM = typeof values['lengthM'] === 'number' ? values['lengthM'] : 20;
    return [{ mmsi, name: `SIM UNIT ${i + 1}`, shipTypeCode: 51, lengthM, draughtM: values['draughtM'] as number, at }];
  });
}

export function positionMessage(ship: SimulatedShip, now: Instant): AisMessageInput {
  const { position, courseDegTrue, speedMps } = ship.at(now);
  const isMoored = speedMps === 0;
  return { typeCode: 1, mmsi: ship.mmsi, position, speedMps, courseDegTrue, headingDegTrue: Math.round(courseDegTrue) % 360, navigationStatusCode: isMoored ? 5 : 0 };
}

export function particularsMessage(ship: SimulatedShip): AisMessageInput {
  const { mmsi, name, shipTypeCode, lengthM, draughtM } = ship;
  return { typeCode: 5, mmsi, name, callSign: 'SIM', shipTypeCode, lengthM, beamM: Math.round(lengthM / 6), draughtM, destination: 'SIMULATED' };
}

function remembered(paths: Map<string, MeasuredPath | undefined>, key: string, find: () => MeasuredPath | undefined): MeasuredPath | undefined {
  if (!paths.has(key)) paths.set(key, find());
  return paths.get(key);
}

function unitAt(order: OrderBody, path: MeasuredPath, berth: LonLat, now: Instant): TrackPoint {
  const departedAt = order.steps.find((step) => step.state === 'under-way')?.at;
  if (departedAt === undefined) return { position: berth, courseDegTrue: 0, speedMps: 0 };
  const speedMps = pathLengthM(path) / Math.max(60, secondsBetween(departedAt, order.arriveDueAt));
  const doneAt = order.steps.find((step) => step.state === 'done')?.at;
  if (doneAt === undefined) return voyageAt(path, { departAt: departedAt, speedMps }, now);
  return voyageAt(measurePath([...path.pathDeg].reverse()), { departAt: doneAt, speedMps }, now);
}

interface ShuttleShip {
  readonly index: number;
  readonly name: string;
  readonly shipTypeCode: number;
  readonly lengthM: number;
  readonly draughtM: number;
  readonly speedMps: number;
  readonly layoverS: number;
}

function shuttle(grid: SeaGrid, ship: ShuttleShip, from: LonLat, to: LonLat): readonly SimulatedShip[] {
  const path = seaPath(grid, from, to);
  if (path === undefined) return [];
  const { index, speedMps, layoverS, ...particulars } = ship;
  return [{ ...particulars, mmsi: String(FIRST_MMSI + index), at: (now) => shuttleAt(path, { speedMps, layoverS, phaseS: index * 997 }, now) }];
}

function seaPath(grid: SeaGrid, from: LonLat, to: LonLat): MeasuredPath | undefined {
  const route = findSeaRoute(grid, { from: { name: 'from', position: from }, to: { name: 'to', position: to }, toleranceM: 3000 });
  return route.ok && route.value.pathDeg.length > 1 ? measurePath(route.value.pathDeg) : undefined;
}

/** Clearly fictional: 412 is China, 999 is not given out to ships of this length of number. */
const FIRST_MMSI = 412_999_000;
const FERRY_COUNT = 10;
const CARGO_COUNT = 14;
/** Places in open water where ships come from and go to; nothing but directions. */
const SEA_GATES: readonly LonLat[] = [[122.9, 29.75], [122.95, 30.35], [122.6, 29.45], [122.75, 30.9]];
