// The doors that devices knock at: AIS over TCP and UDP, sensors over MQTT. Each has a source of its
// own; what comes in is stored before it is acknowledged, and what is refused is counted by code.

import { openAisTcpServer, openAisUdpDoor } from '@anlan/adapter-ais';
import type { AisDoor } from '@anlan/adapter-ais';
import { startMqttListener } from '@anlan/adapter-mqtt';
import type { MqttListener } from '@anlan/adapter-mqtt';
import type { IngestCount, SignalSource, VesselState } from '@anlan/domain';
import { AdapterError } from '@anlan/kernel';
import type { App } from '../app.ts';
import { AIS_TCP, AIS_UDP, SIMULATED_AIS } from '../sources.ts';

export interface Doors {
  readonly aisTcpPort: number | undefined;
  readonly aisUdpPort: number | undefined;
  readonly mqttPort: number | undefined;
  /** Ends the live connections of a device that was revoked. */
  closeDevice(deviceId: string): void;
  /** What the decoders refused, before the signal stage saw it. */
  counts(): readonly IngestCount[];
  close(): Promise<void>;
}

export async function openDoors(app: App): Promise<Doors> {
  const { config } = app;
  const opened: AisDoor[] = [];
  const tcp = config.aisTcpPort === 'off' ? undefined
    : await openAisTcpServer({ host: config.doorHost, port: config.aisTcpPort, sourceId: AIS_TCP.id, clock: app.clock, onStates: (states) => takeStates(app, AIS_TCP, states) });
  if (tcp !== undefined) opened.push(tcp);
  const udp = config.aisUdpPort === 'off' ? undefined
    : await openAisUdpDoor({ host: config.doorHost, port: config.aisUdpPort, sourceId: AIS_UDP.id, clock: app.clock, onStates: (states) => takeStates(app, AIS_UDP, states) });
  if (udp !== undefined) opened.push(udp);
  const mqtt = config.mqttPort === 'off' ? undefined : await openMqtt(app, config.mqttPort);
  return {
    aisTcpPort: tcp?.port,
    aisUdpPort: udp?.port,
    mqttPort: mqtt?.port,
    closeDevice: (deviceId) => void mqtt?.closeDevice(deviceId),
    counts: () => opened.map((door) => door.counts()),
    async close() {
      await Promise.all([...opened.map((door) => door.close()), mqtt?.stop()]);
    },
  };
}

/** Ships of a simulated feed are counted under their own source, through whichever door they came. */
export async function takeStates(app: App, door: SignalSource, states: readonly VesselState[]): Promise<void> {
  const simulated = states.filter((state) => state.simulated);
  const real = states.filter((state) => !state.simulated);
  await takeInChunks(app, door, real);
  await takeInChunks(app, SIMULATED_AIS, simulated.map((state) => ({ ...state, sourceId: SIMULATED_AIS.id })));
}

/** After an outage much waits at once: it is handed over in batches that the signal stage takes. */
async function takeInChunks(app: App, source: SignalSource, states: readonly VesselState[]): Promise<void> {
  for (let from = 0; from < states.length; from += CHUNK_COUNT) {
    const taken = await app.services.takeVesselStates(source, states.slice(from, from + CHUNK_COUNT));
    if (!taken.ok) throw new AdapterError(taken.refusal.code, { retryable: false, params: taken.refusal.params });
  }
}

const CHUNK_COUNT = 2000;

function openMqtt(app: App, port: number): Promise<MqttListener> {
  return startMqttListener({
    host: app.config.doorHost,
    port,
    async authenticate(userName, password) {
      const device = await app.devices.findByToken(password);
      return device?.id === userName ? { id: device.id, sourceId: device.sourceId } : undefined;
    },
    isOpen: async (deviceId) => (await app.devices.findOpen(deviceId)) !== undefined,
    onRefused: (sourceId, refusal) => app.ingest.count(sourceId, { acceptedCount: 0, refusedCodes: [refusal.code], at: app.clock.now() }),
    async onReadings(device, readings) {
      const answered = await app.devices.take(device.id, readings);
      // A whole batch that is refused would be refused again: it is acknowledged and told, not sent for ever.
      if (!answered.ok) return answered.refusal.code === 'DEVICE_REVOKED' ? 'closed' : { acceptedCount: 0, refused: [{ index: -1, ...answered.refusal }] };
      const { accepted, refused } = answered.value;
      return { acceptedCount: accepted.length, refused: refused.map(({ itemIndex, refusal }) => ({ index: itemIndex, ...refusal })) };
    },
  });
}
