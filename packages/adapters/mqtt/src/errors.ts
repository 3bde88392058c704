// What the MQTT door refuses and how it fails.
import type { ErrorCatalogue } from '@anlan/kernel';

export const mqttErrors = {
  MQTT_PAYLOAD_UNREADABLE: { kind: 'refusal', httpStatus: 400, params: ['topic', 'detail'] },
  MQTT_PAYLOAD_TOO_LARGE: { kind: 'refusal', httpStatus: 413, params: ['topic', 'sizeBytes', 'sizeBytesMax'] },
  MQTT_TOPIC_UNKNOWN: { kind: 'refusal', httpStatus: 404, params: ['topic'] },
  MQTT_RETAINED_REFUSED: { kind: 'refusal', httpStatus: 400, params: ['topic'] },
  MQTT_WILL_REFUSED: { kind: 'refusal', httpStatus: 400, params: ['topic'] },
  MQTT_CONNECTIONS_FULL: { kind: 'refusal', httpStatus: 503, params: ['limitCount'] },
  MQTT_CONNECT_MISSING: { kind: 'refusal', httpStatus: 408, params: [] },
  MQTT_LOGIN_REFUSED: { kind: 'refusal', httpStatus: 401, params: [] },
  MQTT_PACKET_UNREADABLE: { kind: 'refusal', httpStatus: 400, params: ['detail'] },
  MQTT_SUBSCRIPTION_DENIED: { kind: 'failure', httpStatus: 403, params: ['topic', 'grantedCode'] },
  MQTT_READINGS_NOT_KEPT: { kind: 'failure', httpStatus: 503, params: ['detail'] },
  MQTT_PORT_UNAVAILABLE: { kind: 'failure', httpStatus: 503, params: ['port'] },
} as const satisfies ErrorCatalogue;
