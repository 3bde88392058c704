// Columns of a register's table, from its declaration: the name first and always in view, then the
// declared columns, the state, and what is there, held and free where stock is kept.

import type { ReactNode } from 'react';
import type { RegisterInfo, RegisterRecord } from '@anlan/contracts';
import { useZone } from '../../../app/installation.tsx';
import { useNow } from '../../../app/now.ts';
import { THIN } from '../../../format/numbers.ts';
import { dateTime } from '../../../format/time.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { SimulatedTag } from '../../../parts/Marks.tsx';
import type { Field } from './declared.ts';
import { confidenceOf, fieldsOf, isSimulated } from './declared.ts';
import { runningOut } from './expiry.ts';
import { FieldValue, sortKeyOf } from './FieldValue.tsx';
import { groupDigits } from './money.ts';
import type { SortKey } from './sort.ts';
import { plainNumber, unitWord } from './units.ts';
import { useNames } from './use-registers.ts';

export interface Column {
  readonly key: string;
  readonly title: string;
  /** Least width in rem; what is left over is shared in the same proportion. */
  readonly widthRem: number;
  readonly right: boolean;
  readonly cell: (record: RegisterRecord) => ReactNode;
  readonly sortKey: (record: RegisterRecord) => SortKey;
}

export function useColumns(register: RegisterInfo): readonly Column[] {
  const i18n = useI18n();
  const zone = useZone();
  const names = useNames();
  const { t, title } = i18n;
  const fields = fieldsOf(register).filter((field) => field.column);
  const named = fields.filter((field) => field.id === register.titleFieldId);
  const ofField = (field: Field): Column => ({
    key: field.id, title: title(field.titles), widthRem: widthOf(register, field), right: field.type === 'number' || field.type === 'integer' || field.type === 'money',
    cell: (record) => (register.expiry.some(({ fieldId }) => fieldId === field.id) ? <ExpiryCell register={register} record={record} field={field} /> : <FieldValue field={field} value={record.values[field.id]} table />),
    sortKey: (record) => sortKeyOf(field, record.values[field.id], i18n, zone, names),
  });
  const first: Column = {
    key: register.titleFieldId, title: named[0] === undefined ? t('web.readiness.column.record') : title(named[0].titles), widthRem: named[0]?.type === 'text' ? 12 : 20, right: false,
    cell: (record) => <NameCell register={register} record={record} />, sortKey: (record) => title(record.title),
  };
  const state: Column = {
    key: 'state', title: t('web.readiness.column.state'), widthRem: 8, right: false,
    cell: (record) => <StateText register={register} record={record} />, sortKey: (record) => register.states.findIndex(({ code }) => code === record.state),
  };
  const holding = (key: 'on-hand' | 'held' | 'free', valueOf: (onHandValue: number, heldValue: number) => number): Column => ({
    key: `holding.${key}`, title: t(`web.readiness.holding.${key}`), widthRem: key === 'free' ? 9.6 : 7.2, right: true,
    cell: (record) => (record.holding === null ? <span className="quiet">—</span> : <span className="num">{groupDigits(plainNumber(valueOf(record.holding.onHandValue, record.holding.heldValue)))}{key === 'free' && <span className="quiet">{THIN}{unitWord(record.holding.unitCode, i18n.locale)}</span>}</span>),
    sortKey: (record) => (record.holding === null ? null : valueOf(record.holding.onHandValue, record.holding.heldValue)),
  });
  const declared = fields.filter((field) => field.id !== register.titleFieldId).map(ofField);
  const states = register.states.length === 0 ? [] : [state];
  if (!register.hasHolding) return [first, ...declared, ...states];
  // Where stock is kept, how much is free is the question: it stands beside what the stock is.
  const stock = [holding('on-hand', (onHand) => onHand), holding('held', (_, held) => held), holding('free', (onHand, held) => onHand - held)];
  return [first, ...declared.slice(0, 1), ...stock, ...states, ...declared.slice(1)];
}

/** The name with what must never be overlooked: simulated, else how far it may be trusted. */
function NameCell({ register, record }: { readonly register: RegisterInfo; readonly record: RegisterRecord }) {
  const { title } = useI18n();
  const confidence = confidenceOf(register, record);
  return (
    <span className="rg-name">
      <span className="cut">{title(record.title)}</span>
      {isSimulated(record) ? <SimulatedTag /> : confidence !== undefined && confidence.code !== 'verified' && <span className="tag dashed">{title(confidence.titles)}</span>}
    </span>
  );
}

export function StateText({ register, record }: { readonly register: RegisterInfo; readonly record: RegisterRecord }) {
  const { t, title } = useI18n();
  const state = register.states.find(({ code }) => code === record.state);
  if (record.archived) return <span className="tag">{t('web.readiness.archived')}</span>;
  return <>{state === undefined ? (record.state ?? '—') : title(state.titles)}</>;
}

function ExpiryCell({ register, record, field }: { readonly register: RegisterInfo; readonly record: RegisterRecord; readonly field: Field }) {
  const { t } = useI18n();
  const zone = useZone();
  const now = useNow();
  const running = runningOut(register, record, now).find(({ fieldId }) => fieldId === field.id);
  return (
    <span className="rg-expiry">
      {running === undefined ? <FieldValue field={field} value={record.values[field.id]} table /> : <span className="num" title={dateTime(running.at, zone)}>{dateTime(running.at, zone).slice(0, 10)}</span>}
      {running?.state === 'expired' && <span className="chip">{t('web.readiness.expired')}</span>}
      {running?.state === 'due' && <span className="chip outline">{t('web.readiness.days-left', { days: Math.ceil(running.leftMs / 86_400_000) })}</span>}
    </span>
  );
}

function widthOf(register: RegisterInfo, field: Field): number {
  if (register.expiry.some(({ fieldId }) => fieldId === field.id)) return EXPIRY_WIDTH_REM;
  if (field.unitCode === 'm/s') return SPEED_WIDTH_REM;
  if (field.type !== 'code') return WIDTHS_REM[field.type] ?? 12;
  const longest = Math.max(0, ...(field.codeList ?? []).map(({ titles }) => Math.max(titles.zh.length * 1.3, titles.en.length * 0.7)));
  return Math.min(20, Math.max(8, longest + 2));
}

/** rem; enough for the longest usual value in both languages. */
const WIDTHS_REM: Partial<Record<Field['type'], number>> = {
  text: 14.4, longtext: 16, titles: 16, number: 9.6, integer: 8, boolean: 6.4, date: 9.6, instant: 14.4, money: 14.4, code: 11.2, relation: 16, lonlat: 18, polygon: 10, document: 8, list: 14, rows: 8,
};
/** A day with the mark beside it. */
const EXPIRY_WIDTH_REM = 18;
/** Metres a second with the knots beside them. */
const SPEED_WIDTH_REM = 14.4;
