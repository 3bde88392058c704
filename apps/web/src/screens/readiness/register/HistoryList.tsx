// What became of a record: who, when, from what to what, and why. Newest first; what a record began
// with is folded, because the sheet shows it.

import type { RegisterInfo, RegisterRecord, RouteAnswer } from '@anlan/contracts';
import type { WebKey } from '@anlan/messages';
import { useQuery } from '../../../api/use-query.ts';
import { useZone } from '../../../app/installation.tsx';
import { dateTime } from '../../../format/time.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import type { Field } from './declared.ts';
import { fieldsOf } from './declared.ts';
import { FieldValue } from './FieldValue.tsx';

type Entry = RouteAnswer<'getRecordHistory'>['entries'][number];

export function HistoryList({ register, record }: { readonly register: RegisterInfo; readonly record: RegisterRecord }) {
  const { t } = useI18n();
  const query = useQuery('getRecordHistory', { params: { registerId: register.id, id: record.id } });
  if (query.data === undefined) return query.error === undefined ? <p className="empty-row">{t('web.loading')}</p> : <ErrorBox error={query.error} onRetry={() => void query.refetch()} />;
  const entries = query.data.entries.toReversed();
  return <ol className="rg-history">{entries.map((entry, index) => <HistoryEntry key={entries.length - index} entry={entry} register={register} />)}</ol>;
}

function HistoryEntry({ entry, register }: { readonly entry: Entry; readonly register: RegisterInfo }) {
  const { t, who } = useI18n();
  const zone = useZone();
  const created = entry.type === 'record.created';
  const given = created ? entry.changes.filter(({ to }) => to !== null && to !== false) : entry.changes;
  const late = entry.recordedAt !== entry.at;
  return (
    <li>
      <p className="rg-history-head"><span className="num">{dateTime(entry.at, zone)}</span> <b>{who(entry.by)}</b> <span className="tag">{typeName(t, entry.type)}</span></p>
      {late && <p className="small quiet num">{t('web.readiness.recorded', { time: dateTime(entry.recordedAt, zone) })}</p>}
      {entry.reason !== null && <p className="rg-reason">{entry.reason}</p>}
      {created ? (
        <details><summary>{t('web.readiness.given-count', { count: given.length })}</summary><Changes changes={given} register={register} created /></details>
      ) : <Changes changes={given} register={register} />}
    </li>
  );
}

function Changes({ changes, register, created = false }: { readonly changes: Entry['changes']; readonly register: RegisterInfo; readonly created?: boolean }) {
  const { title } = useI18n();
  const fields = fieldsOf(register);
  return (
    <dl className="rg-changes">
      {changes.map(({ fieldId, from, to }) => {
        const field = fields.find((known) => known.id === fieldId) ?? ownField(fieldId, register);
        return (
          <div key={fieldId}>
            <dt>{title(field.titles)}</dt>
            <dd>{!created && <><s><FieldValue field={field} value={from} /></s> <span aria-hidden="true">→</span> </>}<FieldValue field={field} value={to} /></dd>
          </div>
        );
      })}
    </dl>
  );
}

function typeName(t: (key: WebKey) => string, type: string): string {
  const name = t(`web.readiness.event.${type}` as WebKey);
  return name.startsWith('[') ? type : name;
}

/** `state` and `archived` are changed like fields but declared apart. */
function ownField(fieldId: string, register: RegisterInfo): Field {
  const none = { itemType: null, unitCode: null, min: null, max: null, required: false, relationRegisterId: null, column: false, personal: false, searchable: false, fixed: false, system: true, fields: null };
  if (fieldId === 'state') return { ...none, id: 'state', titles: { zh: '状态', en: 'State' }, type: 'code', codeList: register.states };
  if (fieldId === 'archived') return { ...none, id: 'archived', titles: { zh: '归档', en: 'Archived' }, type: 'boolean', codeList: null };
  return { ...none, id: fieldId, titles: { zh: fieldId, en: fieldId }, type: 'text', codeList: null };
}
