// Lists a register as a person sees it: filtered by words, by state and by what the person may see.
// Search is a plain substring over the searchable fields; `initials` lets the caller add the
// pinyin initials of Chinese text, which are not the core's business.

import type { Result } from '@anlan/kernel';
import { ok } from '@anlan/kernel';
import type { Context, View, ViewStore } from '../log/index.ts';
import type { Titles } from '../signal/index.ts';
import { ARCHIVED } from './decide-record.ts';
import { seenRegister } from './handle-record.ts';
import type { FieldDeclaration, FieldValue, RecordBody, Register } from './types.ts';

export interface ListRecords {
  readonly registerId: string;
  readonly search?: string;
  /** A declared state, or `archived`. Left out: all that are not archived. */
  readonly state?: string;
  readonly fromCount?: number;
  readonly limitCount?: number;
  /** Adds, for example, pinyin initials of a text. */
  readonly initials?: (text: string) => string;
}

export interface RecordPage {
  readonly totalCount: number;
  readonly records: readonly View<RecordBody>[];
}

export async function listRecords(deps: { readonly views: ViewStore; readonly registers: readonly Register[] }, query: ListRecords, context: Context): Promise<Result<RecordPage>> {
  const register = seenRegister(deps, query.registerId, context);
  if (!register.ok) return register;
  const views = await deps.views.list<RecordBody>({ realm: context.realm, kind: 'record', idPrefix: `${query.registerId}/` });
  const found = filterRecords(register.value, views, query);
  const fromCount = query.fromCount ?? 0;
  return ok({ totalCount: found.length, records: found.slice(fromCount, fromCount + (query.limitCount ?? found.length)) });
}

/** In order of the record id, so that a page stays where it is. */
export function filterRecords(register: Register, views: readonly View<RecordBody>[], query: Omit<ListRecords, 'registerId'>): readonly View<RecordBody>[] {
  const words = (query.search ?? '').toLowerCase().split(/\s+/).filter((word) => word !== '');
  return views
    .filter(({ body }) => (query.state === ARCHIVED ? body.archived : !body.archived))
    .filter(({ body }) => query.state === undefined || query.state === ARCHIVED || body.state === query.state)
    .filter(({ body }) => {
      if (words.length === 0) return true;
      const text = searchText(register, body, query.initials);
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => (a.body.id < b.body.id ? -1 : 1));
}

/** Everything that search looks at, in lower case. Personal fields are never searched. */
export function searchText(register: Register, body: RecordBody, initials?: (text: string) => string): string {
  const parts = register.fields
    .filter((field) => field.searchable === true && field.personal !== true)
    .flatMap((field) => fieldTexts(field, body.values[field.id] ?? null));
  const extra = initials === undefined ? [] : parts.map(initials);
  return [body.id, ...parts, ...extra].join('\n').toLowerCase();
}

/** The name of a record in both languages. */
export function recordTitles(register: Register, body: RecordBody): Titles {
  const value = body.values[register.titleField];
  if (typeof value === 'object' && value !== null && 'zh' in value) return value;
  const text = typeof value === 'string' ? value : body.id;
  return { zh: text, en: text };
}

function fieldTexts(field: FieldDeclaration, value: FieldValue | null): readonly string[] {
  if (value === null) return [];
  if (Array.isArray(value)) return field.type === 'list' ? value.map(String) : [];
  const named = field.codeList?.find((entry) => entry.code === value)?.titles;
  if (named !== undefined) return [named.zh, named.en];
  if (typeof value === 'object' && 'zh' in value) return [value.zh, value.en];
  return [String(value)];
}
