import { describe, expect, it } from 'vitest';
import { makeI18n } from '../../i18n/i18n.tsx';
import { planCsv } from './plan-csv.ts';
import { at, plan, planOption } from './plan-for-tests.ts';

const marks = { realm: 'drill-1', mode: 'demonstration' as const, simulated: true, indicative: true, knownAt: at(5), exportedAt: at(5) };
const names = { nameOf: (_registerId: string, id: string) => id, said: (note: { code: string }) => `said ${note.code}` };
const csvOf = (given: Parameters<typeof planCsv>[0]) => planCsv(given, planOption(), { i18n: makeI18n('zh-CN'), zone: 'Asia/Shanghai', names, marks }).split('\r\n');

describe('the plan as a table', () => {
  it('begins with what it is: drill, demonstration, simulated, indicative, as known when', () => {
    const lines = csvOf(plan());
    expect(lines[0]).toBe('\uFEFF标记,演练 · 演示环境 · 模拟 · 示意');
    expect(lines.slice(1, 3)).toEqual(['数据域,drill-1', '运行方式,demonstration']);
    expect(lines[3]).toContain('2026-11-26 13:05:00');
  });

  it('ends with what stays unmet and what it assumes', () => {
    const lines = csvOf(plan({ assumed: [{ code: 'ASSUMED_WIND', params: {} }] }));
    const unmet = lines.indexOf('仍然缺');
    expect(lines[unmet + 2]).toBe('围油栏,2026-11-26 15:00:00,400,100,m');
    expect(lines[lines.indexOf('假设') + 1]).toBe('said ASSUMED_WIND');
  });
});
