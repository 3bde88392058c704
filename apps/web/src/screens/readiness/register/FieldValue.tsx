// A value for people: units, codes in words, money in yuan, relations as links with the other
// record's name. In a table one line; on the sheet of a record as much room as it needs.

import { Link } from 'react-router-dom';
import type { LonLat } from '@anlan/contracts';
import { useQuery } from '../../../api/use-query.ts';
import { useZone } from '../../../app/installation.tsx';
import { dateTime } from '../../../format/time.ts';
import { position } from '../../../format/units.ts';
import type { I18n } from '../../../i18n/i18n.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import type { Field, Titles, Values } from './declared.ts';
import { itemField } from './declared.ts';
import { DocumentLink } from './DocumentLink.tsx';
import { money } from './money.ts';
import type { SortKey } from './sort.ts';
import { fieldQuantity } from './units.ts';
import type { Names } from './use-registers.ts';
import { useNames } from './use-registers.ts';

interface Props { readonly field: Field; readonly value: unknown; readonly table?: boolean }

export function FieldValue({ field, value, table = false }: Props) {
  const i18n = useI18n();
  const zone = useZone();
  const { t } = i18n;
  if (value === undefined && field.personal) return <span className="quiet">{t('web.readiness.personal')}</span>;
  if (value === null || value === undefined) return <span className="quiet">{table ? '—' : t('web.readiness.not-given')}</span>;
  if (field.type === 'relation') return <RelationLink registerId={field.relationRegisterId ?? ''} id={String(value)} />;
  if (field.type === 'document') return <DocumentLink documentId={String(value)} />;
  if (field.type === 'list') return <ListValue field={field} items={value as readonly unknown[]} table={table} />;
  if (field.type === 'rows') return table ? <>{t('web.readiness.rows-count', { count: (value as readonly unknown[]).length })}</> : <RowsValue field={field} rows={value as readonly Values[]} />;
  const shown = plainText(field, value, i18n, zone);
  return <span className={NUMERIC.has(field.type) ? 'num' : field.type === 'longtext' ? 'rg-long' : undefined}>{shown}</span>;
}

/** Name of the record that is pointed at, as a link where this person may open it. */
export function RelationLink({ registerId, id }: { readonly registerId: string; readonly id: string }) {
  const { title } = useI18n();
  const names = useNames();
  const known = names.nameOf(registerId, id);
  const asked = useQuery('getRecord', { params: { registerId, id } }, { enabled: known === undefined && registerId !== '' && names.isRead(registerId) }).data;
  const shown = known ?? asked?.title;
  const text = shown === undefined ? id : title(shown);
  const href = names.hrefOf(registerId, id);
  return href === undefined ? <span>{text}</span> : <Link to={href} onClick={(event) => event.stopPropagation()}>{text}</Link>;
}

/** What is shown for a value that is neither a link nor a group. */
export function plainText(field: Field, value: unknown, { locale, t, title }: I18n, zone: string): string {
  switch (field.type) {
    case 'titles':
      return title(value as Titles);
    case 'number':
    case 'integer':
      return fieldQuantity(field, value as number, locale);
    case 'money':
      return money(value as number, locale);
    case 'boolean':
      return value === true ? t('web.readiness.yes') : t('web.readiness.no');
    case 'code': {
      const entry = field.codeList?.find((known) => known.code === value);
      return entry === undefined ? String(value) : title(entry.titles);
    }
    case 'instant':
      return dateTime(value as string, zone).slice(0, 16);
    case 'lonlat':
      return position(value as LonLat);
    case 'polygon':
      return t('web.readiness.polygon', { count: (value as readonly (readonly unknown[])[]).reduce((total, ring) => total + Math.max(0, ring.length - 1), 0) });
    default:
      return String(value);
  }
}

/** By what a column sorts: numbers as numbers, instants by time, relations by the name shown. */
export function sortKeyOf(field: Field, value: unknown, i18n: I18n, zone: string, names: Names): SortKey {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  if (field.type === 'instant') return Date.parse(String(value));
  if (field.type === 'relation') {
    const name = names.nameOf(field.relationRegisterId ?? '', String(value));
    return name === undefined ? String(value) : i18n.title(name);
  }
  if (Array.isArray(value)) return field.type === 'lonlat' ? position(value as unknown as LonLat) : value.length;
  return plainText(field, value, i18n, zone);
}

function ListValue({ field, items, table }: { readonly field: Field; readonly items: readonly unknown[]; readonly table: boolean }) {
  const { t } = useI18n();
  return (
    <>
      {items.map((item, index) => (
        <span key={index}>{index > 0 && t('web.list.separator')}<FieldValue field={itemField(field)} value={item} table={table} /></span>
      ))}
    </>
  );
}

function RowsValue({ field, rows }: { readonly field: Field; readonly rows: readonly Values[] }) {
  const { title } = useI18n();
  const fields = field.fields ?? [];
  return (
    <div className="rg-rows-scroll">
      <table className="rg-rows">
        <thead><tr>{fields.map((sub) => <th key={sub.id} scope="col" className={NUMERIC.has(sub.type) ? 'right' : undefined}>{title(sub.titles)}</th>)}</tr></thead>
        <tbody>
          {rows.map((row, index) => <tr key={index}>{fields.map((sub) => <td key={sub.id} className={NUMERIC.has(sub.type) ? 'right' : undefined}><FieldValue field={sub} value={row[sub.id]} table /></td>)}</tr>)}
        </tbody>
      </table>
    </div>
  );
}

export const NUMERIC: ReadonlySet<Field['type']> = new Set(['number', 'integer', 'money', 'date', 'instant', 'lonlat']);
