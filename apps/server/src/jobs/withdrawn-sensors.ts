// What is recorded beside the change of a record: for sensors the alert that a watch was taken away.

import { alertsOfSensorChange } from '@anlan/domain';
import type { AlertBelonging, RegisterDeps } from '@anlan/domain';

export const withdrawnSensors = (belonging: AlertBelonging): NonNullable<RegisterDeps['alongside']> => async (register, before, events, context) =>
  (register.id === 'sensors' ? alertsOfSensorChange(belonging, before, events, context) : []);
