// Names of the records that a plan points at: carriers and supplies. Until a register has come, or
// when a record has gone, its id stands there, so that nothing is nameless.

import { useMemo } from 'react';
import type { RegisterRecord } from '@anlan/contracts';
import { useQuery } from '../../api/use-query.ts';
import { useI18n } from '../../i18n/i18n.tsx';

export type NameOf = (registerId: string, id: string) => string;

export function useNames(): NameOf {
  const { title } = useI18n();
  const vessels = useRecords('vessels');
  const teams = useRecords('teams');
  const lots = useRecords('stock-lots');
  const agreements = useRecords('social-agreements');
  const contracts = useRecords('capacity-contracts');
  return useMemo(() => {
    const names = new Map([vessels, teams, lots, agreements, contracts].flatMap((records) => (records ?? []).map((record) => [`${record.registerId}/${record.id}`, title(record.title)] as const)));
    return (registerId, id) => names.get(`${registerId}/${id}`) ?? id;
  }, [vessels, teams, lots, agreements, contracts, title]);
}

function useRecords(registerId: string): readonly RegisterRecord[] | undefined {
  return useQuery('listRecords', { params: { registerId }, query: { limit: 2000 } }).data?.records;
}
