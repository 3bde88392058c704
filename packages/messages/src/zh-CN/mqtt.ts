// MQTT 入口的文字。
import type { Messages } from '../types.ts';

export const mqtt = {
  MQTT_PAYLOAD_UNREADABLE: { happened: '主题 {topic} 上的消息读不懂：{detail}。', means: '这条消息里的读数没有保存，已计数。', next: '请检查设备的 JSON 格式。' },
  MQTT_PAYLOAD_TOO_LARGE: { happened: '主题 {topic} 上的消息有 {sizeBytes} 字节，超过 {sizeBytesMax}。', means: '这条消息没有保存，已计数。', next: '请把读数分成几批发送。' },
  MQTT_TOPIC_UNKNOWN: { happened: '没有 {topic} 这个主题。', means: '这条消息没有保存，已计数。', next: '请发到 anlan/v1/readings 或 anlan/v1/readings/<传感器编号>。' },
  MQTT_RETAINED_REFUSED: { happened: '主题 {topic} 上的保留消息不予接收。', means: '没有保存，已计数。', next: '请去掉 retain 标志后发布读数。' },
  MQTT_WILL_REFUSED: { happened: '连接带有主题 {topic} 的遗嘱消息，不予接收。', means: '遗嘱不会成为读数；主题属于读数时连接被拒绝。', next: '请去掉设备的遗嘱（will）设置。' },
  MQTT_CONNECTIONS_FULL: { happened: 'MQTT 入口的连接已满（上限 {limitCount}）。', means: '新的连接已关闭并计数。', next: '请检查是否有设备反复连接，或让设备合用一个连接。' },
  MQTT_CONNECT_MISSING: { happened: '有一个连接没有登录就结束或超时。', means: '连接已关闭并计数。', next: '如果是设备，请检查它是否发出 CONNECT。' },
  MQTT_LOGIN_REFUSED: { happened: '设备的编号或令牌不对。', means: '没有让它进入，已计数。', next: '请核对设备编号和令牌；令牌已失效的请重新登记设备。' },
  MQTT_PACKET_UNREADABLE: { happened: '连接上的字节不是 MQTT 3.1.1 报文（{detail}）。', means: '连接已关闭并计数。', next: '请检查设备的协议和版本。' },
  MQTT_SUBSCRIPTION_DENIED: { happened: '外部代理没有按要求（QoS 1）同意订阅 {topic}，应答码 {grantedCode}。', means: '这个主题上的读数收不到，或断线时会丢失。', next: '请在外部代理上允许本账号以 QoS 1 订阅此主题。' },
  MQTT_READINGS_NOT_KEPT: { happened: '外部代理转来的读数没有存入（{detail}）。', means: '已按丢失计数。', next: '请查看数据库状态。' },
  MQTT_PORT_UNAVAILABLE: { happened: 'MQTT 端口 {port} 打不开。', means: '传感器暂时不能经 MQTT 接入。', next: '请停掉占用它的程序，或用 ANLAN_MQTT_PORT 换一个端口。' },
} as const satisfies Messages;
