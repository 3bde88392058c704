// The only door of the MQTT adapter.
export { ANSWERS_TOPIC, decodePayload, READINGS_TOPIC } from './decode-payload.ts';
export { mqttErrors } from './errors.ts';
export { startMqttListener } from './listener.ts';
export type { Device, MqttListener, MqttListenerOptions, ReadingsAnswer } from './listener.ts';
export { startMqttSubscriber } from './subscriber.ts';
export type { MqttSubscriber, MqttSubscriberOptions } from './subscriber.ts';
