import { describe, expect, it } from 'vitest';
import type { Reading, SensorNow, TideAnswer } from '@anlan/contracts';
import { pinyin } from 'pinyin-pro';
import { soundFor } from '../sound/rhythm.ts';
import { environmentValue, tideNow } from './environment.ts';
import { findHits, searchKeys } from './search.ts';
import type { Searchable } from './search.ts';

const toPinyin = (text: string) => [pinyin(text, { toneType: 'none' }), pinyin(text, { pattern: 'first', toneType: 'none' })];
const item = (title: string, extra: string[] = []): Searchable => ({ kind: 'place', id: title, title, more: '', run: () => undefined, keys: searchKeys([title, ...extra], toPinyin) });
const sensor = (id: string, lonDeg: number, reading: Reading | null): SensorNow => ({ sensor: { id, titles: { zh: id, en: id }, quantity: 'wind-speed', unitCode: 'm/s', position: [lonDeg, 30], updateContract: 'periodic', staleAfterS: 60, validMinValue: 0, validMaxValue: 80, simulated: false }, quality: 'live', reading, lastGoodAt: null });
const reading = (sensorId: string, observedAt: string): Reading => ({ sensorId, readingValue: 1, observedAt, receivedAt: observedAt, sourceId: 's', simulated: false });

describe('search of the command bar', () => {
  const all = [item('岙山国家石油储备基地', ['Aoshan']), item('马峙锚地'), item('HAI QING 01', ['412000001'])];

  it('finds by pinyin initials, by pinyin, by part of the name and by number', () => {
    const find = (query: string) => findHits(all, query, 5).map(({ title }) => title);
    expect(find('mzmd')).toEqual(['马峙锚地']);
    expect(find('mazhi')).toEqual(['马峙锚地']);
    expect(find('锚地')).toEqual(['马峙锚地']);
    expect(find('aoshan')).toEqual(['岙山国家石油储备基地']);
    expect(find('000001')).toEqual(['HAI QING 01']);
    expect(find('  ')).toEqual([]);
  });

  it('an equal name stands before one that begins so, and that before one that contains it', () => {
    expect(findHits([item('东海岛礁'), item('大海岛'), item('海岛')], '海岛', 5).map(({ title }) => title)).toEqual(['海岛', '东海岛礁', '大海岛']);
  });
});

describe('environment of the top bar', () => {
  it('takes the sensor nearest to the place and the newest of what was fetched and pushed', () => {
    const sensors = [sensor('far', 123, null), sensor('near', 122.1, reading('near', '2026-11-23T12:00:00.000Z'))];
    const pushed = new Map([['near', reading('near', '2026-11-23T12:00:09.000Z')]]);
    expect(environmentValue(sensors, pushed, 'wind-speed', [122, 30])?.reading?.observedAt).toBe('2026-11-23T12:00:09.000Z');
    expect(environmentValue(sensors, new Map(), 'wind-speed', [123, 30])).toMatchObject({ sensor: { id: 'far' }, reading: null });
    expect(environmentValue(sensors, new Map(), 'rain', [122, 30])).toBeUndefined();
  });

  it('the tide is interpolated inside its series and unknown outside', () => {
    const tide = { series: [{ at: '2026-11-23T12:00:00.000Z', heightM: 0 }, { at: '2026-11-23T13:00:00.000Z', heightM: 1 }], extremes: [{ at: '2026-11-23T12:10:00.000Z', heightM: 0, kind: 'low' }, { at: '2026-11-23T14:00:00.000Z', heightM: 2, kind: 'high' }] } as unknown as TideAnswer;
    expect(tideNow(tide, Date.parse('2026-11-23T12:30:00.000Z'))).toMatchObject({ heightM: 0.5, rising: true, next: { kind: 'high' } });
    expect(tideNow(tide, Date.parse('2026-11-23T15:00:00.000Z'))).toBeUndefined();
  });
});

describe('the one sound', () => {
  const row = (section: string, sounding: boolean, overdueCount = 0) => ({ kind: 'alert', section, sounding, overdueCount });
  it('an overdue new row before a new one before a clock; silence when nothing asks for it', () => {
    expect(soundFor([row('new', true), row('new', true, 1), row('active', true)])).toBe('escalated');
    expect(soundFor([row('active', true), row('new', true)])).toBe('new');
    expect(soundFor([row('active', true)])).toBe('clock');
    expect(soundFor([row('new', false), row('active', false)])).toBeUndefined();
  });
});
