// A fact in words: the value in its unit, an oil by its name, an instant as local time, a place as degrees.

import type { Fact, Oil } from '@anlan/contracts';
import type { Locale } from '@anlan/messages';
import { dateTime } from '../../format/time.ts';
import { position, quantity } from '../../format/units.ts';

export interface FactContext { readonly locale: Locale; readonly zone: string; readonly oils: readonly Oil[] }

export function factText(fact: Fact, { locale, zone, oils }: FactContext): string {
  const parts = [
    fact.factValue === null ? '' : quantity(fact.factValue, fact.unitCode, locale),
    fact.position === null ? '' : position(fact.position),
    fact.code === 'oil' ? oilName(fact.text, oils, locale) : /^\d{4}-\d{2}-\d{2}T.*Z$/.test(fact.text) ? dateTime(fact.text, zone) : fact.text,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

function oilName(oilId: string, oils: readonly Oil[], locale: Locale): string {
  const oil = oils.find((one) => one.id === oilId);
  if (oil === undefined) return oilId;
  return `${oil.titles === undefined ? oil.name : locale === 'en' ? oil.titles.en : oil.titles.zh} ${oilId}`;
}
