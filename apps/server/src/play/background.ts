// The rest of the world during a play: instruments that the scenario does not touch go on as the
// simulated gauges do; those that it has set hold their value.

import { isoFromInstant } from '@anlan/kernel';
import { gaugeValue } from '../feed/gauges.ts';
import { PLAY_SENSORS } from '../sources.ts';
import type { Player } from './player.ts';

/** Leaves out `toldIds`: sensors that the scenario itself reads at this instant say that, and nothing beside it. */
export async function sendBackground(player: Player, toldIds: ReadonlySet<string>): Promise<void> {
  const { app } = player.server;
  const at = player.clock.now();
  const predictor = app.region.tidePredictor(app.region.mainTideStationId);
  const periodic = app.lists.listSensors().filter((sensor) => sensor.updateContract === 'periodic' && !toldIds.has(sensor.id));
  const readings = periodic.map((sensor) => ({
    sensorId: sensor.id,
    value: player.heldValues.get(sensor.id) ?? gaugeValue(sensor, at, { tideHeightM: (when) => predictor.heightM(when) }),
    observedAt: isoFromInstant(at),
  }));
  await app.services.takeReadings(PLAY_SENSORS.id, readings);
}
