import { expect, it } from 'vitest';
import { makeLabelSheet } from './index.ts';

it('the example of the README holds', async () => {
  const pdf = await makeLabelSheet([
    { codeText: 'AL1:L:lot-020:5B0C', titleZh: '吸油毡', titleEn: 'Sorbent pads', lines: ['批号 Lot ZS-0020'] },
  ]);
  expect(new TextDecoder().decode(pdf.slice(0, 5))).toBe('%PDF-');
  expect(pdf.length).toBeLessThan(60_000);
});
