import { describe, expect, it } from 'vitest';
import { makeI18n } from './i18n.tsx';

describe('sentences of the model on a screen', () => {
  const told = { code: 'FORECAST_ASSUMED_STATION_WIND', params: { stationZh: '岙山风速（模拟）', stationEn: 'Aoshan wind (simulated)', observedAt: '2026-11-24T01:55:26.507Z' } };

  it('say times in the region’s zone and names in the reader’s language', () => {
    const zh = makeI18n('zh-CN', 'Asia/Shanghai').coded(told);
    expect([zh.includes('2026-11-24 09:55:26'), zh.includes('01:55'), zh.includes('岙山风速（模拟）'), zh.includes('Aoshan')]).toEqual([true, false, true, false]);
    const en = makeI18n('en', 'Asia/Shanghai').coded(told);
    expect([en.includes('2026-11-24 09:55:26'), en.includes('Aoshan wind (simulated)'), en.includes('岙山')]).toEqual([true, true, false]);
  });

  it('leave a time as it came where no zone is known', () => {
    expect(makeI18n('en').coded(told)).toContain('2026-11-24T01:55:26.507Z');
  });
});
