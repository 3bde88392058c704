// What Zhejiang adds to the national reporting clocks. Practice, not text read: both clocks are shown
// as unsure until somebody of the jurisdiction has checked them and puts name and day here.

import { instant } from '@anlan/kernel';
import type { ClockRule, RuleBook } from '@anlan/domain';

const ZHEJIANG = {
  ruleSetId: 'zj-information', ruleSetVersion: 'practice-2025', jurisdiction: 'CN-33', allowedBasis: 'rule', replacesRuleIds: [],
  cite: '浙江省突发事件信息报告惯例（条文未核）',
  trigger: { kind: 'grade', ruleSetIds: ['cn-493', 'cn-ship-pollution', 'cn-water-traffic', 'cn-environment'], gradeIndexMax: 2, incidentKindCodes: null },
  recipientRole: 'province-government', recipientTitles: { zh: '浙江省人民政府总值班室', en: 'Duty office of the Zhejiang provincial government' },
  validFromAt: instant('2006-01-08T00:00:00+08:00'), validToAt: null, confidence: 'unsure', verifiedBy: null, verifiedOn: null,
  sourceText: '浙江省重大以上突发事件信息报告惯例：30分钟内电话报告、1小时内书面报告；条文未读，需由本地核实',
} as const;

const phone: ClockRule = {
  ...ZHEJIANG, id: 'zj-major-phone-30', allowedMinutes: 30, channel: 'phone',
  titles: { zh: '重大以上事件电话报省（30分钟）', en: 'Major event, by phone to the province (30 min)' },
};

const written: ClockRule = {
  ...ZHEJIANG, id: 'zj-major-written-60', allowedMinutes: 60, channel: 'written',
  titles: { zh: '重大以上事件书面报省（1小时）', en: 'Major event, in writing to the province (1 h)' },
};

/** Laid over the national book by the server at start. */
export const ruleBook: Partial<RuleBook> = { clockRules: [phone, written] };
