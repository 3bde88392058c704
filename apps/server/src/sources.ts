// The doors' sources by name. Simulated ones say so wherever their data appear.

import type { SignalSource } from '@anlan/domain';

export const SIMULATED_AIS: SignalSource = { id: 'ais-simulated', kind: 'ais', titles: { zh: '模拟船舶', en: 'Simulated ships' }, simulated: true };
export const SIMULATED_GAUGES: SignalSource = { id: 'mqtt-simulated', kind: 'sensor', titles: { zh: '模拟仪表', en: 'Simulated gauges' }, simulated: true };
export const simulatedSources: readonly SignalSource[] = [SIMULATED_AIS, SIMULATED_GAUGES];

export const AIS_TCP: SignalSource = { id: 'ais-tcp', kind: 'ais', titles: { zh: 'AIS（TCP）', en: 'AIS (TCP)' }, simulated: false };
export const AIS_UDP: SignalSource = { id: 'ais-udp', kind: 'ais', titles: { zh: 'AIS（UDP）', en: 'AIS (UDP)' }, simulated: false };
export const AIS_FILE: SignalSource = { id: 'ais-file', kind: 'ais', titles: { zh: 'AIS（文件）', en: 'AIS (file)' }, simulated: false };
export const PLAY_SENSORS: SignalSource = { id: 'play', kind: 'sensor', titles: { zh: '情景推演', en: 'Scenario' }, simulated: true };

const named: readonly SignalSource[] = [...simulatedSources, AIS_TCP, AIS_UDP, AIS_FILE, PLAY_SENSORS];

/** A source that was not declared is a device or an account that posts readings. */
export function sourceOf(sourceId: string): SignalSource {
  return named.find((source) => source.id === sourceId) ?? { id: sourceId, kind: 'sensor', titles: { zh: sourceId, en: sourceId }, simulated: false };
}
