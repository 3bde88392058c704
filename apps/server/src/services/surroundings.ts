// What live stations say near a place, for the forecast stage; the picking is the stage's own.

import { listForcings, pickStationTemperature, pickStationWind } from '@anlan/domain';
import type { KnownWindGrid, Surroundings } from '@anlan/domain';
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
    usualWater: { temperatureK: USUAL_WATER_TEMPERATURE_K, sourceText: '舟山海域水温量级，未核实 order of the region\'s surface water, unverified' },
  };
}

/** About 18 °C, order of the yearly mean of the region's surface water; unverified. */
const USUAL_WATER_TEMPERATURE_K = 291;
