// Sentences of the MQTT door.
import type { Messages } from '../types.ts';

export const mqtt = {
  MQTT_PAYLOAD_UNREADABLE: { happened: 'The message on topic {topic} cannot be read: {detail}.', means: 'Its readings were not saved; it was counted.', next: "Check the device's JSON." },
  MQTT_PAYLOAD_TOO_LARGE: { happened: 'The message on topic {topic} has {sizeBytes} bytes, more than {sizeBytesMax}.', means: 'It was not saved; it was counted.', next: 'Send the readings in several batches.' },
  MQTT_TOPIC_UNKNOWN: { happened: 'There is no topic {topic}.', means: 'The message was not saved; it was counted.', next: 'Publish to anlan/v1/readings or anlan/v1/readings/<sensor id>.' },
  MQTT_RETAINED_REFUSED: { happened: 'A retained message on topic {topic} is not taken.', means: 'It was not saved; it was counted.', next: 'Publish readings without the retain flag.' },
  MQTT_READINGS_NOT_KEPT: { happened: 'Readings from the outside broker could not be stored ({detail}).', means: 'They were counted as lost.', next: 'Look at the state of the database.' },
  MQTT_PORT_UNAVAILABLE: { happened: 'The MQTT port {port} cannot be opened.', means: 'Sensors cannot connect by MQTT for now.', next: 'Stop the program that uses it, or choose another with ANLAN_MQTT_PORT.' },
} as const satisfies Messages;
