// A room of registers: the lists at the left, the chosen one as a table, the chosen record beside it.
// All of it is drawn from declarations. What is looked at (register, record, words, state, order) is
// in the address, so that a link shows the same thing to somebody else.

import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { Navigate, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import type { RegisterInfo } from '@anlan/contracts';
import { useQuery } from '../../../api/use-query.ts';
import { useZone } from '../../../app/installation.tsx';
import { useKeys } from '../../../app/keys.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { useColumns } from './columns.tsx';
import { fieldsOf } from './declared.ts';
import { ImportPanel } from './ImportPanel.tsx';
import { RecordPanel } from './RecordPanel.tsx';
import { RegisterNav } from './RegisterNav.tsx';
import { RegisterTable } from './RegisterTable.tsx';
import { nextSort, readSort, sortBy } from './sort.ts';
import { Toolbar } from './Toolbar.tsx';
import { NamesContext, useReadNames, useRegisters } from './use-registers.ts';
import './register.css';

interface Props {
  readonly base: '/readiness' | '/industry';
  /** Rooms of the declarations that are kept here, in the order shown. */
  readonly rooms: readonly string[];
  /** A page of its own, above the registers; without one the first register opens. */
  readonly front?: { readonly title: string; readonly page: ReactNode };
  /** More pages above the registers, each at its own place; no register has such an id. */
  readonly pages?: readonly RoomPage[];
}

export interface RoomPage {
  readonly id: string;
  readonly title: string;
  readonly page: ReactNode;
}

export function RegisterRoom({ base, rooms, front, pages = [] }: Props) {
  const { t } = useI18n();
  const { registerId, recordId } = useParams();
  const query = useRegisters();
  const registers = (query.data ?? []).filter((register) => rooms.includes(register.room));
  const register = registers.find((known) => known.id === registerId);
  if (query.data === undefined) {
    return <div className="whole rg-alone">{query.error === undefined ? <p className="empty-row">{t('web.loading')}</p> : <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}</div>;
  }
  const first = [...registers].sort((a, b) => rooms.indexOf(a.room) - rooms.indexOf(b.room))[0];
  if (registerId === undefined && front === undefined && first !== undefined) return <Navigate to={`${base}/${first.id}`} replace />;
  return (
    <>
      <RegisterNav base={base} rooms={rooms} registers={registers} chosenId={registerId} frontTitle={front?.title} pages={pages} />
      {register !== undefined ? <OneRegister key={register.id} base={base} register={register} recordId={recordId} />
        : pages.some(({ id }) => id === registerId) ? <section className="rg-main rg-wide">{pages.find(({ id }) => id === registerId)?.page}</section>
        : registerId === undefined && front !== undefined ? <section className="rg-main rg-wide">{front.page}</section>
        : <section className="rg-main rg-wide"><p className="empty-row">{registers.length === 0 ? t('web.readiness.no-registers') : t('web.readiness.no-such-register', { id: registerId ?? '' })}</p></section>}
    </>
  );
}

function OneRegister({ base, register, recordId }: { readonly base: string; readonly register: RegisterInfo; readonly recordId: string | undefined }) {
  const names = useReadNames(fieldsOf(register));
  return <NamesContext.Provider value={names}><Desk base={base} register={register} recordId={recordId} /></NamesContext.Provider>;
}

function Desk({ base, register, recordId }: { readonly base: string; readonly register: RegisterInfo; readonly recordId: string | undefined }) {
  const { t, title, locale } = useI18n();
  const zone = useZone();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const search = params.get('q') ?? '';
  const state = params.get('state') ?? '';
  const pageIndex = Math.max(0, Math.floor(Number(params.get('page') ?? '1')) - 1) || 0;
  const sort = readSort(params.get('sort'));
  const mode = params.get('do');
  const filter = { ...(search === '' ? {} : { search }), ...(state === '' ? {} : { state }) };
  const query = useQuery('listRecords', { params: { registerId: register.id }, query: { ...filter, offsetCount: pageIndex * PAGE_COUNT, limit: PAGE_COUNT } });
  const columns = useColumns(register);
  const column = columns.find(({ key }) => key === sort?.columnKey);
  const page = query.data?.records ?? [];
  const records = column === undefined || sort === undefined ? page : sortBy(page, column.sortKey, sort.descending, locale);

  const change = (part: Readonly<Record<string, string>>) => setParams((old) => {
    const next = new URLSearchParams(old);
    for (const [name, value] of Object.entries(part)) if (value === '') next.delete(name); else next.set(name, value);
    return next;
  }, { replace: true });
  const go = (path: string, part: Readonly<Record<string, string>> = {}, replace = false) =>
    void navigate({ pathname: `${base}/${register.id}${path}`, search: withParams(params, part) }, { replace });
  const select = (id: string, replace = false) => go(`/${encodeURIComponent(id)}`, {}, replace);
  const walk = (step: number) => {
    const index = records.findIndex((record) => record.id === recordId);
    const next = records[index < 0 ? 0 : Math.max(0, Math.min(records.length - 1, index + step))];
    if (next !== undefined && next.id !== recordId) select(next.id, recordId !== undefined);
  };
  const panel = mode === 'import' || mode === 'new' || recordId !== undefined;
  useKeys({
    j: () => walk(1), ArrowDown: () => walk(1), k: () => walk(-1), ArrowUp: () => walk(-1),
    n: register.mayEdit ? () => go('', { do: 'new' }) : undefined,
    Escape: panel ? () => go('') : undefined,
  });
  useEffect(() => {
    if (query.data !== undefined && page.length === 0 && pageIndex > 0) change({ page: '' });
    // A page that no longer exists leads back to the first.
  }, [query.data, pageIndex]);
  return (
    <>
      <section className={panel ? 'rg-main' : 'rg-main rg-wide'} aria-label={title(register.titles)}>
        <Toolbar register={register} filter={filter} page={query.data} pageIndex={pageIndex} pageCount={PAGE_COUNT} sorted={sort !== undefined} onChange={change} onNew={() => go('', { do: 'new' })} onImport={() => go('', { do: 'import' })} />
        {query.error !== undefined && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
        {query.data === undefined ? query.error === undefined && <p className="empty-row">{t('web.loading')}</p>
          : page.length === 0 ? <Empty register={register} filtered={search !== '' || state !== ''} onClear={() => change({ q: '', state: '', page: '' })} />
          : <RegisterTable label={title(register.titles)} columns={columns} records={records} totalCount={query.data.totalCount} selectedId={recordId} onSelect={(id) => select(id)} sort={sort} onSort={(key) => change({ sort: nextSort(sort, key) })} />}
      </section>
      {panel && (
        <article className="rg-panel" key={`${mode ?? ''}/${recordId ?? ''}/${zone}`}>
          {mode === 'import' ? <ImportPanel register={register} onClose={() => go('')} />
            : <RecordPanel register={register} recordId={mode === 'new' ? undefined : recordId} listed={page.find((record) => record.id === recordId)} onClose={() => go('')} onMade={(id) => select(id, true)} />}
        </article>
      )}
    </>
  );
}

/** The search part of the address for another place of the room: what was being done is left. */
function withParams(params: URLSearchParams, part: Readonly<Record<string, string>>): string {
  const next = new URLSearchParams(params);
  next.delete('do');
  for (const [name, value] of Object.entries(part)) next.set(name, value);
  return next.toString();
}

function Empty({ register, filtered, onClear }: { readonly register: RegisterInfo; readonly filtered: boolean; readonly onClear: () => void }) {
  const { t } = useI18n();
  if (!filtered) return <p className="empty-row">{register.mayEdit ? t('web.readiness.empty-editable') : t('web.readiness.empty')}</p>;
  return <p className="empty-row">{t('web.readiness.nothing-found')} <button type="button" className="btn slim" onClick={onClear}>{t('web.readiness.clear-filter')}</button></p>;
}

/** Records that one page holds; the table draws only those in sight. */
const PAGE_COUNT = 500;
