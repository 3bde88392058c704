// Sentences of the MQTT door.
import type { Messages } from '../types.ts';

export const mqtt = {
  MQTT_PAYLOAD_UNREADABLE: { happened: 'The message on topic {topic} cannot be read: {detail}.', means: 'Its readings were not saved; it was counted.', next: "Check the device's JSON." },
  MQTT_PAYLOAD_TOO_LARGE: { happened: 'The message on topic {topic} has {sizeBytes} bytes, more than {sizeBytesMax}.', means: 'It was not saved; it was counted.', next: 'Send the readings in several batches.' },
  MQTT_TOPIC_UNKNOWN: { happened: 'There is no topic {topic}.', means: 'The message was not saved; it was counted.', next: 'Publish to anlan/v1/readings or anlan/v1/readings/<sensor id>.' },
  MQTT_RETAINED_REFUSED: { happened: 'A retained message on topic {topic} is not taken.', means: 'It was not saved; it was counted.', next: 'Publish readings without the retain flag.' },
  MQTT_WILL_REFUSED: { happened: 'The connection brought a will on topic {topic}, which is not taken.', means: 'A will never becomes a reading; where its topic is one of readings, the connection is refused.', next: "Take the will out of the device's settings." },
  MQTT_CONNECTIONS_FULL: { happened: 'The MQTT door has no free connection (limit {limitCount}).', means: 'The new connection was closed and counted.', next: 'See whether a device connects again and again, or let devices share a connection.' },
  MQTT_CONNECT_MISSING: { happened: 'A connection ended or ran out of time without a login.', means: 'It was closed and counted.', next: 'If it is a device, see whether it sends CONNECT.' },
  MQTT_LOGIN_REFUSED: { happened: 'The id or the token of a device is wrong.', means: 'It was not let in; it was counted.', next: 'Compare id and token; where the token has ended, enrol the device anew.' },
  MQTT_PACKET_UNREADABLE: { happened: 'The bytes on a connection are no MQTT 3.1.1 packet ({detail}).', means: 'The connection was closed and counted.', next: "Check the device's protocol and version." },
  MQTT_SUBSCRIPTION_DENIED: { happened: 'The outside broker did not grant {topic} as asked (QoS 1); its code is {grantedCode}.', means: 'Readings on this topic do not arrive, or are lost when the line breaks.', next: 'Let this account subscribe to the topic with QoS 1 on the outside broker.' },
  MQTT_READINGS_NOT_KEPT: { happened: 'Readings from the outside broker could not be stored ({detail}).', means: 'They were counted as lost.', next: 'Look at the state of the database.' },
  MQTT_PORT_UNAVAILABLE: { happened: 'The MQTT port {port} cannot be opened.', means: 'Sensors cannot connect by MQTT for now.', next: 'Stop the program that uses it, or choose another with ANLAN_MQTT_PORT.' },
} as const satisfies Messages;
