// 内核的文字。
import type { Messages } from '../types.ts';

export const kernel = {
  KERNEL_FORMULA_INPUT_WRONG: {
    happened: '公式 {formulaId} 的输入 {name} 为 {given}。',
    means: '要求为 {expected}，没有计算。',
    next: '请改正该输入；用 `anlan calc describe {formulaId}` 可查看名称、单位和范围。',
  },
  KERNEL_INSTANT_UNREADABLE: {
    happened: '时间“{text}”读不懂。',
    means: '没有带时区的时间不能用于时限和记录。',
    next: '请用带 Z 或 +08:00 的时间，例如 2026-11-23T09:30:00Z。',
  },
  KERNEL_POSITION_OUT_OF_RANGE: {
    happened: '坐标（经度 {lonDeg}，纬度 {latDeg}）超出范围。',
    means: '这个位置不在地球上，没有记录。',
    next: '请检查经纬度是否写反或缺小数点：经度 −180…180，纬度 −90…90。',
  },
} as const satisfies Messages;
