// 潮汐模型的文字。
import type { Messages } from '../types.ts';

export const tide = {
  TIDE_NO_CONSTANTS: {
    happened: '没有给出调和常数。',
    means: '没有调和常数就没有潮位，也没有潮流。',
    next: '请至少填写该站的 M2、S2、K1、O1。',
  },
  TIDE_CONSTITUENT_UNKNOWN: {
    happened: '不认识分潮 {name}。',
    means: '悄悄略去会使潮位失真，因此没有计算。',
    next: '请改正名称，或自行略去该分潮并留下记录。',
  },
  TIDE_CONSTANT_INVALID: {
    happened: '分潮 {name} 的常数超出范围：振幅 {amplitudeM} 米，迟角 {phaseLagDeg}°。',
    means: '没有计算潮汐。',
    next: '振幅应为 0 至 10 米，迟角为格林尼治（世界时）度数；请检查单位。',
  },
  TIDE_RANGE_INVALID: {
    happened: '时段 {hours} 小时无法推算高低潮。',
    means: '没有生成潮汐表。',
    next: '结束时间应晚于开始时间，一次最多 62 天。',
  },
  TIDE_TURN_NOT_FOUND: {
    happened: '{hours} 小时内没有这样的高潮或低潮。',
    means: '无法说明距高潮几小时。',
    next: '请检查常数中是否有半日潮或全日潮。',
  },
  TIDE_SPRINGS_UNDEFINED: {
    happened: '调和常数中没有 M2 和 S2。',
    means: '潮流按平均大潮标定，这组常数无法确定大潮。',
    next: '请补充该站的 M2 和 S2。',
  },
  TIDE_GRID_INVALID: {
    happened: '网格不能使用：{what}。',
    means: '没有生成水域掩膜。',
    next: '步长应为正数，行列为整数，子格数为 2 至 16 的偶数。',
  },
  TIDE_FLOW_NOT_CONVERGED: {
    happened: '水道流场没有收敛：迭代 {iterationCount} 次后残差为 {residualRatio}。',
    means: '已存的潮流保持不变。',
    next: '请查看是否有仅以细缝连到外海的水域，或加密网格。',
  },
} as const satisfies Messages;
