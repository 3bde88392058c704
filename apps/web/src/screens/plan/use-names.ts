// Names of the records that a plan points at: carriers and supplies by id, and the places that notes
// mention by their Chinese name, so that an English reader gets the English one. What is not found
// stays as it came, so that nothing is nameless.

import { useMemo } from 'react';
import type { Coded, Plan, RegisterRecord } from '@anlan/contracts';
import { useQuery } from '../../api/use-query.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { withTitles } from './note-titles.ts';

export type NameOf = (registerId: string, id: string) => string;

export interface Names {
  readonly nameOf: NameOf;
  /** A note of the plan in the reader's words: demands and places by their own titles. */
  readonly said: (note: Coded) => string;
}

export function useNames(plan: Plan): Names {
  const { title, coded } = useI18n();
  const vessels = useRecords('vessels');
  const teams = useRecords('teams');
  const lots = useRecords('stock-lots');
  const agreements = useRecords('social-agreements');
  const contracts = useRecords('capacity-contracts');
  const facilities = useRecords('facilities');
  const sites = useRecords('sensitive-sites');
  return useMemo(() => {
    const records = [vessels, teams, lots, agreements, contracts, facilities, sites].flatMap((list) => list ?? []);
    const names = new Map(records.map((record) => [`${record.registerId}/${record.id}`, title(record.title)]));
    const byZh = new Map(records.map((record) => [record.title.zh, record.title]));
    const demands = new Map(plan.demand.map((demand) => [demand.id, demand.titles]));
    return { nameOf: (registerId, id) => names.get(`${registerId}/${id}`) ?? id, said: (note) => coded(withTitles(note, byZh, demands)) };
  }, [vessels, teams, lots, agreements, contracts, facilities, sites, plan, title, coded]);
}

function useRecords(registerId: string): readonly RegisterRecord[] | undefined {
  return useQuery('listRecords', { params: { registerId }, query: { limit: 2000 } }).data?.records;
}
