// 规则表的文字。
import type { Messages } from '../types.ts';

export const rules = {
  RULES_DOUBLED: {
    happened: '规则“{id}”出现了两次。',
    means: '规则表没有启用，避免按错的规则定级或计时。',
    next: '请删去重复的一条后重新启动。',
  },
  RULES_ROW_UNORDERED: {
    happened: '规则集 {ruleSetId} 的 {criterion} 一行，界限没有从高到低排列。',
    means: '规则表没有启用，避免定错等级。',
    next: '请对照原文改正这一行。',
  },
  RULES_CLOCK_UNREADABLE: {
    happened: '报告时限“{id}”写得不完整或自相矛盾。',
    means: '规则表没有启用，避免漏计时限。',
    next: '请核对分钟数、被替代的时限、等级规则以及核验人和日期。',
  },
} as const satisfies Messages;
