// Sensors and alert rules as the signal and alert stages want them: read from their registers,
// kept in memory, read again when a record of either register changes.

import type { AlertRule, RecordBody, Realm, Sensor, SensorList, Titles, ViewStore } from '@anlan/domain';
import type { LonLat } from '@anlan/kernel';

export interface RegisterLists extends SensorList {
  listRules(): readonly AlertRule[];
  rulesOfSensor(sensorId: string): readonly AlertRule[];
  reload(): Promise<void>;
}

export function createRegisterLists(views: ViewStore, realm: Realm): RegisterLists {
  let sensors = new Map<string, Sensor>();
  let rules: readonly AlertRule[] = [];
  let rulesBySensor = new Map<string, AlertRule[]>();
  return {
    findSensor: (sensorId) => sensors.get(sensorId),
    listSensors: () => [...sensors.values()],
    listRules: () => rules,
    rulesOfSensor: (sensorId) => rulesBySensor.get(sensorId) ?? [],
    async reload() {
      const sensorRecords = await recordsOf(views, realm, 'sensors');
      sensors = new Map(sensorRecords.filter(({ state }) => state !== 'not-connected').map((record) => [record.id, sensorOf(record)]));
      rules = (await recordsOf(views, realm, 'alert-rules')).filter(({ state }) => state !== 'off').map(ruleOf);
      rulesBySensor = new Map();
      for (const rule of rules) rulesBySensor.set(rule.sensorId, [...(rulesBySensor.get(rule.sensorId) ?? []), rule]);
    },
  };
}

/** Records of a register that are not put away. */
export async function recordsOf(views: ViewStore, realm: Realm, registerId: string): Promise<readonly RecordBody[]> {
  const found = await views.list<RecordBody>({ realm, kind: 'record', idPrefix: `${registerId}/` });
  return found.map((view) => view.body).filter((body) => !body.archived).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function sensorOf({ id, values }: RecordBody): Sensor {
  return {
    id,
    titles: values['name'] as Titles,
    quantity: values['quantity'] as string,
    unitCode: values['unitCode'] as string,
    position: values['position'] as LonLat,
    ...(typeof values['facilityId'] === 'string' ? { facilityId: values['facilityId'] } : {}),
    updateContract: values['updateContract'] as Sensor['updateContract'],
    staleAfterS: values['staleAfterS'] as number,
    validMinValue: values['validMinValue'] as number,
    validMaxValue: values['validMaxValue'] as number,
    simulated: values['simulated'] as boolean,
  };
}

function ruleOf({ id, values }: RecordBody): AlertRule {
  return {
    id,
    sensorId: values['sensorId'] as string,
    titles: values['name'] as Titles,
    comparison: values['comparison'] as AlertRule['comparison'],
    thresholdValue: values['thresholdValue'] as number,
    clearValue: values['clearValue'] as number,
    persistenceS: values['persistenceS'] as number,
    urgencyIndex: values['urgencyIndex'] as AlertRule['urgencyIndex'],
    acknowledgeWithinS: values['acknowledgeWithinS'] as number,
    incidentKindCode: values['incidentKindCode'] as string,
    sourceText: values['sourceText'] as string,
  };
}
