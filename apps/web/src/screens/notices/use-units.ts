// Units of the organisations register and whom to call for them.

import { useMemo } from 'react';
import type { RegisterRecord } from '@anlan/contracts';
import { useQuery } from '../../api/use-query.ts';
import type { UnitContact } from './notice-view.ts';
import { contactsByUnit, orderUnits } from './notice-view.ts';

export function useUnits(search = ''): readonly RegisterRecord[] | undefined {
  const records = useQuery('listRecords', { params: { registerId: 'organisations' }, query: { limit: 2000, ...(search === '' ? {} : { search }) } }).data?.records;
  return useMemo(() => (records === undefined ? undefined : orderUnits(records)), [records]);
}

export function useContacts(): ReadonlyMap<string, readonly UnitContact[]> {
  const organisations = useUnits();
  const contacts = useQuery('listRecords', { params: { registerId: 'contacts' }, query: { limit: 2000 } }).data?.records;
  return useMemo(() => contactsByUnit(organisations ?? [], contacts ?? []), [organisations, contacts]);
}

export function isAddressee(record: RegisterRecord): boolean {
  return record.values['addressee'] === true;
}
