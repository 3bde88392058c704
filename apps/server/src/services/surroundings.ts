// What live stations say near a place, for the forecast stage; the picking is the stage's own.

import { pickStationTemperature, pickStationWind } from '@anlan/domain';
import type { Surroundings } from '@anlan/domain';
import type { ServiceBase } from '../services.ts';

export function createSurroundings(base: ServiceBase): Surroundings {
  const stations = async (): Promise<Parameters<typeof pickStationWind>[0]> => ({ sensors: base.lists.listSensors(), readings: await base.observations.latestReadings() });
  return {
    latestWind: async (position, now) => pickStationWind(await stations(), position, now),
    latestWaterTemperature: async (position, now) => pickStationTemperature(await stations(), position, now),
    usualWater: { temperatureK: USUAL_WATER_TEMPERATURE_K, sourceText: '舟山海域水温量级，未核实 order of the region\'s surface water, unverified' },
  };
}

/** About 18 °C, order of the yearly mean of the region's surface water; unverified. */
const USUAL_WATER_TEMPERATURE_K = 291;
