// Valhalla over HTTP (api/matrix and api/turn-by-turn of its documentation): `/sources_to_targets`
// and `/route`, vehicle limits sent with each question. Ferries: hard exclusion is asked for; a
// server that does not allow it says so in `warnings` and would use them, so its answer is not taken.
// Closed areas go along as `exclude_polygons`; a link or bridge by id means nothing to it.

import type { Instant, LonLat } from '@anlan/kernel';
import { AdapterError, nameParams, ok, refuse } from '@anlan/kernel';
import type { MovementClosure, RoadEngine, RoadEnginePath, RoadProfile } from '@anlan/movement';
import type { Answer, ServerOptions } from './ask.ts';
import { ask, figure, unreadable } from './ask.ts';
import type { Block } from './blocks.ts';
import { inBlocks } from './blocks.ts';

export function createValhallaEngine(options: ServerOptions, closures: readonly MovementClosure[] = []): RoadEngine {
  const shared = (profile: RoadProfile, departAt: Instant): Record<string, unknown> => ({ ...costing(profile), ...excluded(closures, departAt), units: 'kilometers' });
  return {
    id: ENGINE,
    matrix: async (request) => {
      const solve = async (from: readonly LonLat[], to: readonly LonLat[]): Promise<Block> => {
        const body = { sources: from.map(placed), targets: to.map(placed), ...shared(request.profile, request.departAt), verbose: true };
        return blockOf(accepted(await ask(ENGINE, options, { path: '/sources_to_targets', body })).body, from.length, to.length);
      };
      return { ...(await inBlocks(request, Math.max(1, Math.floor(options.blockCountMax / 2)), solve)), assumed: ASSUMED };
    },
    path: async ({ from, to, departAt, profile }) => {
      const answer = await ask(ENGINE, options, { path: '/route', body: { locations: [from, to].map(placed), ...shared(profile, departAt), directions_type: 'maneuvers' } });
      // 442: no path could be found for the input (its list of error codes).
      if (answer.body['error_code'] === 442) return undefined;
      return pathOf(accepted(answer).body);
    },
    apply: (more) => {
      const foreign = more.filter(({ polygon, mode, modes }) => polygon === undefined && (mode === undefined || mode === 'road') && modes?.includes('road') !== false);
      if (foreign.length > 0) return refuse('ROUTING_CLOSURES_NOT_SUPPORTED', { engine: ENGINE, names: foreign.map(({ name }) => Object.values(nameParams('name', name))[0]).join('、') });
      return ok(createValhallaEngine(options, more));
    },
  };
}

function placed([lonDeg, latDeg]: LonLat): Record<string, number> {
  return { lon: lonDeg, lat: latDeg };
}

/** Weight in tonnes, height and length in metres. */
function costing({ kind, massKg, heightM, lengthM, hazmat, speedMpsMax }: RoadProfile): Record<string, unknown> {
  const model = kind === 'car' ? 'auto' : kind === 'coach' ? 'bus' : 'truck';
  const ferry = { use_ferry: 0, exclude_ferries: true };
  return { costing: model, costing_options: { [model]: { ...ferry, top_speed: Math.round(speedMpsMax * 3.6), ...(model === 'auto' ? {} : { weight: massKg / 1000, height: heightM, length: lengthM }), ...(model === 'truck' ? { hazmat } : {}) } } };
}

function excluded(closures: readonly MovementClosure[], departAt: Instant): Record<string, unknown> {
  const rings = closures
    .filter(({ modes, fromAt, untilAt }) => modes?.includes('road') !== false && (fromAt === undefined || fromAt <= departAt) && (untilAt === undefined || departAt < untilAt))
    .flatMap(({ polygon }) => (polygon?.[0] === undefined ? [] : [polygon[0]]));
  return rings.length === 0 ? {} : { exclude_polygons: rings };
}

function accepted(answer: Answer): Answer {
  const { body, status } = answer;
  const warnings = [body, (body['trip'] ?? {}) as Record<string, unknown>].flatMap(({ warnings: list }) => (Array.isArray(list) ? list : [])).map((each) => JSON.stringify(each));
  const ignored = warnings.find((text) => /exclu/i.test(text));
  if (ignored !== undefined) throw new AdapterError('ROUTING_FERRY_NOT_EXCLUDED', { retryable: false, params: { engine: ENGINE, detail: ignored.slice(0, 120) } });
  if (status === 200 && body['error_code'] === undefined) return answer;
  throw new AdapterError('ROUTING_SERVER_REFUSED', { retryable: false, params: { engine: ENGINE, detail: `${String(body['error_code'] ?? status)} ${String(body['error'] ?? '')}`.slice(0, 120) } });
}

function blockOf(body: Answer['body'], rowCount: number, columnCount: number): Block {
  const given = body['sources_to_targets'];
  if (!Array.isArray(given) || given.length !== rowCount) throw unreadable(ENGINE, 'sources_to_targets');
  const cells = given.map((row: unknown) => {
    if (!Array.isArray(row) || row.length !== columnCount) throw unreadable(ENGINE, 'sources_to_targets');
    return (row as { time?: unknown; distance?: unknown }[]).map(({ time, distance }) => ({ s: figure(ENGINE, time, 'time'), km: figure(ENGINE, distance, 'distance') }));
  });
  return { durationS: cells.map((row) => row.map(({ s }) => s)), distanceM: cells.map((row) => row.map(({ km }) => (km === null ? null : km * 1000))) };
}

function pathOf(body: Answer['body']): RoadEnginePath {
  const trip = body['trip'] as { summary?: { time?: unknown; length?: unknown; has_ferry?: unknown }; legs?: { shape?: unknown; maneuvers?: { street_names?: unknown }[] }[] } | undefined;
  const [durationS, lengthKm] = [figure(ENGINE, trip?.summary?.time, 'time'), figure(ENGINE, trip?.summary?.length, 'length')];
  if (durationS === null || lengthKm === null) throw unreadable(ENGINE, 'trip.summary');
  if (trip?.summary?.has_ferry === true) throw new AdapterError('ROUTING_FERRY_NOT_EXCLUDED', { retryable: false, params: { engine: ENGINE, detail: 'has_ferry' } });
  const pathDeg = (trip?.legs ?? []).flatMap(({ shape }) => (typeof shape === 'string' ? decodePolyline6(shape) : []));
  const names = (trip?.legs ?? []).flatMap(({ maneuvers }) => maneuvers ?? []).flatMap(({ street_names: list }) => (Array.isArray(list) && typeof list[0] === 'string' ? [list[0]] : []));
  return { durationS, distanceM: lengthKm * 1000, pathDeg, names: names.filter((name, i) => name !== names[i - 1]), assumed: ASSUMED };
}

/** Encoded polyline with six digits, latitude first (Valhalla documentation, "Decoding a route shape"). */
function decodePolyline6(text: string): LonLat[] {
  const line: LonLat[] = [];
  let at = 0;
  let [north, east] = [0, 0];
  const next = (): number => {
    let [value, shift, part] = [0, 0, 0];
    do {
      part = text.charCodeAt(at++) - 63;
      if (!(part >= 0 && part < 64) || shift > 30) throw unreadable(ENGINE, 'shape');
      value += (part & 31) * 2 ** shift;
      shift += 5;
    } while (part >= 32);
    return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
  };
  while (at < text.length) {
    north += next();
    east += next();
    line.push([east / 1e6, north / 1e6]);
  }
  return line;
}

const ENGINE = 'Valhalla';
const ASSUMED = [{ code: 'ROUTING_ASSUMED_NO_TRAFFIC', params: { engine: ENGINE } }];
