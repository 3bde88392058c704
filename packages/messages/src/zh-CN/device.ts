// 设备的文字。
import type { Messages } from '../types.ts';

export const device = {
  DEVICE_UNKNOWN: { happened: '没有编号为 {id} 的设备。', means: '没有设备被改动。', next: '请刷新设备列表再试。' },
  DEVICE_ID_TAKEN: { happened: '设备编号 {id} 已经用过。', means: '没有新建设备。一个编号只给一次，设备停用后也不再给。', next: '请换一个编号。' },
  DEVICE_ID_UNREADABLE: { happened: '设备编号“{id}”不合要求。', means: '没有新建设备。', next: '请用 2 到 60 个小写字母、数字、点、短横或下划线，以字母或数字开头。' },
  DEVICE_NAME_MISSING: { happened: '缺中文或英文设备名称。', means: '没有新建设备。', next: '请两种都填。' },
  DEVICE_BINDING_MISSING: { happened: '没有说明设备可以写哪些传感器。', means: '没有新建设备。', next: '请列出传感器，或给出至少 {lengthCountMin} 个字符的编号前缀。' },
  DEVICE_SENSOR_UNKNOWN: { happened: '名录里没有传感器 {sensorId}。', means: '没有新建设备。', next: '请先在名录里登记，或改正编号。' },
  DEVICE_REVOKED: { happened: '设备 {id} 已停用。', means: '它发来的一律不收。', next: '若要恢复上报，请新建设备，把新令牌装进仪器。' },
} as const satisfies Messages;
