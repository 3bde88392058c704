// Units for people. Inside everything is SI; knots, tonnes and nautical miles exist only here and in
// the forms that read them back.

import { METRES_PER_NAUTICAL_MILE, ZERO_CELSIUS_K, knToMps, mpsToKn } from '@anlan/kernel';
import type { Locale } from '@anlan/messages';
import { THIN, num, sig } from './numbers.ts';

export { knToMps, mpsToKn };

/** `24 kn` */
export function speed(speedMps: number): string {
  return `${num(mpsToKn(speedMps), mpsToKn(speedMps) < 10 ? 1 : 0)}${THIN}kn`;
}

/** `125 t`, below a tonne `450 kg`. */
export function mass(massKg: number): string {
  return Math.abs(massKg) >= 1000 || massKg === 0 ? `${sig(massKg / 1000)}${THIN}t` : `${sig(massKg)}${THIN}kg`;
}

export function volume(volumeM3: number): string {
  return `${sig(volumeM3)}${THIN}m³`;
}

/** `4.2 nm`, below a tenth of a mile in metres. */
export function distance(lengthM: number): string {
  return lengthM < METRES_PER_NAUTICAL_MILE / 10 ? `${num(lengthM)}${THIN}m` : `${sig(lengthM / METRES_PER_NAUTICAL_MILE)}${THIN}nm`;
}

export function temperatureK(temperatureK_: number): string {
  return `${num(temperatureK_ - ZERO_CELSIUS_K, 1)}${THIN}°C`;
}

/** `118°` with leading zeros, as a course is spoken. */
export function course(directionDeg: number): string {
  return `${String(Math.round(((directionDeg % 360) + 360) % 360) % 360).padStart(3, '0')}°`;
}

/** `30°04.1′N 122°21.8′E` */
export function position([lonDeg, latDeg]: readonly number[]): string {
  return `${angle(latDeg ?? 0, 2, 'N', 'S')} ${angle(lonDeg ?? 0, 3, 'E', 'W')}`;
}

/** Wind by where it comes from: `西北` · `NW`. */
export function compassName(directionDeg: number, locale: Locale): string {
  const index = Math.round((((directionDeg % 360) + 360) % 360) / 45) % 8;
  return (locale === 'en' ? COMPASS_EN : COMPASS_ZH)[index] ?? '';
}

/** Beaufort force, WMO 1970 equivalents (m/s limits of forces 1…12); China counts on to 17, GB/T 28591-2012. */
export function beaufort(speedMps: number): number {
  const index = BEAUFORT_LIMITS_MPS.findIndex((limit) => speedMps < limit);
  return index < 0 ? BEAUFORT_LIMITS_MPS.length : index;
}

/** A value in its stored unit, for people: `m/s` becomes knots, `kg` tonnes, the rest stay. */
export function quantity(value: number, unitCode: string | null, locale: Locale = 'zh-CN'): string {
  if (unitCode === null || unitCode === '' || unitCode === '1') return sig(value);
  if (unitCode === 'm/s') return speed(value);
  if (unitCode === 'kg') return mass(value);
  if (unitCode === 's') return seconds(value, locale);
  if (unitCode === 'K') return temperatureK(value);
  if (unitCode === 'm' && Math.abs(value) >= 1000) return `${sig(value / 1000)}${THIN}km`;
  const sign = UNIT_SIGNS[unitCode];
  if (unitCode === 'degTrue' || unitCode === 'deg') return course(value);
  if (unitCode === 'persons') return locale === 'en' ? `${num(value)} ${value === 1 ? 'person' : 'persons'}` : `${num(value)} 人`;
  if (locale !== 'en' && COUNT_WORDS_ZH[unitCode] !== undefined) return `${sig(value)} ${COUNT_WORDS_ZH[unitCode]}`;
  return `${sig(value)}${THIN}${sign ?? unitCode}`;
}

/** `m³/h` for `m3/h`. */
export function unitSign(unitCode: string | null): string {
  return unitCode === null ? '' : (UNIT_SIGNS[unitCode] ?? unitCode);
}

function seconds(durationS: number, locale: Locale): string {
  if (durationS >= 7200) return `${sig(durationS / 3600)}${THIN}h`;
  if (durationS >= 120) return locale === 'en' ? `${sig(durationS / 60)}${THIN}min` : `${sig(durationS / 60)} 分`;
  return locale === 'en' ? `${num(durationS)}${THIN}s` : `${num(durationS)} 秒`;
}

function angle(valueDeg: number, width: number, positive: string, negative: string): string {
  const tenths = Math.round(Math.abs(valueDeg) * 600);
  const [whole, minutes] = [Math.floor(tenths / 600), (tenths % 600) / 10];
  return `${String(whole).padStart(width, '0')}°${minutes.toFixed(1).padStart(4, '0')}′${valueDeg < 0 ? negative : positive}`;
}

const COMPASS_ZH = ['北', '东北', '东', '东南', '南', '西南', '西', '西北'];
const COMPASS_EN = ['N', 'NE', 'E', 'SE', 'S', 'SW', 'W', 'NW'];
/** Lower limits of Beaufort 1…17, m/s (GB/T 28591-2012, table 1). */
const BEAUFORT_LIMITS_MPS = [0.3, 1.6, 3.4, 5.5, 8.0, 10.8, 13.9, 17.2, 20.8, 24.5, 28.5, 32.7, 37.0, 41.5, 46.2, 51.0, 56.1];
/** Things that are counted have a word and no sign. */
const COUNT_WORDS_ZH: Readonly<Record<string, string>> = { sets: '套', pieces: '件' };
const UNIT_SIGNS: Readonly<Record<string, string>> = {
  m3: 'm³', m2: 'm²', 'm3/h': 'm³/h', 'm3/s': 'm³/s', 'kg/m3': 'kg/m³', degC: '°C', '%LEL': '% LEL', ppm: 'ppm', 'mg/m3': 'mg/m³', t: 't', h: 'h', min: 'min', piece: '件', pieces: '件',
};
