// What is recorded beside the change of a record: for sensors the alert that a watch was taken away.

import { alertsOfSensorChange } from '@anlan/domain';
import type { RegisterDeps } from '@anlan/domain';

export const withdrawnSensors: NonNullable<RegisterDeps['alongside']> = (register, before, events, context) =>
  (register.id === 'sensors' ? alertsOfSensorChange(before, events, context) : []);
