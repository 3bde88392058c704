import { describe, expect, it } from 'vitest';
import { amount } from './amount.ts';
import { toCsv } from './csv.ts';
import { makeI18n } from '../../i18n/i18n.tsx';
import { exportMarks, markRows, markWords } from './export-marks.ts';
import { may } from './may.ts';
import { safeFileName } from './save-file.ts';

describe('CSV', () => {
  it('quotes what must be quoted, keeps null empty, and begins with a byte order mark', () => {
    expect(toCsv(['a', 'b'], [['x,y', 1.5], ['say "hi"', null], ['two\nlines', Number.NaN]])).toBe('\uFEFFa,b\r\n"x,y",1.5\r\n"say ""hi""",\r\n"two\nlines",\r\n');
  });

  it('a cell that a spreadsheet would run stays text', () => {
    expect(toCsv(['a'], [['=HYPERLINK("x")'], ['-1'], ['@cmd']])).toContain(`"'=HYPERLINK(""x"")"`);
    expect(toCsv(['a'], [['-1'], ['@cmd']])).toBe("\uFEFFa\r\n'-1\r\n'@cmd\r\n");
  });

  it('full-width signs and signs behind line breaks stay text too', () => {
    for (const text of ['＝1+1', '＋1', '－1', '＠cmd', '\n=1', '\t=1', '\r=1', ' =1']) expect(toCsv(['a'], [[text]])).toContain(`'${text}`);
    expect(toCsv(['a'], [['岸－海']])).toBe('\uFEFFa\r\n岸－海\r\n');
  });

  it('a file says first whether it is a drill, a demonstration or simulated, and as known when', () => {
    const meta = { realm: 'drill-1', mode: 'demonstration' as const, simulatedSources: [] };
    const marks = exportMarks(meta, { simulated: true, indicative: true, knownAt: null, exportedAt: '2026-11-26T05:00:00.000Z' });
    expect(marks.knownAt).toBe('2026-11-26T05:00:00.000Z');
    expect(markWords(marks, makeI18n('zh-CN'))).toEqual(['演练', '演示环境', '模拟', '示意']);
    const real = exportMarks({ ...meta, realm: 'real', mode: 'production' }, { simulated: false, indicative: false, knownAt: '2026-11-26T04:00:00.000Z', exportedAt: '2026-11-26T05:00:00.000Z' });
    expect(markRows(real, makeI18n('en'), 'Asia/Shanghai').slice(0, 4)).toEqual([['Marks', 'none'], ['Realm', 'real'], ['Mode', 'production'], ['As known at', expect.stringContaining('2026-11-26 12:00:00')]]);
  });

  it('a file name holds nothing that a file system refuses', () => {
    expect(safeFileName('方案-岙山: 2026-11-24 05:00:00/a.csv')).toBe('方案-岙山-2026-11-24-05-00-00-a.csv');
  });
});

describe('what a seat is offered', () => {
  it('a dispatcher sends orders but writes no review; a responder only moves orders', () => {
    expect(may(['dispatcher'], 'order.issue')).toBe(true);
    expect(may(['dispatcher'], 'review.write')).toBe(false);
    expect(may(['responder'], 'order.move')).toBe(true);
    expect(may(['responder'], 'order.cancel')).toBe(false);
    expect(may([], 'plan.choose')).toBe(false);
  });
});

describe('amounts of goods', () => {
  it('boom stays in metres however long it is; mass becomes tonnes', () => {
    expect(amount(1200, 'm', 'zh-CN').replace(/\s/gu, '')).toBe('1200m');
    expect(amount(12.5, 'm', 'en').replace(/\s/gu, '')).toBe('12.5m');
    expect(amount(5743, 'kg', 'en').replace(/\s/gu, '')).toBe('5.74t');
  });
});
