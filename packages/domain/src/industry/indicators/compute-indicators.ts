// The targets of the opinions, computed from records, each with the records it counted and those it
// did not, and why. A national base is met only with an approval document dated in time (S-208);
// an enterprise counts with verified yearly sales strictly above CNY 500 million (S-209). Where the
// documents are missing the answer is "not evidenced", which is neither yes nor no.

import type { Assumption, Instant } from '@anlan/kernel';
import { addS, instant } from '@anlan/kernel';
import { recordOf } from '../../register/index.ts';
import type { RecordBody, RecordOf } from '../../register/index.ts';
import type { Titles } from '../../signal/index.ts';
import { enterprises } from '../enterprises/enterprises.ts';
import { indicators } from './indicators-register.ts';

/** `met-after-due`: reached, but only by figures of a year that ended after the due day. */
export type IndicatorStatus = 'met' | 'met-after-due' | 'not-met' | 'not-evidenced';

export interface IndicatorEvidence {
  readonly text: string;
  readonly artefactId: string | null;
}

export interface CitedRecord {
  readonly registerId: string;
  readonly recordId: string;
  readonly titles: Titles;
  readonly counted: boolean;
  readonly why: Assumption;
}

export interface IndicatorResult {
  readonly id: string;
  readonly titles: Titles;
  readonly formulaText: Titles;
  readonly unitText: Titles;
  readonly value: number | null;
  readonly targetText: Titles;
  readonly dueOn: string;
  /** End of the due day in the region's zone. */
  readonly dueAt: Instant;
  readonly clauseText: string;
  readonly status: IndicatorStatus;
  /** The year whose figures reached the target after it was due; null for every other status. */
  readonly metYearIndex: number | null;
  readonly evidence: readonly IndicatorEvidence[];
  readonly records: readonly CitedRecord[];
  readonly policyIds: readonly string[];
}

export interface IndicatorRecords {
  /** Documents that are really kept; an id that names none proves nothing. */
  readonly documentIds: ReadonlySet<string>;
  readonly indicators: readonly RecordBody[];
  readonly enterprises: readonly RecordBody[];
}

/** Sales must be above this, not at it: CNY 500,000,000.00 (舟政办发〔2018〕136号, 二). In fen. */
export const BACKBONE_SALES_FEN = 50_000_000_000;

export function computeIndicators(records: IndicatorRecords, zone: { readonly utcOffsetMinutes: number }): readonly IndicatorResult[] {
  return records.indicators
    .map((body) => recordOf(indicators, body))
    .filter((indicator) => !indicator.archived)
    .map((indicator) => {
      const { name, formulaCode, dueOn, targetCountMin, targetCountMax, clauseText } = indicator.values;
      const outcome = formulaCode === 'approved-national-bases' ? approvedBases(indicator, records.documentIds) : backboneEnterprises(indicator, records);
      const { formulaText, unitText, policyIds } = FORMULAS[formulaCode];
      const targetText = targetOf(targetCountMin, targetCountMax);
      return { id: indicator.id, titles: name, formulaText, unitText, targetText, dueOn, dueAt: endOfDay(dueOn, zone.utcOffsetMinutes), clauseText, policyIds, ...outcome };
    });
}

type Indicator = RecordOf<typeof indicators>;
type Outcome = Pick<IndicatorResult, 'value' | 'status' | 'metYearIndex' | 'evidence' | 'records'>;

function approvedBases(indicator: Indicator, documentIds: ReadonlySet<string>): Outcome {
  const { approvals, dueOn, targetCountMin, name } = indicator.values;
  const kept = (approvals ?? []).filter((approval) => documentIds.has(approval.documentId));
  const given = kept.filter((approval, i) => approval.verified === true && kept.findIndex((one) => one.verified === true && one.documentId === approval.documentId) === i);
  const inTime = given.filter((approval) => approval.approvedOn <= dueOn);
  const why: Assumption = kept.length === 0 ? { code: 'INDUSTRY_NO_APPROVAL', params: {} }
    : given.length === 0 ? { code: 'INDUSTRY_APPROVAL_UNVERIFIED', params: { count: kept.length } }
    : inTime.length === 0 ? { code: 'INDUSTRY_APPROVAL_AFTER_DUE', params: { approvedOn: given[0]?.approvedOn ?? '', dueOn } }
    : { code: 'INDUSTRY_APPROVAL_COUNTED', params: { count: inTime.length } };
  const status: IndicatorStatus = inTime.length >= targetCountMin ? 'met' : given.length === 0 ? 'not-evidenced' : 'not-met';
  const cited: CitedRecord = { registerId: 'indicators', recordId: indicator.id, titles: name, counted: inTime.length > 0, why };
  return { value: inTime.length, status, metYearIndex: null, evidence: given.map(({ title, number, documentId }) => ({ text: number === null ? title : `${title} ${number}`, artefactId: documentId })), records: [cited] };
}

function backboneEnterprises(indicator: Indicator, { enterprises: bodies, documentIds }: IndicatorRecords): Outcome {
  const firms = bodies.map((body) => recordOf(enterprises, body)).filter((firm) => !firm.archived).map((firm) => judgeFirm(firm, documentIds));
  const counted = firms.filter((firm) => firm.cited.counted);
  const proved = firms.filter((firm) => firm.evidence !== null);
  const metYearIndex = counted.length >= indicator.values.targetCountMin ? yearAfterDue(indicator, firms.map((firm) => firm.aboveByYear)) : null;
  const reached: IndicatorStatus = metYearIndex === null ? 'met' : 'met-after-due';
  const status: IndicatorStatus = counted.length >= indicator.values.targetCountMin ? reached : proved.length === 0 ? 'not-evidenced' : 'not-met';
  return { value: proved.length === 0 ? null : counted.length, status, metYearIndex, evidence: counted.flatMap((firm) => firm.evidence ?? []), records: firms.map((firm) => firm.cited) };
}

interface JudgedFirm {
  readonly cited: CitedRecord;
  readonly evidence: IndicatorEvidence | null;
  readonly aboveByYear: AboveByYear;
}

/** Whether a firm was above the line in each of its verified years that has its document, newest first. */
type AboveByYear = readonly { readonly yearIndex: number; readonly above: boolean }[];

/**
 * The first year whose figures reached the target, when that is later than the year of the due day;
 * null when the figures of that year or an earlier one already did. A firm stands in a year as its
 * newest proved figure up to that year says.
 */
function yearAfterDue(indicator: Indicator, firms: readonly AboveByYear[]): number | null {
  const dueYearIndex = Number(indicator.values.dueOn.slice(0, 4));
  const reachedBy = (yearIndex: number) => firms.filter((years) => years.find((one) => one.yearIndex <= yearIndex)?.above === true).length >= indicator.values.targetCountMin;
  if (reachedBy(dueYearIndex)) return null;
  const later = [...new Set(firms.flatMap((years) => years.map((one) => one.yearIndex)))].filter((yearIndex) => yearIndex > dueYearIndex).toSorted((a, b) => a - b);
  return later.find(reachedBy) ?? null;
}

/**
 * Judged by its newest year that the office verified, with a document that is kept. A newer figure
 * that nobody verified changes nothing; one that its owner changed after it was verified is looked
 * at again before any older year counts.
 */
function judgeFirm(firm: RecordOf<typeof enterprises>, documentIds: ReadonlySet<string>): JudgedFirm {
  const years = (firm.values.years ?? []).toSorted((a, b) => b.yearIndex - a.yearIndex);
  const year = years.find((one) => one.verified || one.changedSinceVerified === true);
  const cite = (counted: boolean, code: string, params: Assumption['params']): CitedRecord =>
    ({ registerId: 'enterprises', recordId: firm.id, titles: firm.values.name, counted, why: { code, params } });
  const unproved = (code: string, params: Assumption['params']) => ({ cited: cite(false, code, params), evidence: null, aboveByYear: [] });
  if (year === undefined) {
    const newest = years[0];
    return newest === undefined ? unproved('INDUSTRY_SALES_MISSING', {}) : unproved('INDUSTRY_SALES_UNVERIFIED', { year: newest.yearIndex });
  }
  if (!year.verified) return unproved('INDUSTRY_SALES_CHANGED', { year: year.yearIndex });
  if (year.documentId === null || !documentIds.has(year.documentId)) return unproved('INDUSTRY_SALES_NO_DOCUMENT', { year: year.yearIndex });
  const counted = year.salesFen > BACKBONE_SALES_FEN;
  const aboveByYear = years.filter((one) => one.verified && one.documentId !== null && documentIds.has(one.documentId)).map((one) => ({ yearIndex: one.yearIndex, above: one.salesFen > BACKBONE_SALES_FEN }));
  const params = { year: year.yearIndex, salesCny: cnyText(year.salesFen) };
  const evidence = { text: `${firm.values.name.zh} ${year.yearIndex}：${cnyText(year.salesFen)} CNY`, artefactId: year.documentId };
  return { cited: cite(counted, counted ? 'INDUSTRY_SALES_ABOVE' : 'INDUSTRY_SALES_NOT_ABOVE', params), evidence, aboveByYear };
}

/** Fen as yuan with two decimals, by integer arithmetic. */
export function cnyText(amountFen: number): string {
  return `${Math.floor(amountFen / 100)}.${String(amountFen % 100).padStart(2, '0')}`;
}

function endOfDay(day: string, utcOffsetMinutes: number): Instant {
  return addS(instant(`${day}T23:59:59.999Z`), -utcOffsetMinutes * 60);
}

function targetOf(minCount: number, maxCount: number | null): Titles {
  if (maxCount === null || maxCount === minCount) return { zh: `${minCount}个`, en: `${minCount}` };
  return { zh: `${minCount}至${maxCount}个`, en: `${minCount} to ${maxCount}` };
}

const FORMULAS = {
  'approved-national-bases': {
    formulaText: { zh: '批准日期不晚于期限、附有批准文件并经另一角色核实的国家级应急产业示范基地数', en: 'national demonstration bases with an approval document dated no later than the due day and verified in another role' },
    unitText: { zh: '个', en: 'bases' },
    policyIds: ['S-208'],
  },
  'backbone-enterprises': {
    formulaText: { zh: '最近一个已核实且附有证明材料的年度销售收入大于 500,000,000.00 元的企业数', en: 'enterprises whose sales in their newest year, verified with its document, are above CNY 500,000,000.00' },
    unitText: { zh: '个', en: 'enterprises' },
    policyIds: ['S-209'],
  },
} as const;
