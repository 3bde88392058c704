// Units of register fields. A number keeps its declared unit; a form may type seconds as hours and
// metres a second as knots, and what is kept is the declared unit again. A value that nobody touched
// is never converted there and back.

import type { Locale } from '@anlan/messages';
import { METRES_PER_NAUTICAL_MILE } from '@anlan/kernel';
import { THIN } from '../../../format/numbers.ts';
import { unitSign } from '../../../format/units.ts';
import { groupDigits } from './money.ts';

export interface FormUnit {
  readonly code: string;
  /** How much of the declared unit one of these is. */
  readonly factor: number;
}

/** Units that a form offers for a declared unit, that one included; one entry where there is no choice. */
export function formUnits(unitCode: string | null): readonly FormUnit[] {
  return (unitCode === null ? undefined : FORM_UNITS[unitCode]) ?? [{ code: unitCode ?? '', factor: 1 }];
}

/** The unit in which a stored value reads best: the largest of which it is a whole number. */
export function bestFormUnit(unitCode: string | null, value: number | undefined): FormUnit {
  const units = formUnits(unitCode);
  const first = units[0] ?? { code: '', factor: 1 };
  if (value === undefined || value === 0 || unitCode === 'm/s') return first;
  return units.findLast((unit) => Number.isInteger(value / unit.factor)) ?? first;
}

/** Twelve significant digits: more than any instrument has, and free of binary tails such as 0.30000000000000004. */
export function convert(value: number, factor: number): number {
  return factor === 1 ? value : Number((value * factor).toPrecision(12));
}

export function unitWord(unitCode: string | null, locale: Locale): string {
  if (unitCode === null || unitCode === '' || unitCode === '1') return '';
  return UNIT_WORDS[unitCode]?.[locale] ?? unitSign(unitCode);
}

/** A stored value with its unit, exactly: `1 200 m`, `15 分`, `2 天`, `7.2 m/s（14 kn）`. */
export function exactQuantity(value: number, unitCode: string | null, locale: Locale): string {
  const unit = unitCode === 's' ? bestFormUnit('s', value) : undefined;
  if (unit !== undefined && unit.factor > 1) return `${groupDigits(plainNumber(value / unit.factor))} ${unitWord(unit.code, locale)}`;
  const word = unitWord(unitCode, locale);
  const amount = groupDigits(plainNumber(value));
  if (unitCode === 'm/s') {
    const knots = `${Number(((value * 3600) / METRES_PER_NAUTICAL_MILE).toFixed(1))}${THIN}kn`;
    return locale === 'en' ? `${amount}${THIN}m/s (${knots})` : `${amount}${THIN}m/s（${knots}）`;
  }
  return word === '' ? amount : `${amount}${THIN}${word}`;
}

/** A number field's value: a year or a rank is counted, not measured, and written without marks. */
export function fieldQuantity(field: { readonly id: string; readonly unitCode: string | null }, value: number, locale: Locale): string {
  return field.id.endsWith('Index') ? plainNumber(value) : exactQuantity(value, field.unitCode, locale);
}

/** Every digit of a number, without an exponent. */
export function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(12).replace(/\.?0+$/, '') : text;
}

/** Knot: 1 852 m in 3 600 s (BIPM SI Brochure 9). */
const MPS_PER_KNOT = METRES_PER_NAUTICAL_MILE / 3600;
const FORM_UNITS: Readonly<Record<string, readonly FormUnit[]>> = {
  s: [{ code: 's', factor: 1 }, { code: 'min', factor: 60 }, { code: 'h', factor: 3600 }, { code: 'd', factor: 86_400 }],
  kg: [{ code: 'kg', factor: 1 }, { code: 't', factor: 1000 }],
  'm/s': [{ code: 'm/s', factor: 1 }, { code: 'kn', factor: MPS_PER_KNOT }, { code: 'km/h', factor: 1 / 3.6 }],
};
const UNIT_WORDS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  pieces: { 'zh-CN': '件', en: 'pcs' },
  sets: { 'zh-CN': '套', en: 'sets' },
  persons: { 'zh-CN': '人', en: 'people' },
  s: { 'zh-CN': '秒', en: 's' },
  min: { 'zh-CN': '分', en: 'min' },
  h: { 'zh-CN': '时', en: 'h' },
  d: { 'zh-CN': '天', en: 'days' },
  CNY: { 'zh-CN': '元', en: 'CNY' },
};
