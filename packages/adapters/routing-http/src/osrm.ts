// OSRM over HTTP (docs/http.md of osrm-backend, version v1): `table` for the matrix, `route` for one
// way. Ferries are excluded by class in every question; a server whose profile has no such class
// refuses, and so do we. Closures cannot be told to it: its weights are fixed when the data is built.

import type { LonLat } from '@anlan/kernel';
import { AdapterError, nameParams, ok, refuse } from '@anlan/kernel';
import type { RoadEngine, RoadEnginePath } from '@anlan/movement';
import type { Answer, ServerOptions } from './ask.ts';
import { ask, figure, unreadable } from './ask.ts';
import type { Block } from './blocks.ts';
import { inBlocks } from './blocks.ts';

export interface OsrmOptions extends ServerOptions {
  /** Name of the profile that the server was started with, such as `driving`. */
  readonly profileName: string;
}

export function createOsrmEngine(options: OsrmOptions): RoadEngine {
  const table = async (from: readonly LonLat[], to: readonly LonLat[]): Promise<Block> => {
    const range = (start: number, count: number): string => Array.from({ length: count }, (_each, i) => start + i).join(';');
    const path = `/table/v1/${options.profileName}/${listed([...from, ...to])}?sources=${range(0, from.length)}&destinations=${range(from.length, to.length)}&annotations=duration,distance&exclude=ferry`;
    const { body } = accepted(await ask(ENGINE, options, { path }));
    return { durationS: rows(body['durations'], from.length, to.length), distanceM: rows(body['distances'], from.length, to.length) };
  };
  return {
    id: ENGINE,
    matrix: async (request) => ({ ...(await inBlocks(request, Math.max(1, Math.floor(options.blockCountMax / 2)), table)), assumed: ASSUMED }),
    path: async ({ from, to }) => {
      const path = `/route/v1/${options.profileName}/${listed([from, to])}?steps=true&geometries=geojson&overview=full&exclude=ferry`;
      const answer = await ask(ENGINE, options, { path });
      if (answer.body['code'] === 'NoRoute') return undefined;
      return pathOf(accepted(answer).body);
    },
    apply: (closures) => (closures.length === 0 ? ok(createOsrmEngine(options)) : refuse('ROUTING_CLOSURES_NOT_SUPPORTED', { engine: ENGINE, names: closures.map(({ name }) => Object.values(nameParams('name', name))[0]).join('、') })),
  };
}

function listed(positions: readonly LonLat[]): string {
  return positions.map(([lonDeg, latDeg]) => `${lonDeg.toFixed(6)},${latDeg.toFixed(6)}`).join(';');
}

/** `code` is Ok, or the server has refused; a refusal of `exclude` means that ferries would be in. */
function accepted(answer: Answer): Answer {
  const { code, message } = answer.body;
  if (code === 'Ok') return answer;
  const detail = `${String(code)} ${typeof message === 'string' ? message : ''}`.trim().slice(0, 120);
  const aboutExclude = (code === 'InvalidValue' || code === 'InvalidOptions') && /exclude/i.test(detail);
  throw new AdapterError(aboutExclude ? 'ROUTING_FERRY_NOT_EXCLUDED' : 'ROUTING_SERVER_REFUSED', { retryable: false, params: { engine: ENGINE, detail } });
}

function rows(given: unknown, rowCount: number, columnCount: number): (number | null)[][] {
  if (!Array.isArray(given) || given.length !== rowCount) throw unreadable(ENGINE, 'durations, distances');
  return given.map((row: unknown) => {
    if (!Array.isArray(row) || row.length !== columnCount) throw unreadable(ENGINE, 'durations, distances');
    return row.map((cell) => figure(ENGINE, cell, 'durations, distances'));
  });
}

function pathOf(body: Answer['body']): RoadEnginePath {
  const [route] = (body['routes'] ?? []) as { duration?: unknown; distance?: unknown; geometry?: { coordinates?: unknown }; legs?: { steps?: { name?: unknown; mode?: unknown }[] }[] }[];
  const [durationS, distanceM] = [figure(ENGINE, route?.duration, 'duration'), figure(ENGINE, route?.distance, 'distance')];
  const line = route?.geometry?.coordinates;
  if (durationS === null || distanceM === null || !Array.isArray(line)) throw unreadable(ENGINE, 'routes[0]');
  const steps = (route?.legs ?? []).flatMap(({ steps: each }) => each ?? []);
  const ferry = steps.find(({ mode }) => mode === 'ferry');
  if (ferry !== undefined) throw new AdapterError('ROUTING_FERRY_NOT_EXCLUDED', { retryable: false, params: { engine: ENGINE, detail: String(ferry.name ?? 'ferry').slice(0, 80) } });
  const names = steps.map(({ name }) => (typeof name === 'string' ? name : '')).filter((name, i, all) => name !== '' && name !== all[i - 1]);
  return { durationS, distanceM, pathDeg: line as LonLat[], names, assumed: ASSUMED };
}

const ENGINE = 'OSRM';
const ASSUMED = [{ code: 'ROUTING_ASSUMED_FIXED_PROFILE', params: { engine: ENGINE } }];
