import { describe, expect, it } from 'vitest';
import type { Reading, SensorNow } from '@anlan/contracts';
import { refusedLines } from './refusals.ts';
import { countStates, judgeSensor } from './sensor-quality.ts';
import { seriesData, valueRange } from './series-data.ts';

const T0 = Date.parse('2026-11-23T00:00:00Z');
const at = (seconds: number, readingValue = 1): Reading => ({ sensorId: 's', readingValue, observedAt: new Date(T0 + seconds * 1000).toISOString(), receivedAt: new Date(T0 + seconds * 1000).toISOString(), sourceId: 'x', simulated: true });
const sensor = (more: Partial<SensorNow['sensor']> = {}): SensorNow['sensor'] => ({ id: 's', titles: { zh: '甲', en: 'A' }, quantity: 'q', unitCode: 'm', position: [122, 30], updateContract: 'periodic', staleAfterS: 60, validMinValue: 0, validMaxValue: 9, simulated: true, ...more });

describe('quality of a sensor', () => {
  it('S-001: a value grows old by itself: fresh, late, lost', () => {
    const given: SensorNow = { sensor: sensor(), quality: 'live', reading: at(0), lastGoodAt: null };
    expect([60, 61, 180, 181].map((seconds) => judgeSensor(given, new Map(), T0 + seconds * 1000).state)).toEqual(['fresh', 'late', 'late', 'lost']);
  });

  it('the newest of what was fetched and what came live is judged', () => {
    const given: SensorNow = { sensor: sensor(), quality: 'live', reading: at(0), lastGoodAt: null };
    expect(judgeSensor(given, new Map([['s', at(100, 5)]]), T0 + 120_000)).toMatchObject({ state: 'fresh', reading: { readingValue: 5 } });
  });

  it('no reading is "not connected", and silence of an event sensor is no fault', () => {
    const silent: SensorNow = { sensor: sensor(), quality: 'missing', reading: null, lastGoodAt: null };
    const event: SensorNow = { sensor: sensor({ updateContract: 'event' }), quality: 'live', reading: at(0), lastGoodAt: null };
    const judged = [silent, event].map((one) => judgeSensor(one, new Map(), T0 + 86_400_000));
    expect(judged.map(({ state }) => state)).toEqual(['none', 'fresh']);
    expect(countStates(judged)).toEqual({ fresh: 1, late: 0, lost: 0, none: 1 });
  });
});

describe('the chart of a sensor', () => {
  it('breaks the line where nothing came for three limits', () => {
    expect(seriesData([at(0), at(60), at(300, 3)], undefined, 60).values).toEqual([1, 1, null, 3]);
    expect(seriesData([at(0), at(180)], undefined, 60).values).toEqual([1, 1]);
    expect(seriesData([at(0), at(86_400)], undefined, Infinity).values).toEqual([1, 1]);
  });

  it('goes on with the live reading and draws no moment twice', () => {
    expect(seriesData([at(0), at(60)], at(120, 7), 60).values).toEqual([1, 1, 7]);
    expect(seriesData([at(0), at(60)], at(60, 7), 60).values).toEqual([1, 1]);
    expect(seriesData([at(0), at(0)], undefined, 60).timesS).toHaveLength(1);
  });

  it('limits are always inside the picture, and a flat line has room', () => {
    const [low, high] = valueRange([1, null, 2], [25]);
    expect(low).toBeLessThan(1);
    expect(high).toBeGreaterThan(25);
    const [flatLow, flatHigh] = valueRange([0, 0], []);
    expect(flatHigh - flatLow).toBeGreaterThan(0);
  });
});

describe('what a door refused', () => {
  it('is told in words, the most frequent first, an unknown code as itself', () => {
    expect(refusedLines({ AIS_CHECKSUM_WRONG: 2, SIGNAL_SENSOR_UNKNOWN: 5, NEW_CODE: 1 }, 'zh-CN')).toEqual([
      { code: 'SIGNAL_SENSOR_UNKNOWN', words: '传感器未登记', count: 5 }, { code: 'AIS_CHECKSUM_WRONG', words: '校验和不符', count: 2 }, { code: 'NEW_CODE', words: 'NEW_CODE', count: 1 },
    ]);
  });
});
