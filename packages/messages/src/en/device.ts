// Sentences about devices.
import type { Messages } from '../types.ts';

export const device = {
  DEVICE_UNKNOWN: { happened: 'There is no device {id}.', means: 'No device was changed.', next: 'Reload the list of devices and try again.' },
  DEVICE_ID_TAKEN: { happened: 'The device id {id} was given already.', means: 'No device was made. An id is given only once, also when its device was revoked.', next: 'Choose another id.' },
  DEVICE_ID_UNREADABLE: { happened: 'The device id "{id}" does not fit.', means: 'No device was made.', next: 'Use 2 to 60 small letters, digits, dots, hyphens or underscores, beginning with a letter or digit.' },
  DEVICE_NAME_MISSING: { happened: 'The name of the device is missing in Chinese or in English.', means: 'No device was made.', next: 'Give both names.' },
  DEVICE_BINDING_MISSING: { happened: 'It is not said which sensors the device may write.', means: 'No device was made.', next: 'Name its sensors, or a prefix of at least {lengthCountMin} characters.' },
  DEVICE_SENSOR_UNKNOWN: { happened: 'There is no sensor {sensorId} in the register.', means: 'No device was made.', next: 'Enter the sensor in the register first, or correct its id.' },
  DEVICE_REVOKED: { happened: 'The device {id} was revoked.', means: 'Nothing that it sends is taken.', next: 'If it shall send again, make a new device and put its token into the instrument.' },
} as const satisfies Messages;
