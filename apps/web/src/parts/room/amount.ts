// A quantity of goods for people. Boom stays in metres however long it is: crews count it in metres.

import type { Locale } from '@anlan/messages';
import { num, THIN } from '../../format/numbers.ts';
import { quantity } from '../../format/units.ts';

export function amount(value: number, unitCode: string, locale: Locale): string {
  return unitCode === 'm' ? `${num(value, Number.isInteger(value) || value >= 100 ? 0 : 1)}${THIN}m` : quantity(value, unitCode, locale);
}
