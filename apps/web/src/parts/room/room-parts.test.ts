import { describe, expect, it } from 'vitest';
import { amount } from './amount.ts';
import { toCsv } from './csv.ts';
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
