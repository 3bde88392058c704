// One oil drift forecast from a JSON case on the region's own coast and current, without a server.
// What the case leaves out is refused or named; nothing is filled in silently.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coastFromPolygons, runDrift } from '@anlan/drift';
import type { DriftCase, WindField } from '@anlan/drift';
import { readWindGrid } from '@anlan/domain';
import { addS, AdapterError, instant, instantFromMs, windVector } from '@anlan/kernel';
import { regionPack } from '@anlan/region-zhoushan';
import { printJson, printLine } from '../print.ts';
import { refused } from '../refused.ts';

/** What the file holds; see FORECAST_SCHEMA. */
interface ForecastFile {
  readonly oilId: string;
  readonly massKg: number;
  readonly position: readonly [number, number];
  readonly startAt: string;
  readonly durationS?: number;
  readonly radiusM?: number;
  /** One wind for all, or a file of gridded wind. */
  readonly wind?: { readonly speedMps: number; readonly windFromDegTrue: number };
  readonly windGridFile?: string;
  readonly waterTemperatureK: number;
  readonly horizonS: number;
  readonly stepS: number;
  readonly outputIntervalS: number;
  readonly particleCount: number;
  readonly memberCount: number;
  readonly randomSeed: number;
}

export async function forecast(options: { readonly input?: string; readonly output?: string; readonly schema: boolean }): Promise<void> {
  if (options.schema) return printJson(FORECAST_SCHEMA);
  const ran = runDrift(caseOf(readJson(options.input ?? '') as ForecastFile));
  if (!ran.ok) throw refused(ran.refusal);
  const { value, ...envelope } = ran.value;
  const { frames: _frames, particleMember: _member, probability, ...summary } = value;
  if (options.output === undefined) return printJson({ ...envelope, ...summary });
  mkdirSync(options.output, { recursive: true });
  const frames = value.frames.map((frame) => ({ ...frame, lonDeg: [...frame.lonDeg], latDeg: [...frame.latDeg], state: [...frame.state] }));
  writeFileSync(join(options.output, 'outcome.json'), JSON.stringify({ ...envelope, ...summary, probability, frames }));
  printLine(join(options.output, 'outcome.json'));
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path === '-' ? 0 : path, 'utf8')) as unknown;
  } catch (cause) {
    throw new AdapterError('CLI_FILE_UNREADABLE', { cause, retryable: false, params: { path, detail: (cause as Error).message.slice(0, 160) } });
  }
}

function caseOf(file: ForecastFile): DriftCase {
  const missing = FORECAST_SCHEMA.required.find((name) => (file as unknown as Record<string, unknown>)[name] === undefined);
  if (missing !== undefined) throw refused({ code: 'CLI_OPTION_INVALID', params: { option: missing, value: 'missing' } });
  const wind = windOf(file);
  const region = regionPack();
  const startAt = instant(file.startAt);
  const current = region.currentFieldFor(instantFromMs(Math.round(addS(startAt, file.horizonS / 2))));
  if (!current.ok) throw refused(current.refusal);
  return {
    substance: { kind: 'oil', oilId: file.oilId },
    release: { position: file.position, radiusM: file.radiusM ?? 0, startAt, durationS: file.durationS ?? 0, massKg: file.massKg },
    water: { temperatureK: file.waterTemperatureK },
    current: current.value,
    wind,
    coast: coastFromPolygons(region.loadLand()),
    run: { durationS: file.horizonS, stepS: file.stepS, outputIntervalS: file.outputIntervalS, particleCount: file.particleCount, memberCount: file.memberCount, randomSeed: file.randomSeed },
    assumed: region.currentAssumptions(),
  };
}

/** Exactly one of the two: no wind is guessed, and none is silently passed over. */
function windOf({ wind, windGridFile }: ForecastFile): WindField {
  if ((wind === undefined) === (windGridFile === undefined)) throw refused({ code: 'CLI_OPTION_INVALID', params: { option: 'wind | windGridFile', value: wind === undefined ? 'missing' : 'both' } });
  if (wind !== undefined) return { kind: 'constant', ...windVector(wind.speedMps, wind.windFromDegTrue), sourceText: { zh: '算例文件', en: 'case file' } };
  const read = readWindGrid(readJson(windGridFile ?? ''));
  if (!read.ok) throw refused(read.refusal);
  return read.value;
}

const number = (description: string): { type: 'number'; description: string } => ({ type: 'number', description });

const FORECAST_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Oil drift forecast',
  type: 'object',
  required: ['oilId', 'massKg', 'position', 'startAt', 'waterTemperatureK', 'horizonS', 'stepS', 'outputIntervalS', 'particleCount', 'memberCount', 'randomSeed'],
  properties: {
    oilId: { type: 'string', description: 'id of the oil, such as AD02002' },
    massKg: number('kg'),
    position: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2, description: '[lonDeg, latDeg], WGS 84' },
    startAt: { type: 'string', description: 'ISO 8601 with zone' },
    durationS: number('s; left out: all at once'),
    radiusM: number('m; left out: a point'),
    wind: { type: 'object', required: ['speedMps', 'windFromDegTrue'], properties: { speedMps: number('m/s at 10 m'), windFromDegTrue: number('degrees true, where it comes from') } },
    windGridFile: { type: 'string', description: 'in place of wind: path of a wind file (anlan-wind-grid/1) that covers place and time' },
    waterTemperatureK: number('K'),
    horizonS: number('s'),
    stepS: number('s; divides horizon and output interval'),
    outputIntervalS: number('s'),
    particleCount: number('of all members together'),
    memberCount: number('members of the ensemble'),
    randomSeed: number('integer'),
  },
} as const;
