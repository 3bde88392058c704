// How a target is put into words: amounts grouped, evidence in the reader's language, how many of
// the proofs are really there. Pure.

import type { Indicator } from '@anlan/contracts';
import type { Locale } from '@anlan/messages';
import { groupDigits } from '../readiness/register/money.ts';

type Evidence = Indicator['evidence'][number];
type Params = Indicator['records'][number]['why']['params'];

/** Amounts of money (`…Cny`) with thin spaces between their thousands; the rest as it came. */
export function readableParams(params: Params): Params {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, name.endsWith('Cny') ? groupDigits(String(value)) : value]));
}

export interface EvidenceLine {
  /** The record that the text names at its beginning; undefined when it names none. */
  readonly record: Indicator['records'][number] | undefined;
  readonly text: string;
  readonly artefactId: string | null;
}

/** Evidence begins with the Chinese name of its record: that part becomes the record itself. */
export function evidenceLines(indicator: Pick<Indicator, 'evidence' | 'records'>, locale: Locale): readonly EvidenceLine[] {
  return indicator.evidence.map(({ text, artefactId }: Evidence) => {
    const record = indicator.records.filter(({ titles }) => titles.zh !== '' && text.startsWith(titles.zh)).sort((a, b) => b.titles.zh.length - a.titles.zh.length)[0];
    const rest = record === undefined ? text : text.slice(record.titles.zh.length).trim();
    return { record, text: groupAmounts(locale === 'en' ? rest.replaceAll('：', ': ') : rest), artefactId };
  });
}

/** Counted records first, each group by name. */
export function sortRecords(records: Indicator['records'], locale: Locale): Indicator['records'] {
  const collator = new Intl.Collator(locale === 'en' ? 'en' : 'zh-CN');
  const name = ({ titles }: Indicator['records'][number]) => (locale === 'en' ? titles.en : titles.zh);
  return [...records].sort((a, b) => Number(b.counted) - Number(a.counted) || collator.compare(name(a), name(b)));
}

export function provedCount(indicator: Pick<Indicator, 'evidence'>): number {
  return indicator.evidence.filter(({ artefactId }) => artefactId !== null).length;
}

function groupAmounts(text: string): string {
  return text.replace(/\d{4,}\.\d{2}/g, groupDigits);
}
