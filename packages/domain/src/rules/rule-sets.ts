// Grading tables in force in China, as data. Numbers are the rules' own, brought to SI (1 t = 1000 kg)
// and yuan. Where the text was not read the confidence says so; a region pack replaces a table by id.

import { instant } from '@anlan/kernel';
import type { CriterionRow, RuleSet } from './types.ts';

/** 生产安全事故报告和调查处理条例, State Council Order 493, §3; text read. */
export const productionAccident: RuleSet = {
  ruleSetId: 'cn-493',
  version: '2007',
  titles: { zh: '生产安全事故等级', en: 'Production-safety accident grade' },
  clause: '第三条',
  validFromAt: instant('2007-06-01T00:00:00+08:00'),
  validToAt: null,
  sourceText: '《生产安全事故报告和调查处理条例》（国务院令第493号，2007）',
  confidence: 'verified',
  criteria: [
    deaths([30, 10, 3, 1], ['deaths']),
    seriousInjuries([100, 50, 10, 1]),
    directLoss([100e6, 50e6, 10e6, 0]),
  ],
};

/** 防治船舶污染海洋环境管理条例, State Council Order 561, §36; text read. */
export const shipPollution: RuleSet = {
  ruleSetId: 'cn-ship-pollution',
  version: '2010',
  titles: { zh: '船舶污染事故等级', en: 'Ship-pollution accident grade' },
  clause: '第三十六条',
  validFromAt: instant('2010-03-01T00:00:00+08:00'),
  validToAt: null,
  sourceText: '《防治船舶污染海洋环境管理条例》（国务院令第561号，2010）',
  confidence: 'verified',
  criteria: [spilledOil([1000e3, 500e3, 100e3, 0]), directLoss([200e6, 100e6, 50e6, 0])],
};

/** 水上交通事故统计办法 (Ministry of Transport); numbers agree in secondary sources, text not read. */
export const waterTraffic: RuleSet = {
  ruleSetId: 'cn-water-traffic',
  version: '2015',
  titles: { zh: '水上交通事故等级', en: 'Water-traffic accident grade' },
  clause: '事故分级条款',
  validFromAt: instant('2015-01-01T00:00:00+08:00'),
  validToAt: null,
  sourceText: '《水上交通事故统计办法》（交通运输部，2015）',
  confidence: 'likely',
  criteria: [
    deaths([30, 10, 3, 1], ['deaths', 'missing']),
    seriousInjuries([100, 50, 10, 1]),
    spilledOil([1000e3, 500e3, 100e3, 1e3]),
    directLoss([100e6, 50e6, 10e6, 1e6]),
  ],
};

/** 国家突发环境事件应急预案, General Office 2014 No. 119, annex 1; text read. Ordinary is whatever lies below. */
export const suddenEnvironmental: RuleSet = {
  ruleSetId: 'cn-environment',
  version: '2014',
  titles: { zh: '突发环境事件分级', en: 'Sudden environmental event grade' },
  clause: '附件1',
  validFromAt: instant('2014-12-29T00:00:00+08:00'),
  validToAt: null,
  sourceText: '《国家突发环境事件应急预案》（国办函〔2014〕119号）',
  confidence: 'verified',
  criteria: [
    deaths([30, 10, 3, 1], ['deaths']),
    seriousInjuries([100, 50, 10, 1]),
    { id: 'evacuated', titles: { zh: '疏散转移人数', en: 'People evacuated' }, factCodes: ['evacuated'], unitCode: 'persons', fromValues: [50_000, 10_000, 5_000, 0] },
    directLoss([100e6, 20e6, 5e6, 0]),
    { id: 'water-source-cut', titles: { zh: '集中式饮用水水源地取水中断', en: 'Drinking-water source cut' }, factCodes: ['water-source-cut'], unitCode: 'admin-level', fromValues: [3, 2, 1, null] },
    { id: 'cross-boundary', titles: { zh: '跨行政区影响', en: 'Effect across boundaries' }, factCodes: ['cross-boundary'], unitCode: 'admin-level', fromValues: [null, 3, 2, 1] },
    { id: 'spilled-mass', titles: { zh: '进入环境的污染物', en: 'Pollutant in the environment' }, factCodes: ['spilled-mass'], unitCode: 'kg', fromValues: [null, null, null, 0] },
  ],
};

function deaths(fromValues: CriterionRow['fromValues'], factCodes: readonly string[]): CriterionRow {
  const withMissing = factCodes.includes('missing');
  const titles = withMissing ? { zh: '死亡（含失踪）人数', en: 'Dead and missing' } : { zh: '死亡人数', en: 'Deaths' };
  return { id: withMissing ? 'deaths-and-missing' : 'deaths', titles, factCodes, unitCode: 'persons', fromValues };
}

/** 重伤, including acute industrial poisoning (493 §3). */
function seriousInjuries(fromValues: CriterionRow['fromValues']): CriterionRow {
  return { id: 'serious-injuries', titles: { zh: '重伤（含急性中毒）人数', en: 'Serious injuries and acute poisonings' }, factCodes: ['serious-injuries'], unitCode: 'persons', fromValues };
}

function directLoss(fromValues: CriterionRow['fromValues']): CriterionRow {
  return { id: 'direct-loss', titles: { zh: '直接经济损失', en: 'Direct economic loss' }, factCodes: ['direct-loss'], unitCode: 'CNY', fromValues };
}

function spilledOil(fromValues: CriterionRow['fromValues']): CriterionRow {
  return { id: 'spilled-mass', titles: { zh: '溢油量', en: 'Oil spilled' }, factCodes: ['spilled-mass'], unitCode: 'kg', fromValues };
}
