// The sentence of a timeline entry, with names in the place of ids where the records give them: a fact
// in its own words, a chosen option by its title.

import type { Incident, Plan, TimelineEntry } from '@anlan/contracts';
import type { I18n } from '../../i18n/i18n.tsx';
import type { FactContext } from './fact-text.ts';
import { factText } from './fact-text.ts';

export type EntryText = (entry: TimelineEntry) => string;

export function makeEntryText(i18n: I18n, incident: Incident | undefined, plans: readonly Plan[], context: FactContext): EntryText {
  const facts = new Map((incident?.facts ?? []).map((fact) => [fact.id, fact]));
  const options = new Map<string, Plan['options'][number]['titles']>(plans.flatMap((plan) => plan.options.map((option) => [`plan:${plan.id}/${option.id}`, option.titles])));
  return (entry) => {
    const { params } = entry.message;
    const fact = entry.type === 'incident.fact_recorded' ? facts.get(String(params['id'] ?? params['factId'] ?? '')) : undefined;
    if (fact !== undefined) {
      const before = fact.supersedesFactId === null ? undefined : facts.get(fact.supersedesFactId);
      const replaces = before === undefined ? '' : i18n.t('web.review.fact-replaces', { text: factText(before, context) });
      return i18n.t('web.review.fact-recorded', { code: i18n.t(`web.fact.code.${fact.code}`), text: factText(fact, context) }) + replaces;
    }
    const option = entry.type === 'plan.chosen' ? options.get(`${entry.stream}/${String(params['optionId'])}`) : undefined;
    if (option !== undefined) return i18n.coded({ code: entry.message.code, params: { ...params, optionId: i18n.title(option) } });
    return i18n.coded(entry.message).trim();
  };
}
