// What live stations say near a place, for the forecast stage; the picking is the stage's own.

import { listForcings, pickStationTemperature, pickStationWind } from '@anlan/domain';
import type { KnownWindGrid, Surroundings } from '@anlan/domain';
import { gridBboxDeg } from '@anlan/drift';
import type { HarmonicCurrentField } from '@anlan/tide';
import type { ServiceBase } from '../services.ts';
import { findWindGrid } from './wind-grids.ts';

export function createSurroundings(base: ServiceBase): Surroundings {
  const stations = async (): Promise<Parameters<typeof pickStationWind>[0]> => ({ sensors: base.lists.listSensors(), readings: await base.observations.latestReadings() });
  return {
    latestWind: async (position, now) => pickStationWind(await stations(), position, now),
    latestWaterTemperature: async (position, now) => pickStationTemperature(await stations(), position, now),
    async windGrids() {
      const grids: KnownWindGrid[] = [];
      for (const { id, artefactId } of await listForcings(base.views, { realm: base.realm })) {
        const wind = await findWindGrid(base, artefactId);
        if (wind.ok) grids.push({ forcingId: id, artefactId, wind: wind.value });
        else base.note('error', 'wind file not readable', { forcingId: id, code: wind.refusal.code });
      }
      return grids;
    },
    currentReach(at) {
      const field = base.region.currentFieldFor(at);
      return field.ok ? { speedMpsMax: fastestMps(field.value), bboxDeg: gridBboxDeg(field.value.grid) } : undefined;
    },
    usualWater: { temperatureK: USUAL_WATER_TEMPERATURE_K, sourceText: '舟山海域水温量级，未核实 order of the region\'s surface water, unverified' },
  };
}

/** No place and no hour is faster: every constituent at its crest at once. */
function fastestMps({ patterns, waterMask }: HarmonicCurrentField): number {
  const crests = patterns.map(({ constituents }) => constituents.reduce((sum, one) => sum + Math.abs(one.amplitudeRatio), 0));
  let fastest = 0;
  for (let node = 0; node < waterMask.length; node++) {
    if (waterMask[node] !== 1) continue;
    fastest = Math.max(fastest, patterns.reduce((sum, { eastMps, northMps }, i) => sum + Math.hypot(eastMps[node]!, northMps[node]!) * crests[i]!, 0));
  }
  return fastest;
}

/** About 18 °C, order of the yearly mean of the region's surface water; unverified. */
const USUAL_WATER_TEMPERATURE_K = 291;
