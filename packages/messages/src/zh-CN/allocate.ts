// 优化调配的文字：问题不合格、需求为何满足不了、所作的假定、独立复核发现的错误。
import type { Messages } from '../types.ts';

export const allocate = {
  ALLOCATE_NUMBER_WRONG: { happened: '{place} 的 {name} 为 {given}，应为 {expected}。', means: '据此生成的方案没有意义，没有生成。', next: '请改正该数字。' },
  ALLOCATE_ID_TWICE: { happened: '编号 {id} 在 {list} 中出现两次。', means: '方案中的一行会说不清指哪一个。', next: '请为每一项给出唯一编号。' },
  ALLOCATE_REFERENCE_MISSING: { happened: '{place} 的 {name} 指向 {id}，但问题中没有它。', means: '无法用于编制方案。', next: '请补充 {id}，或改正名称。' },
  ALLOCATE_BUCKETS_WRONG: { happened: '时段终点不是从大于 0 起递增：{given}。', means: '没有可编制方案的时间。', next: '请按“距现在的秒数”给出终点，后一个晚于前一个。' },
  ALLOCATE_LENGTH_WRONG: { happened: '{place} 的 {name} 有 {given} 个数，应有 {expected} 个。', means: '有的时段没有数字，系统不会自行补上。', next: '请为每个时段给出一个数。' },
  ALLOCATE_DEMAND_FALLS: { happened: '需求 {needId} 随时间减少。', means: '需求是累计量，即到该时刻共需多少。', next: '请给出到每个时段终点的累计需求。' },
  ALLOCATE_DEADLINE_OFF: { happened: '需求 {needId} 的时限 {given} 秒不是时段终点（{expected}）。', means: '是否按时满足只能猜测。', next: '请把时限设为时段终点，或增加一个在该时刻结束的时段。' },
  ALLOCATE_UNIT_DIFFERS: { happened: '{place} 的单位是 {given}，所属对象的单位是 {expected}。', means: '数量无法相加。', next: '请统一单位。' },
  ALLOCATE_DUTY_TOO_LONG: { happened: '{itemId} 的人员将连续工作 {given} 小时。', means: '一班最多 12 小时。', next: '请改为 12 小时以内，并安排另一组轮换。' },
  ALLOCATE_PINNED_IMPOSSIBLE: { happened: '锁定的指令 {orderId} 数量 {given} 无法执行，最多 {possible}。', means: '线路已关闭、库存已无或没有空闲车辆。', next: '请把已在途的计为已到达，或解除锁定。' },
  ALLOCATE_WAY_NO_STOCK: '{needId}：缺 {shortValue} {unitCode}；没有任何一处持有可用的物资',
  ALLOCATE_WAY_NONE: '{needId}：缺 {shortValue} {unitCode}；{holderCount} 处持有，但没有一处能按时通达',
  ALLOCATE_WAY_TOO_LATE: '{needId}：{hours} 小时时缺 {shortValue} {unitCode}；最早 {firstHours} 小时后才能到达',
  ALLOCATE_WAY_NOT_CARRIED: '{needId}：{hours} 小时时缺 {shortValue} {unitCode}；有库存，但没有按时可用的车辆或码头能力',
  ALLOCATE_WAY_USED_UP: '{needId}：{hours} 小时时缺 {shortValue} {unitCode}；能按时到达的已全部用上',
  ALLOCATE_WAY_CLOSED: '线路 {laneId} 自 {fromHours} 小时起关闭：{reason}',
  ALLOCATE_ASSUMED_CARRIAGE: '{originCount} 个出发地（{name} 等）没有给出车辆：按运力不限计算',
  ALLOCATE_ASSUMED_NOT_COUNTED: '{supplierCount} 家供应方应允可能性低于 {percent}%，未计入',
  ALLOCATE_ASSUMED_ACCEPTANCE: '{supplierCount} 家社会储备供应方的应允可能性未知，按应允计算',
  ALLOCATE_FAULT: '方案复核：{place}，{what}：应为 {expected}，实为 {found}',
} as const satisfies Messages;
