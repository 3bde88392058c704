// 选址的文字：拒绝、所作的假定、结果核对。
import type { Messages } from '../types.ts';

export const siting = {
  SITING_FILE_WRONG: { happened: '第 {lineIndex} 行不符合 {format} 格式：{detail}。', means: '文件没有完全读懂，没有计算。', next: '请改正文件，或换用其他格式：OR-Library pmed 或 cap、CSV、JSON。' },
  SITING_INPUT_WRONG: { happened: '{name} 为 {given}。', means: '超出 {low} 至 {high}，结果没有意义，没有计算。', next: '请改正该数字。' },
  SITING_ID_TWICE: { happened: '编号 {id} 出现了两次。', means: '结果会说不清指哪一个。', next: '每个库址、每个需求点只给一次。' },
  SITING_ID_UNKNOWN: { happened: '没有库址或需求点 {id}。', means: '为免漏掉要求，没有计算。', next: '请使用文件中的编号。' },
  SITING_OPTION_MISSING: { happened: '{model} 需要给出 {option}。', means: '该项没有可以假定的合理数值。', next: '请补充。' },
  SITING_OPTION_NOT_HERE: { happened: '{model} 不支持 {option}。', means: '若悄悄略去，答的就是另一个问题。', next: '请去掉该项，或换一种选址方式。' },
  SITING_COUNT_WRONG: { happened: '要求 {siteCount} 个库址；已有 {existingCount} 个，可用 {usableCount} 个。', means: '没有这个数目的选法。', next: '请给出两者之间的数目。' },
  SITING_OUT_OF_REACH: { happened: '{demandCount} 个需求点在 {reach} 以内没有可用库址：{demandIds}。', means: '无论怎样选，它们都覆盖不到。', next: '请放宽范围，在附近增加备选库址，或改求最大覆盖。' },
  SITING_TOO_FEW_SITES: { happened: '没有找到能服务全部需求的 {siteCount} 个库址；{demandCount} 个需求点落空：{demandIds}。', means: '问题在于库址数目，不在于范围。', next: '请增加库址数目，或改求最大覆盖。' },
  SITING_BACKUP_MISSING: { happened: '{demandCount} 个需求点没有经独立通道到达的第二个库址：{demandIds}。', means: '无论怎样选，一座桥封闭或一个库失效就会使其断援。', next: '请增加经其他通道可达的备选库址，或改求尽量有后备的最大覆盖（mclp）。' },
  SITING_CAPACITY_SHORT: { happened: '需求合计 {demandTotal}；容量最大的 {siteCount} 个可用库址合计 {capacityTotal}。', means: '任何选法都不能服务全部需求。', next: '请增加库址数目、扩大容量，或改求最大覆盖。' },
  SITING_CAPACITY_OUT_OF_REACH: { happened: '{demandCount} 个需求点合计 {demandTotal}，能到达的容量只有 {capacityTotal}：{demandIds}。', means: '总量够，但不在需要的地方。', next: '请扩大附近库址、放宽范围，或在当地增加备选库址。' },
  SITING_ASSUMED_DEMAND_SPLITS: '一处需求可由多个库址分担',
  SITING_ASSUMED_WEIGHT_ONE: '没有给出权重：每个需求点按 1 计',
  SITING_ASSUMED_COUNT_FROM_FILE: '库址数目取自文件：{siteCount}',
  SITING_ASSUMED_CAPACITY_OPEN: '文件没有给出容量：按不限计',
  SITING_ASSUMED_BLOCKED_HOURS: '{pairCount} 条通道在部分时段不通；这些时段按不能到达计',
  SITING_ASSUMED_WEIGHTS_UNUSED: '{demandCount} 个权重在距离表中没有对应的需求点，未使用',
  SITING_ASSUMED_NO_SITE_VALUES: '没有计算每个库址的价值：时间已用完，或此问题没有这一数字',
  SITING_FAULT: '结果核对：{place}，{what}：应为 {expected}，实为 {found}',
} as const satisfies Messages;
