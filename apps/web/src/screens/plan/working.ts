// The inputs of a demand's formula for people: the name says its unit by its ending (kernel's closed
// list), so that the value can be shown with it.

import type { Locale } from '@anlan/messages';
import { num, percent, sig, THIN } from '../../format/numbers.ts';
import { duration } from '../../format/time.ts';
import { mass } from '../../format/units.ts';

export function inputText(name: string, value: string | number, locale: Locale): string {
  if (typeof value === 'string') return value;
  const ending = ENDINGS.find(([suffix]) => name.endsWith(suffix));
  return ending === undefined ? sig(value) : ending[1](value, locale);
}

type Said = (value: number, locale: Locale) => string;

/** Longest ending first. */
const ENDINGS: readonly (readonly [suffix: string, said: Said])[] = [
  ['M3PerHour', (value) => `${sig(value)}${THIN}m³/h`],
  ['KgPerM3', (value) => `${num(value)}${THIN}kg/m³`],
  ['Ratio', (value) => (value > 1 ? `×${sig(value)}` : percent(value))],
  ['Hours', (value, locale) => (locale === 'en' ? `${sig(value)} h` : `${sig(value)} 小时`)],
  ['Days', (value, locale) => (locale === 'en' ? `${sig(value)} d` : `${sig(value)} 天`)],
  ['Mps', (value) => `${sig(value)}${THIN}m/s`],
  ['Kg', (value) => mass(value)],
  ['M', (value) => (value !== 0 && Math.abs(value) < 0.01 ? `${sig(value * 1e6)}${THIN}µm` : `${sig(value)}${THIN}m`)],
  ['S', (value, locale) => duration(value * 1000, locale)],
];
