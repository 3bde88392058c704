import { describe, expect, it } from 'vitest';
import { urlOf } from './api/call.ts';
import { duration, fromLocalInput } from './format/time.ts';
import { beaufort, compassName, speed } from './format/units.ts';
import { parsePosition } from './screens/watch/forms/parse-position.ts';

describe('the example of the README', () => {
  it('reads what people type and says what the wire says', () => {
    const told = fromLocalInput('2026-11-23 21:47', 'Asia/Shanghai');
    const place = parsePosition('30°04.1′N 122°21.8′E');
    const path = urlOf('getSeries', { params: { id: 'wind-aoshan' }, query: { fromAt: told, toAt: told } });
    const age = duration(130_000, 'zh-CN');
    const wind = `${compassName(350, 'zh-CN')} ${beaufort(7)} 级 ${speed(7)}`;
    expect(told).toBe('2026-11-23T13:47:00.000Z');
    expect(place?.map((value) => value.toFixed(3))).toEqual(['122.363', '30.068']);
    expect(path).toBe('/api/sensors/wind-aoshan/series?fromAt=2026-11-23T13%3A47%3A00.000Z&toAt=2026-11-23T13%3A47%3A00.000Z');
    expect(age).toBe('2分10秒');
    expect(wind).toBe('北 4 级 14\u2009kn');
  });
});
