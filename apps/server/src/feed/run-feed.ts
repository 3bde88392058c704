// The simulated feed of demonstration mode: it knocks at the very same AIS and MQTT doors as real
// ships and gauges, and everything it sends is marked as simulated.

import mqtt from 'mqtt';
import { isoFromInstant } from '@anlan/kernel';
import type { App } from '../app.ts';
import type { Doors } from '../doors/open-doors.ts';
import { gaugeValue } from './gauges.ts';
import { openDoor, SWEEP_MS, sweepLines } from './send.ts';
import { createUnits, trafficOf } from './ships.ts';
import type { SimulatedShip } from './ships.ts';
import type { MeasuredPath } from './tracks.ts';

export interface Feed {
  stop(): Promise<void>;
}

export async function startFeed(app: App, doors: Doors): Promise<Feed> {
  const stops = [await feedShips(app, doors), await feedGauges(app, doors)];
  return { stop: async () => void (await Promise.all(stops.map((stop) => stop()))) };
}

async function feedShips(app: App, doors: Doors): Promise<() => Promise<void>> {
  if (doors.aisTcpPort === undefined) return () => Promise.resolve();
  const socket = await openDoor({ host: app.config.doorHost, port: doors.aisTcpPort });
  const traffic: SimulatedShip[] = [];
  const paths = new Map<string, MeasuredPath | undefined>();
  const coming = trafficOf(app.region);
  const gather = setInterval(() => {
    const next = coming.next();
    if (next.done === true) clearInterval(gather);
    else traffic.push(...next.value);
  }, GATHER_EVERY_MS);
  let sweep = 0;
  const send = async (): Promise<void> => {
    const ships = [...traffic, ...(await createUnits(app, paths))];
    if (!socket.destroyed) socket.write(`${sweepLines(ships, app.clock.now(), sweep++).join('\r\n')}\r\n`);
  };
  const timer = setInterval(() => void send().catch((error: unknown) => app.note('warn', 'simulated ships', { error: String(error) })), SWEEP_MS);
  await send();
  return async () => {
    clearInterval(gather);
    clearInterval(timer);
    await new Promise<void>((resolve) => socket.end(() => resolve()));
  };
}

async function feedGauges(app: App, doors: Doors): Promise<() => Promise<void>> {
  const device = app.demonstrationDevice;
  if (doors.mqttPort === undefined || device === undefined) return () => Promise.resolve();
  const client = await mqtt.connectAsync(`mqtt://${app.config.doorHost}:${doors.mqttPort}`, { username: device.id, password: device.token });
  const predictor = app.region.tidePredictor(app.region.mainTideStationId);
  const send = async (): Promise<void> => {
    const at = app.clock.now();
    const sensors = app.lists.listSensors().filter((sensor) => sensor.simulated);
    const readings = sensors.map((sensor) => ({ sensorId: sensor.id, value: gaugeValue(sensor, at, { tideHeightM: (when) => predictor.heightM(when) }), observedAt: isoFromInstant(at) }));
    await client.publishAsync('anlan/v1/readings', JSON.stringify({ readings }), { qos: 1 });
  };
  const timer = setInterval(() => void send().catch((error: unknown) => app.note('warn', 'simulated gauges', { error: String(error) })), GAUGES_EVERY_MS);
  await send();
  return async () => {
    clearInterval(timer);
    await client.endAsync(true);
  };
}

const GAUGES_EVERY_MS = 10_000;
/** A search for a sea path takes some tens of milliseconds; between two of them the server answers. */
const GATHER_EVERY_MS = 400;
