// A readiness stress test from the command line: cases of a file, or of the library, against the
// registers of this installation, beside a running server or alone. JSON out; what is short is a
// result, not an error, and nothing is recorded.

import { readFileSync } from 'node:fs';
import { gapGeoJson, greedyPlanner, runStress, SHUT_WAYS, STRESS_FAMILIES } from '@anlan/domain';
import type { StressCase, StressFacts } from '@anlan/domain';
import { AdapterError, instant } from '@anlan/kernel';
import type { Instant } from '@anlan/kernel';
import { regionPack } from '@anlan/region-zhoushan';
import { borrowDatabase, openMemory, readConfig, stressFacts } from '@anlan/server';
import { printJson } from '../print.ts';
import { refused } from '../refused.ts';

/** What the file holds; see STRESS_SCHEMA. */
interface StressFile {
  readonly at: string;
  readonly caseIds?: readonly string[];
  readonly cases?: readonly StressCase[];
  /** Ids of units and supplies that are taken out: `vehicles/veh-…`, `stock-lots/lot-…`. */
  readonly without?: readonly string[];
}

export async function stressRun(options: { readonly input?: string; readonly schema: boolean; readonly geojson: boolean; readonly brief: boolean }): Promise<void> {
  if (options.schema) return printJson(STRESS_SCHEMA);
  const file = readFile(options.input ?? '');
  if (typeof file.at !== 'string') throw refused({ code: 'CLI_OPTION_INVALID', params: { option: 'at', value: 'missing' } });
  const { library } = regionPack().stress;
  const unknown = (file.caseIds ?? []).find((wanted) => library.every(({ id }) => id !== wanted));
  if (unknown !== undefined) throw refused({ code: 'STRESS_SCENARIO_UNKNOWN', params: { id: unknown } });
  const cases = [...(file.caseIds ?? []).flatMap((wanted) => library.filter(({ id }) => id === wanted)), ...(file.cases ?? [])];
  const facts = without(await factsOfInstallation(instant(file.at)), new Set(file.without ?? []));
  const ran = await runStress(cases, facts);
  if (!ran.ok) throw refused(ran.refusal);
  if (options.geojson) return printJson(gapGeoJson(ran.value));
  if (!options.brief) return printJson(ran.value);
  printJson(ran.value.scenarios.map(({ scenarioId, titles, gaps, shortageRatioHours, leastShortageRatioHours }) => ({
    scenarioId, titles, shortageRatioHours, leastShortageRatioHours,
    gaps: gaps.map(({ titles: what, sceneTitles, unitCode, worstShortValue, firstShortHours, shortHours, stateShareRatio, cause, closing }) => ({ what, where: sceneTitles, unitCode, worstShortValue, firstShortHours, shortHours, stateShareRatio, cause, closingCostFen: closing?.costFen ?? null })),
  })));
}

async function factsOfInstallation(now: Instant): Promise<StressFacts> {
  const database = await borrowDatabase(readConfig(process.env));
  try {
    const { memory, close } = await openMemory(database);
    try {
      return await stressFacts({ views: memory, realm: 'real', region: regionPack() }, greedyPlanner, now);
    } finally {
      await close();
    }
  } finally {
    await database.stop();
  }
}

/** What-if: the same without these units and supplies. A stock of several lots goes when any of them is named. */
function without(facts: StressFacts, gone: ReadonlySet<string>): StressFacts {
  const isGone = (source: { readonly registerId: string; readonly ids: readonly string[] } | undefined): boolean => source !== undefined && source.ids.some((id) => gone.has(`${source.registerId}/${id}`));
  return { ...facts, units: facts.units.filter(({ source }) => !isGone(source)), goods: { ...facts.goods, supplies: facts.goods.supplies.filter(({ id }) => !isGone(facts.goods.sources.get(id))) } };
}

function readFile(path: string): StressFile {
  try {
    return JSON.parse(readFileSync(path === '-' ? 0 : path, 'utf8')) as StressFile;
  } catch (cause) {
    throw new AdapterError('CLI_FILE_UNREADABLE', { cause, retryable: false, params: { path, detail: (cause as Error).message.slice(0, 160) } });
  }
}

const titles = { type: 'object', required: ['zh', 'en'], properties: { zh: { type: 'string' }, en: { type: 'string' } } } as const;
const position = { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2, description: '[lonDeg, latDeg], WGS 84' } as const;
const figures = { type: 'object', additionalProperties: { type: 'number' }, description: 'by name with its unit, such as diameterM; left out: the family has its own, named in the result' } as const;

const STRESS_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Readiness stress run',
  type: 'object',
  required: ['at'],
  properties: {
    at: { type: 'string', description: 'ISO 8601 with zone: when the alarm comes; validity of lots and agreements is judged then' },
    caseIds: { type: 'array', items: { type: 'string' }, description: 'of the library: D1 … D5, casualties-30' },
    cases: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'familyId', 'titles', 'position', 'sceneTitles', 'figures', 'sourceText', 'confidence', 'demonstration'],
        properties: {
          id: { type: 'string' }, familyId: { enum: STRESS_FAMILIES }, titles, position, sceneTitles: titles, figures,
          places: { type: 'array', items: { type: 'object', required: ['id', 'titles', 'position', 'figures'], properties: { id: { type: 'string' }, titles, position, figures } }, description: 'oil spill: protectLengthM, earliestHours; typhoon: people, generatorCount, householdFoodRatio, closeHours, reopenHours' },
          phases: { type: 'array', items: { type: 'object', required: ['fromHours', 'titles', 'windSpeedMps', 'waveHeightM', 'visibilityM', 'shutWays'], properties: { fromHours: { type: 'number' }, titles, windSpeedMps: { type: 'number' }, waveHeightM: { type: 'number' }, visibilityM: { type: 'number' }, shutWays: { type: 'array', items: { enum: SHUT_WAYS } } } }, description: 'own course of weather; left out: every state of the region, weighted' },
          alsoAccepts: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
          sourceText: { type: 'string' }, confidence: { enum: ['verified', 'likely', 'unsure', 'demonstration'] }, demonstration: { type: 'boolean' },
        },
      },
    },
    without: { type: 'array', items: { type: 'string' }, description: 'units and supplies taken out, as register/id' },
  },
} as const;
