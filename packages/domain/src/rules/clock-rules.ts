// Reporting clocks in force, as data. Where a text says "at once" the minutes are a house setting and
// say so. Nobody has verified these for a jurisdiction yet: every clock shows as unverified until a
// region pack names who checked it and when. Local rules differ widely: a region pack lays its own over
// these (mergeRuleBooks); provincial and city clocks belong there.

import { instant } from '@anlan/kernel';
import type { ClockRule } from './types.ts';

const PRODUCTION_KINDS = ['oil-spill', 'hazmat-leak', 'gas-leak', 'fire', 'explosion', 'vessel-accident'];
const ENVIRONMENT_KINDS = ['oil-spill', 'hazmat-leak'];
const SHIP_KINDS = ['oil-spill', 'vessel-accident'];

const UNVERIFIED = { verifiedBy: null, verifiedOn: null } as const;
const IN_FORCE_SINCE_2007 = { validFromAt: instant('2007-06-01T00:00:00+08:00'), validToAt: null } as const;

const PRODUCTION = {
  ruleSetId: 'cn-493', ruleSetVersion: '2007', jurisdiction: 'CN', channel: 'phone-or-written', replacesRuleIds: [],
  sourceText: '《生产安全事故报告和调查处理条例》（国务院令第493号，2007）', confidence: 'verified', ...IN_FORCE_SINCE_2007, ...UNVERIFIED,
} as const;

/** 493 §9: the unit's head tells the county-level departments within 1 h. */
const unitToCounty: ClockRule = {
  ...PRODUCTION, id: 'cn-493-9-unit', cite: '国务院令第493号 第九条', allowedMinutes: 60, allowedBasis: 'rule',
  titles: { zh: '事故单位报县级部门', en: 'Unit to county departments' },
  trigger: { kind: 'opened', incidentKindCodes: PRODUCTION_KINDS },
  recipientRole: 'county-emergency', recipientTitles: { zh: '县（区）应急管理部门', en: 'County emergency bureau' },
};

/** 493 §10–11: at most 2 h for each level; the first department to the city. */
const countyToCity: ClockRule = {
  ...PRODUCTION, id: 'cn-493-11-city', cite: '国务院令第493号 第十、十一条', allowedMinutes: 120, allowedBasis: 'rule',
  titles: { zh: '逐级上报至设区的市', en: 'Upward to the city' },
  trigger: { kind: 'opened', incidentKindCodes: PRODUCTION_KINDS },
  recipientRole: 'city-emergency', recipientTitles: { zh: '市应急管理局', en: 'City emergency bureau' },
};

/** 493 §10–11: 较大 and above to the province, two levels of 2 h. */
const toProvince: ClockRule = {
  ...PRODUCTION, id: 'cn-493-11-province', cite: '国务院令第493号 第十、十一条', allowedMinutes: 240, allowedBasis: 'rule',
  titles: { zh: '较大以上事故上报至省', en: 'Relatively large and above, to the province' },
  trigger: { kind: 'grade', ruleSetIds: ['cn-493'], gradeIndexMax: 3, incidentKindCodes: null },
  recipientRole: 'province-emergency', recipientTitles: { zh: '省应急管理厅', en: 'Provincial emergency department' },
};

/** 493 §10–11: 重大 and above to the State Council bodies, three levels of 2 h. */
const toStateCouncil: ClockRule = {
  ...PRODUCTION, id: 'cn-493-11-state', cite: '国务院令第493号 第十、十一条', allowedMinutes: 360, allowedBasis: 'rule',
  titles: { zh: '重大以上事故上报至国务院部门', en: 'Major and above, to the State Council bodies' },
  trigger: { kind: 'grade', ruleSetIds: ['cn-493'], gradeIndexMax: 2, incidentKindCodes: null },
  recipientRole: 'state-council', recipientTitles: { zh: '国务院有关部门', en: 'State Council bodies' },
};

/** The ship-pollution rule asks for a report at once to the nearest maritime authority; minutes are ours. */
const maritimePhone: ClockRule = {
  id: 'cn-ship-pollution-phone', ruleSetId: 'cn-ship-pollution', ruleSetVersion: '2010', cite: '防治船舶污染海洋环境管理条例（立即就近报告海事管理机构）',
  titles: { zh: '立即电话报告海事（12395）', en: 'Phone the maritime authority at once (12395)' }, jurisdiction: 'CN',
  trigger: { kind: 'opened', incidentKindCodes: SHIP_KINDS }, allowedMinutes: 15, allowedBasis: 'house', channel: 'phone',
  recipientRole: 'maritime-authority', recipientTitles: { zh: '海事管理机构', en: 'Maritime safety authority' }, replacesRuleIds: [],
  validFromAt: instant('2010-03-01T00:00:00+08:00'), validToAt: null, confidence: 'likely', ...UNVERIFIED,
  sourceText: '《防治船舶污染海洋环境管理条例》（国务院令第561号，2010）；15 分钟为本平台盯办设置，条文只写“立即”',
};

const ENVIRONMENT = {
  ruleSetId: 'cn-environment-reporting', ruleSetVersion: '2011', cite: '环境保护部令第17号 第三条', jurisdiction: 'CN', allowedBasis: 'rule',
  channel: 'phone-or-written', validFromAt: instant('2011-05-01T00:00:00+08:00'), validToAt: null, confidence: 'likely', ...UNVERIFIED,
  sourceText: '《突发环境事件信息报告办法》（环境保护部令第17号，2011）',
} as const;

/** Order 17 §3: 一般 and 较大 (and while the grade is not known) within 4 h. */
const environmentFourHours: ClockRule = {
  ...ENVIRONMENT, id: 'cn-environment-4h', allowedMinutes: 240, replacesRuleIds: [],
  titles: { zh: '突发环境事件信息报告（4小时）', en: 'Environmental event report (4 h)' },
  trigger: { kind: 'opened', incidentKindCodes: ENVIRONMENT_KINDS },
  recipientRole: 'city-ecology', recipientTitles: { zh: '市政府和市生态环境局上级部门', en: 'City government and the ecology department above' },
};

/** Order 17 §3: 重大 and 特别重大 within 2 h, to the own government and the province, copy to the ministry. */
const environmentTwoHours: ClockRule = {
  ...ENVIRONMENT, id: 'cn-environment-2h', allowedMinutes: 120, replacesRuleIds: ['cn-environment-4h'],
  titles: { zh: '重大以上突发环境事件信息报告（2小时）', en: 'Major environmental event report (2 h)' },
  trigger: { kind: 'grade', ruleSetIds: ['cn-environment'], gradeIndexMax: 2, incidentKindCodes: null },
  recipientRole: 'province-ecology', recipientTitles: { zh: '市政府和省生态环境厅，抄报生态环境部', en: 'City government and provincial ecology department, copy to the ministry' },
};

/** The 2006 general plan asked for 4 h; the plan of 2025-02-25 replaced it, so it only reads old incidents. */
const generalPlan2006: ClockRule = {
  id: 'cn-general-plan-4h', ruleSetId: 'cn-general-plan', ruleSetVersion: '2006', cite: '国家突发公共事件总体应急预案（2006）', jurisdiction: 'CN',
  titles: { zh: '重大以上事件报国务院（4小时）', en: 'Major event to the State Council (4 h)' },
  trigger: { kind: 'grade', ruleSetIds: ['cn-493', 'cn-environment'], gradeIndexMax: 2, incidentKindCodes: null },
  allowedMinutes: 240, allowedBasis: 'rule', channel: 'phone-or-written', recipientRole: 'state-council',
  recipientTitles: { zh: '国务院', en: 'State Council' }, replacesRuleIds: [],
  validFromAt: instant('2006-01-08T00:00:00+08:00'), validToAt: instant('2025-02-25T00:00:00+08:00'), confidence: 'likely', ...UNVERIFIED,
  sourceText: '国发〔2005〕11号；由2025年2月25日《国家突发事件总体应急预案》取代',
};

export const nationalClockRules: readonly ClockRule[] = [
  maritimePhone, unitToCounty, countyToCity, toProvince, toStateCouncil,
  environmentFourHours, environmentTwoHours, generalPlan2006,
];
