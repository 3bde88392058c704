// 区域包的文字。
import type { Messages } from '../types.ts';

export const region = {
  ZHOUSHAN_DATA_UNREADABLE: {
    happened: '舟山区域包的文件 {file} 缺失或损坏。',
    means: '区域包无法载入，依赖它的内容都不显示。',
    next: '请从发布包恢复该文件，或用区域包说明中的脚本重新生成。',
  },
  ZHOUSHAN_CURRENT_INDICATIVE: '示意潮流，按岙山外平均大潮落潮 {speedMps} 米/秒标定；未载入实测或业务化潮流。',
  ZHOUSHAN_CURRENT_NO_DEPTHS: '未载入水深：流场按等深求解，主要航道的深槽为推测，流速按开阔水域 {referenceM} 米的均衡水深换算。',
  ZHOUSHAN_CURRENT_SLACK_LAG: '假定高、低潮后 {minutes} 分钟转流，全区同时。',
  ZHOUSHAN_CURRENT_ASYMMETRY: '假定全区涨潮流比落潮流更强、历时更长，相差为平均大潮流速的 {residualRatio} 倍的恒定部分；实际差别因地而异。',
  ZHOUSHAN_TIDE_INDICATIVE: '潮汐常数为示意值，可能差一小时；请填写本站常数。',
} as const satisfies Messages;
