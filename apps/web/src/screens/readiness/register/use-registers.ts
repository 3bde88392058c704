// Which registers this person sees, where each is kept, and the names of the records that others
// point at. Names are read in one go per register and kept with the cache, so that a table of five
// hundred rows asks once, not five hundred times.

import { createContext, useContext, useEffect, useMemo, useReducer } from 'react';
import type { RegisterInfo } from '@anlan/contracts';
import { call } from '../../../api/call.ts';
import { cacheKeyOf, liveKeysOf } from '../../../api/live-keys.ts';
import type { QueryResult } from '../../../api/use-query.ts';
import { queryCache, useQuery } from '../../../api/use-query.ts';
import type { Field, Titles } from './declared.ts';

export function useRegisters(): QueryResult<RegisterInfo[]> {
  return useQuery('listRegisters', {});
}

/** Address of a record, in the room that its register belongs to; undefined when this person does not see it. */
export function recordHref(registers: readonly RegisterInfo[] | undefined, registerId: string, recordId: string): string | undefined {
  const register = registers?.find((known) => known.id === registerId);
  return register === undefined ? undefined : `${registerHref(register)}/${encodeURIComponent(recordId)}`;
}

export function registerHref(register: Pick<RegisterInfo, 'id' | 'room'>): string {
  return `${register.room.startsWith('industry/') ? '/industry' : '/readiness'}/${register.id}`;
}

export interface Names {
  readonly nameOf: (registerId: string, recordId: string) => Titles | undefined;
  /** False while the names of that register are on their way. */
  readonly isRead: (registerId: string) => boolean;
  readonly hrefOf: (registerId: string, recordId: string) => string | undefined;
}

export const NamesContext = createContext<Names>({ nameOf: () => undefined, isRead: () => false, hrefOf: () => undefined });

export function useNames(): Names {
  return useContext(NamesContext);
}

/** Reads the names of all records that these fields may point at. */
export function useReadNames(fields: readonly Field[]): Names {
  const registers = useRegisters().data;
  const [round, renew] = useReducer((count: number) => count + 1, 0);
  const joined = [...new Set(relationRegisters(fields))].filter((id) => registers?.some((register) => register.id === id)).sort().join(' ');
  useEffect(() => {
    const stops = (joined === '' ? [] : joined.split(' ')).map((registerId) => {
      const input = inputOf(registerId);
      return queryCache.subscribe({ key: cacheKeyOf('listRecords', input), watched: liveKeysOf('listRecords', input), fetcher: () => call('listRecords', input), listener: renew });
    });
    renew();
    return () => stops.forEach((stop) => stop());
  }, [joined]);
  return useMemo(() => {
    const byRegister = new Map((joined === '' ? [] : joined.split(' ')).map((registerId) => {
      const { data } = queryCache.read<NamedPage>(cacheKeyOf('listRecords', inputOf(registerId)));
      return [registerId, data === undefined ? undefined : new Map(data.records.map((record) => [record.id, record.title]))] as const;
    }));
    return {
      nameOf: (registerId, recordId) => byRegister.get(registerId)?.get(recordId),
      isRead: (registerId) => !byRegister.has(registerId) || byRegister.get(registerId) !== undefined,
      hrefOf: (registerId, recordId) => recordHref(registers, registerId, recordId),
    };
    // `round` counts the news of the cache.
  }, [joined, round, registers]);
}

interface NamedPage { readonly records: readonly { readonly id: string; readonly title: Titles }[] }

function relationRegisters(fields: readonly Field[]): readonly string[] {
  return fields.flatMap((field) => [...(field.relationRegisterId === null ? [] : [field.relationRegisterId]), ...relationRegisters(field.fields ?? [])]);
}

function inputOf(registerId: string) {
  return { params: { registerId }, query: { limit: NAMES_COUNT } };
}

/** The most that one answer holds; names beyond it are asked for one by one. */
const NAMES_COUNT = 2000;
