import { describe, expect, it } from 'vitest';
import { evidenceLines, provedCount, readableParams, sortRecords } from './indicator-words.ts';

const record = (recordId: string, zh: string, counted: boolean) => ({ registerId: 'enterprises', recordId, titles: { zh, en: recordId }, counted, why: { code: 'INDUSTRY_SALES_ABOVE', params: {} } });
const RECORDS = [record('b', '海安', false), record('a', '海安装备', true), record('c', '波澜', true)];

describe('targets in words', () => {
  it('S-209: evidence leads back to the record that it names, the longest name winning', () => {
    const [line, other] = evidenceLines({ records: RECORDS, evidence: [{ text: '海安装备 2025：812000000.00 CNY', artefactId: null }, { text: '批复文件 12号', artefactId: 'sha256-1' }] }, 'zh-CN');
    expect(line?.record?.recordId).toBe('a');
    expect(line?.text).toBe('2025：812\u2009000\u2009000.00 CNY');
    expect(evidenceLines({ records: RECORDS, evidence: [{ text: '波澜 2025：1.00 CNY', artefactId: null }] }, 'en')[0]?.text).toBe('2025: 1.00 CNY');
    expect(other).toEqual({ record: undefined, text: '批复文件 12号', artefactId: 'sha256-1' });
  });

  it('S-208: a claim without a document is not a proof', () => {
    expect(provedCount({ evidence: [{ text: 'x', artefactId: null }, { text: 'y', artefactId: 'sha256-1' }] })).toBe(1);
  });

  it('counted records come first, each group by name in the reader’s language', () => {
    expect(sortRecords(RECORDS, 'zh-CN').map(({ recordId }) => recordId)).toEqual(['c', 'a', 'b']);
    expect(sortRecords(RECORDS, 'en').map(({ recordId }) => recordId)).toEqual(['a', 'c', 'b']);
  });

  it('only amounts are grouped, a year stays a year', () => {
    expect(readableParams({ year: 2025, salesCny: '576600000.00' })).toEqual({ year: 2025, salesCny: '576\u2009600\u2009000.00' });
  });
});
