// Between a record's values and what stands in a form. The form judges nothing: what cannot be read
// goes to the server as it stands and is refused there at its own field, so that a person sees all
// problems of a record at once and by one rule. Only what was changed is sent.

import type { LonLat } from '@anlan/contracts';
import { parsePosition } from '../../watch/forms/parse-position.ts';
import type { Field, Values } from './declared.ts';
import { itemField } from './declared.ts';
import { fenFromYuan, yuanText } from './money.ts';
import { plainNumber } from './units.ts';

/** Text as typed; '' is "not given", never zero. Both languages, list items and rows are groups of drafts. */
export type Draft = string | readonly Draft[] | DraftGroup;
export interface DraftGroup { readonly [name: string]: Draft }

export function toDrafts(fields: readonly Field[], values: Values): DraftGroup {
  return Object.fromEntries(fields.map((field) => [field.id, toDraft(field, values[field.id])]));
}

export function fromDrafts(fields: readonly Field[], drafts: DraftGroup): Values {
  return Object.fromEntries(fields.map((field) => [field.id, fromDraft(field, drafts[field.id])]));
}

export function toDraft(field: Field, value: unknown): Draft {
  if (field.type === 'list') return Array.isArray(value) ? value.map((item) => toDraft(itemField(field), item)) : [];
  if (field.type === 'rows') return Array.isArray(value) ? value.map((row) => toDrafts(field.fields ?? [], row as Values)) : [];
  if (field.type === 'titles') {
    const { zh = '', en = '' } = (value ?? {}) as { zh?: string; en?: string };
    return { zh, en };
  }
  if (value === null || value === undefined) return '';
  if (field.type === 'money' && typeof value === 'number') return yuanText(value);
  if (field.type === 'lonlat') return degreesText(value as LonLat);
  if (field.type === 'polygon') return JSON.stringify({ type: 'Polygon', coordinates: value });
  return typeof value === 'number' ? plainNumber(value) : String(value);
}

/** The wire value of a draft; null when nothing was given; the text itself when it cannot be read. */
export function fromDraft(field: Field, draft: Draft | undefined): unknown {
  if (field.type === 'list') return nullWhenEmpty(asList(draft).map((item) => fromDraft(itemField(field), item)).filter((item) => item !== null));
  if (field.type === 'rows') return nullWhenEmpty(asList(draft).map((row) => fromDrafts(field.fields ?? [], asGroup(row))));
  if (field.type === 'titles') {
    const { zh = '', en = '' } = asGroup(draft) as { zh?: string; en?: string };
    return zh.trim() === '' && en.trim() === '' ? null : { zh: zh.trim(), en: en.trim() };
  }
  const text = typeof draft === 'string' ? draft.trim() : '';
  return text === '' ? null : readText(field, text);
}

/** True when the draft says something that its type cannot be: marked while typing, judged by the server. */
export function isUnreadable(field: Field, draft: Draft | undefined): boolean {
  const value = fromDraft(field, draft);
  if (typeof value !== 'string') return false;
  if (field.type === 'instant') return !isInstantText(value);
  if (field.type === 'date') return !/^\d{4}-\d{2}-\d{2}$/.test(value);
  return ['number', 'integer', 'money', 'lonlat', 'polygon'].includes(field.type);
}

/** An instant as the wire writes it, not what somebody is still typing. */
export function isInstantText(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?Z$/.test(text) && Number.isFinite(Date.parse(text));
}

/** Values of a new record: what was given. */
export function newValues(fields: readonly Field[], drafts: DraftGroup): Values {
  return Object.fromEntries(Object.entries(fromDrafts(fields, drafts)).filter(([, value]) => value !== null));
}

/** Only the fields whose value differs from the record's; null clears. */
export function changedValues(fields: readonly Field[], before: Values, drafts: DraftGroup): Values {
  const now = fromDrafts(fields, drafts);
  return Object.fromEntries(Object.entries(now).filter(([id, value]) => !sameValue(value, normal(before[id]))));
}

export interface Rebased {
  readonly drafts: DraftGroup;
  /** Fields that somebody else changed meanwhile. */
  readonly theirs: readonly string[];
  /** Of these, the ones that this form had changed too: the form's text was kept. */
  readonly clashes: readonly string[];
}

/** Takes over a newer version of the record under a form: what was typed stays, the rest follows. */
export function rebaseDrafts(fields: readonly Field[], before: Values, after: Values, drafts: DraftGroup): Rebased {
  const mine = changedValues(fields, before, drafts);
  const theirs = fields.filter((field) => !sameValue(normal(before[field.id]), normal(after[field.id]))).map((field) => field.id);
  const next = Object.fromEntries(fields.map((field) => [field.id, field.id in mine ? (drafts[field.id] ?? '') : toDraft(field, after[field.id])]));
  return { drafts: next, theirs, clashes: theirs.filter((id) => id in mine && !sameValue(mine[id], normal(after[id]))) };
}

/** `29.9495°N 122.15°E`: every digit that is kept, in the form that a person may type back. */
export function degreesText([lonDeg, latDeg]: readonly [number, number]): string {
  return `${plainNumber(Math.abs(latDeg))}°${latDeg < 0 ? 'S' : 'N'} ${plainNumber(Math.abs(lonDeg))}°${lonDeg < 0 ? 'W' : 'E'}`;
}

/** An empty row of a `rows` field. */
export function emptyRow(field: Field): DraftGroup {
  return toDrafts(field.fields ?? [], {});
}

function readText(field: Field, text: string): unknown {
  switch (field.type) {
    case 'number':
    case 'integer':
      return readNumber(text) ?? text;
    case 'money':
      return fenFromYuan(text) ?? text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    case 'lonlat':
      return parsePosition(text) ?? text;
    case 'polygon':
      return readPolygon(text) ?? text;
    default:
      return text;
  }
}

/** A comma, full-width digits and thin spaces are read as people type them. */
export function readNumber(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(/[\s\u2009,]/g, '').replace('−', '-');
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}

/** Rings from a GeoJSON Polygon, a Feature of one, or bare coordinates. */
function readPolygon(text: string): unknown {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (Array.isArray(given)) return given;
  const { type, geometry, coordinates } = (given ?? {}) as { type?: unknown; geometry?: unknown; coordinates?: unknown };
  if (type === 'Feature') return readPolygon(JSON.stringify(geometry ?? null));
  return type === 'Polygon' && Array.isArray(coordinates) ? coordinates : undefined;
}

export function asList(draft: Draft | undefined): readonly Draft[] {
  return Array.isArray(draft) ? (draft as readonly Draft[]) : [];
}

export function asGroup(draft: Draft | undefined): DraftGroup {
  return typeof draft === 'object' && !Array.isArray(draft) ? (draft as DraftGroup) : {};
}

/** An empty list and no list are the same to a form. */
function normal(value: unknown): unknown {
  return value === undefined || (Array.isArray(value) && value.length === 0) ? null : value;
}

function nullWhenEmpty(items: readonly unknown[]): readonly unknown[] | null {
  return items.length === 0 ? null : items;
}

function sameValue(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

/** JSON with the members of every object in order: the store does not keep theirs. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part);
}
