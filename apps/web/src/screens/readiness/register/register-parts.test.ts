import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldAt } from './declared.ts';
import { countRunning, runningOut } from './expiry.ts';
import { FIELDS } from './fields-for-tests.ts';
import { formatOf, rowNumber } from './import-file.ts';
import { placeProblems, problemText, problemsWithin } from './problems.ts';
import { nextSort, readSort, sortBy } from './sort.ts';
import { bestFormUnit, convert, exactQuantity, fieldQuantity, formUnits, plainNumber } from './units.ts';
import { scrollToRow, visibleRows } from './visible-rows.ts';

describe('problems at their fields', () => {
  const problems = [
    { fieldId: 'capacityM3', code: 'REGISTER_FIELD_RANGE', params: { field: 'capacityM3', min: 0, max: 10 } },
    { fieldId: 'years[1].salesFen', code: 'REGISTER_FIELD_RANGE', params: { field: 'years[1].salesFen', min: 0, max: 12_345 } },
    { fieldId: 'gone', code: 'REGISTER_FIELD_UNKNOWN', params: { field: 'gone' } },
  ];

  it('S-451: each problem stands at its own field, with the field by its title', () => {
    const placed = placeProblems(problems, FIELDS, 'zh-CN');
    expect(placed.problemCount).toBe(3);
    expect(placed.byPath.get('capacityM3')?.[0]).toContain('“容积”超出范围 0 至 10');
    expect(placed.byPath.get('years[1].salesFen')?.[0]).toContain('年度数据 第2项 · 销售收入');
    expect(placed.elsewhere[0]).toContain('gone');
  });

  it('a limit of money is told in yuan', () => {
    expect(problemText(problems[1] ?? { code: '', params: {} }, FIELDS, 'en')).toContain('123.45');
  });

  it('a problem inside a row is also known to the field that holds the row', () => {
    const placed = placeProblems(problems, FIELDS, 'en');
    expect(problemsWithin(placed, 'years')).toHaveLength(1);
    expect(problemsWithin(placed, 'year')).toHaveLength(0);
  });

  it('a type that does not fit is said as what to type', () => {
    const text = problemText({ code: 'REGISTER_FIELD_TYPE', params: { field: 'rentFen', type: 'money' } }, FIELDS, 'zh-CN');
    expect(text).toContain('年租');
    expect(text).not.toContain('money');
  });

  it('paths that lead nowhere are no field', () => {
    expect(fieldAt(FIELDS, 'years[0].nothing')).toBeUndefined();
    expect(fieldAt(FIELDS, 'years[0]')?.field.id).toBe('years');
    expect(fieldAt(FIELDS, '')).toBeUndefined();
  });
});

describe('what runs out', () => {
  const register = { expiry: [{ fieldId: 'expiresAt', remindDays: 90 }, { fieldId: 'inspectedUntilAt', remindDays: 30 }] };
  const now = Date.parse('2026-11-23T00:00:00Z');

  it('a date is past on its very instant, due inside its reminder, and the soonest comes first', () => {
    const record = { values: { expiresAt: '2027-02-21T00:00:00Z', inspectedUntilAt: '2026-11-23T00:00:00Z' } };
    expect(runningOut(register, record, now).map(({ fieldId, state }) => [fieldId, state])).toEqual([['inspectedUntilAt', 'expired'], ['expiresAt', 'due']]);
    expect(runningOut(register, { values: { expiresAt: '2027-02-21T00:00:01Z' } }, now)[0]?.state).toBe('far');
    expect(runningOut(register, { values: { expiresAt: null } }, now)).toEqual([]);
  });

  it('a record is counted once, by its soonest date', () => {
    const records = [{ values: { expiresAt: '2026-11-01T00:00:00Z', inspectedUntilAt: '2026-12-01T00:00:00Z' } }, { values: { inspectedUntilAt: '2026-12-01T00:00:00Z' } }, { values: {} }];
    expect(countRunning(register, records, now)).toEqual({ expiredCount: 1, dueCount: 1 });
  });
});

describe('the table', () => {
  it('sorts numbers as numbers and keeps what is not given last, both ways', () => {
    const items = [{ v: 10 }, { v: null }, { v: 9 }, { v: 100 }];
    expect(sortBy(items, ({ v }) => v, false, 'zh-CN').map(({ v }) => v)).toEqual([9, 10, 100, null]);
    expect(sortBy(items, ({ v }) => v, true, 'zh-CN').map(({ v }) => v)).toEqual([100, 10, 9, null]);
  });

  it('equal rows keep their order', () => {
    const items = ['b1', 'a1', 'b2', 'a2'];
    expect(sortBy(items, (item) => item.charAt(0), false, 'en')).toEqual(['a1', 'a2', 'b1', 'b2']);
  });

  it('a heading turns up, down, and back to the register’s own order', () => {
    expect(nextSort(undefined, 'name')).toBe('name');
    expect(nextSort(readSort('name'), 'name')).toBe('-name');
    expect(nextSort(readSort('-name'), 'name')).toBe('');
    expect(readSort('-')).toBeUndefined();
  });

  it('draws every row in view and never one that is not there', () => {
    fc.assert(fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 2000 }), fc.nat(5000), (scrollTopPx, heightPx, rowCount) => {
      const { firstIndex, endIndex } = visibleRows({ scrollTopPx, heightPx, rowPx: 32, rowCount });
      expect(firstIndex).toBeGreaterThanOrEqual(0);
      expect(endIndex).toBeLessThanOrEqual(rowCount);
      for (const y of [scrollTopPx, scrollTopPx + heightPx - 1]) {
        const index = Math.floor(y / 32);
        if (index < rowCount) expect(firstIndex <= index && index < endIndex).toBe(true);
      }
    }));
  });

  it('scrolls no further than needed to bring a row into view', () => {
    const view = { scrollTopPx: 320, heightPx: 320, rowPx: 32 };
    expect(scrollToRow(12, view)).toBe(320);
    expect(scrollToRow(5, view)).toBe(160);
    expect(scrollToRow(20, view)).toBe(352);
  });
});

describe('units and files', () => {
  it('a stored duration is offered in the largest unit of which it is a whole number', () => {
    expect(bestFormUnit('s', 172_800).code).toBe('d');
    expect(bestFormUnit('s', 5400).code).toBe('min');
    expect(bestFormUnit('s', 5401).code).toBe('s');
    expect(bestFormUnit('kg', 1500).code).toBe('kg');
    expect(bestFormUnit('m/s', 10).code).toBe('m/s');
    expect(formUnits('m3')).toEqual([{ code: 'm3', factor: 1 }]);
  });

  it('what is typed in another unit is kept in the declared one: 10 kn are 5.14444… m/s', () => {
    const knot = formUnits('m/s')[1];
    expect(convert(10, knot?.factor ?? 0)).toBeCloseTo(5.144444, 6);
    expect(convert(3, 0.1)).toBe(0.3);
  });

  it('quantities are shown with every digit', () => {
    expect(exactQuantity(1234.5, 'm3', 'zh-CN')).toBe('1\u2009234.5\u2009m³');
    expect(exactQuantity(900, 's', 'zh-CN')).toBe('15 分');
    expect(exactQuantity(172_800, 's', 'en')).toBe('2 days');
    expect(exactQuantity(5401, 's', 'zh-CN')).toBe('5\u2009401\u2009秒');
    expect(exactQuantity(7.2, 'm/s', 'en')).toBe('7.2\u2009m/s (14\u2009kn)');
    expect(fieldQuantity({ id: 'yearIndex', unitCode: null }, 2025, 'en')).toBe('2025');
    expect(plainNumber(0.0000001)).toBe('0.0000001');
  });

  it('a file tells its format by its name, and its rows as that file numbers them', () => {
    expect([formatOf('a.CSV'), formatOf('b.xlsx'), formatOf('c.geojson'), formatOf('d.pdf')]).toEqual(['csv', 'xlsx', 'geojson', undefined]);
    expect([rowNumber('csv', 0), rowNumber('geojson', 0)]).toEqual([2, 1]);
  });
});
