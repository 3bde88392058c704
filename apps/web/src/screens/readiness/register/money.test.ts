import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenFromYuan, groupDigits, money, yuanText } from './money.ts';

describe('money', () => {
  it('every whole number of fen survives the way to yuan and back', () => {
    fc.assert(fc.property(fc.maxSafeInteger(), (amountFen) => {
      expect(fenFromYuan(yuanText(amountFen))).toBe(amountFen === 0 ? 0 : amountFen);
    }));
  });

  it('yuan are read as people type them', () => {
    expect(fenFromYuan('500,000,000.01')).toBe(50_000_000_001);
    expect(fenFromYuan('１２.5')).toBe(1250);
    expect(fenFromYuan('0.1')).toBe(10);
    expect(fenFromYuan('-3')).toBe(-300);
    expect(fenFromYuan('0.29')).toBe(29);
  });

  it('a third decimal, a word or more than can be kept exactly is no amount', () => {
    for (const text of ['', '1.234', '五亿', '1e5', '.5', '90071992547409.93']) expect(fenFromYuan(text), text).toBeUndefined();
  });

  it('amounts are shown with marks, in the words of the language', () => {
    expect(money(57_660_000_000, 'zh-CN')).toBe('576\u2009600\u2009000.00 元');
    expect(money(5, 'en')).toBe('CNY\u20090.05');
    expect(groupDigits('-1234.5678')).toBe('−1\u2009234.5678');
  });
});
