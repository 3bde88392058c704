// Names of the records that a plan points at: carriers and supplies by id, and the places that notes
// mention by their Chinese name, so that an English reader gets the English one. What is not found
// stays as it came, so that nothing is nameless.

import { useMemo } from 'react';
import type { Coded, Plan, RegisterRecord, Titles } from '@anlan/contracts';
import { useQuery } from '../../api/use-query.ts';
import { useI18n } from '../../i18n/i18n.tsx';

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

/** Parameters that name a demand by its id, or a place by its Chinese name, carry both languages. */
export function withTitles(note: Coded, byZh: ReadonlyMap<string, Titles>, demands: ReadonlyMap<string, Titles>): Coded {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(note.params)) {
    const titles = name === 'demandId' ? demands.get(String(value)) : typeof value === 'string' ? byZh.get(value) : undefined;
    if (titles === undefined) params[name] = value;
    else Object.assign(params, { [`${name}Zh`]: titles.zh, [`${name}En`]: titles.en });
  }
  return { code: note.code, params };
}

function useRecords(registerId: string): readonly RegisterRecord[] | undefined {
  return useQuery('listRecords', { params: { registerId }, query: { limit: 2000 } }).data?.records;
}
