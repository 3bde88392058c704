// MQTT 入口的文字。
import type { Messages } from '../types.ts';

export const mqtt = {
  MQTT_PAYLOAD_UNREADABLE: { happened: '主题 {topic} 上的消息读不懂：{detail}。', means: '这条消息里的读数没有保存，已计数。', next: '请检查设备的 JSON 格式。' },
  MQTT_PAYLOAD_TOO_LARGE: { happened: '主题 {topic} 上的消息有 {sizeBytes} 字节，超过 {sizeBytesMax}。', means: '这条消息没有保存，已计数。', next: '请把读数分成几批发送。' },
  MQTT_TOPIC_UNKNOWN: { happened: '没有 {topic} 这个主题。', means: '这条消息没有保存，已计数。', next: '请发到 anlan/v1/readings 或 anlan/v1/readings/<传感器编号>。' },
  MQTT_RETAINED_REFUSED: { happened: '主题 {topic} 上的保留消息不予接收。', means: '没有保存，已计数。', next: '请去掉 retain 标志后发布读数。' },
  MQTT_READINGS_NOT_KEPT: { happened: '外部代理转来的读数没有存入（{detail}）。', means: '已按丢失计数。', next: '请查看数据库状态。' },
  MQTT_PORT_UNAVAILABLE: { happened: 'MQTT 端口 {port} 打不开。', means: '传感器暂时不能经 MQTT 接入。', next: '请停掉占用它的程序，或用 ANLAN_MQTT_PORT 换一个端口。' },
} as const satisfies Messages;
