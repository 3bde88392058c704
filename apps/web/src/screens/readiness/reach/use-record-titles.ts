// The records of a register as a list to choose from, by their names.

import type { Titles } from '@anlan/contracts';
import { useQuery } from '../../../api/use-query.ts';

export interface RecordTitle {
  readonly id: string;
  readonly titles: Titles;
  readonly simulated: boolean;
}

export function useRecordTitles(registerId: string): { readonly data: readonly RecordTitle[] | undefined } {
  const { data } = useQuery('listRecords', { params: { registerId }, query: { limit: 1000 } });
  return { data: data?.records.map(({ id, values }) => ({ id, titles: (values['name'] as Titles | undefined) ?? { zh: id, en: id }, simulated: values['simulated'] === true })) };
}
