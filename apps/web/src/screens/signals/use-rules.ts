// The alert rules of one sensor, read from their register: what is drawn over its chart is what the
// server judges by.

import { useQuery } from '../../api/use-query.ts';

export interface SensorRule {
  readonly id: string;
  readonly titles: { readonly zh: string; readonly en: string };
  readonly above: boolean;
  readonly thresholdValue: number;
  readonly clearValue: number;
  readonly persistenceS: number;
  readonly urgencyIndex: number;
  readonly on: boolean;
  readonly sourceText: string;
}

export function useRules(sensorId: string | undefined): readonly SensorRule[] {
  const page = useQuery('listRecords', { params: { registerId: 'alert-rules' }, query: { limit: 2000 } }, { enabled: sensorId !== undefined }).data;
  return (page?.records ?? []).filter((record) => record.values['sensorId'] === sensorId).map((record): SensorRule => ({
    id: record.id, titles: record.title, above: record.values['comparison'] === 'above', thresholdValue: Number(record.values['thresholdValue']), clearValue: Number(record.values['clearValue']),
    persistenceS: Number(record.values['persistenceS']), urgencyIndex: Number(record.values['urgencyIndex']), on: record.state === 'on', sourceText: String(record.values['sourceText'] ?? ''),
  }));
}
