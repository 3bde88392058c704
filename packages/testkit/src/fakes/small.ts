// Artefacts and sensors in memory.

import type { ArtefactStore, Sensor, SensorList } from '@anlan/domain';
import { sha256HexOfBytes } from '@anlan/kernel';

export function createFakeArtefacts(): ArtefactStore {
  const kept = new Map<string, { readonly bytes: Uint8Array; readonly mediaType: string }>();
  return {
    put(bytes, mediaType) {
      const artefactId = `sha256-${sha256HexOfBytes(bytes)}`;
      if (!kept.has(artefactId)) kept.set(artefactId, { bytes: bytes.slice(), mediaType });
      return Promise.resolve(artefactId);
    },
    get(artefactId) {
      const found = kept.get(artefactId);
      return Promise.resolve(found === undefined ? undefined : { bytes: found.bytes.slice(), mediaType: found.mediaType });
    },
  };
}

export function createFakeSensorList(sensors: readonly Sensor[]): SensorList {
  const byId = new Map(sensors.map((sensor) => [sensor.id, sensor]));
  return { findSensor: (sensorId) => byId.get(sensorId), listSensors: () => [...byId.values()] };
}
