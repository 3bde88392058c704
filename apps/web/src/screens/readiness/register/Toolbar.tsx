// Above the table: search (names, numbers, pinyin initials), state, page, import, export, new. The
// bar under it says what is shown, why it may not be edited, and what runs out.

import { useEffect, useRef, useState } from 'react';
import { Dropdown } from 'antd';
import type { RegisterInfo, RouteAnswer } from '@anlan/contracts';
import { callBytes } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useKeys } from '../../../app/keys.ts';
import { useNow } from '../../../app/now.ts';
import { useAccount } from '../../../app/seat.tsx';
import { num } from '../../../format/numbers.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { countRunning } from './expiry.ts';

interface Filter { readonly search?: string; readonly state?: string }

interface Props {
  readonly register: RegisterInfo;
  readonly filter: Filter;
  readonly page: RouteAnswer<'listRecords'> | undefined;
  readonly pageIndex: number;
  readonly pageCount: number;
  readonly sorted: boolean;
  readonly onChange: (part: Readonly<Record<string, string>>) => void;
  readonly onNew: () => void;
  readonly onImport: () => void;
}

export function Toolbar({ register, filter, page, pageIndex, pageCount, sorted, onChange, onNew, onImport }: Props) {
  const { t, title } = useI18n();
  return (
    <>
      <div className="rg-tools">
        <SearchBox value={filter.search ?? ''} onChange={(q) => onChange({ q, page: '' })} />
        <select className="input rg-state" aria-label={t('web.readiness.state-filter')} value={filter.state ?? ''} onChange={(event) => onChange({ state: event.target.value, page: '' })}>
          <option value="">{register.states.length === 0 ? t('web.readiness.in-use') : t('web.readiness.all-states')}</option>
          {register.states.map(({ code, titles }) => <option key={code} value={code}>{title(titles)}</option>)}
          <option value="archived">{t('web.readiness.archived')}</option>
        </select>
        <span className="rg-gap" />
        <ExportButton register={register} filter={filter} totalCount={page?.totalCount ?? 0} />
        {register.mayEdit && <button type="button" className="btn" onClick={onImport}>{t('web.readiness.import')}</button>}
        {register.mayEdit && <button type="button" className="btn primary" onClick={onNew}>{t('web.readiness.new')} <kbd>N</kbd></button>}
      </div>
      <ShownBar register={register} page={page} pageIndex={pageIndex} pageCount={pageCount} sorted={sorted} onChange={onChange} />
    </>
  );
}

/** What is typed goes to the address after a pause, and never in the middle of an input method. */
function SearchBox({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const composing = useRef(false);
  const latest = useRef(onChange);
  latest.current = onChange;
  useEffect(() => setText(value), [value]);
  useEffect(() => {
    if (text.trim() === value || composing.current) return undefined;
    const timer = setTimeout(() => latest.current(text.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value]);
  useKeys({ f: () => input.current?.focus() });
  return (
    <span className="rg-search">
      <input
        ref={input} type="search" className="input" value={text} placeholder={t('web.readiness.search')} aria-label={t('web.readiness.search')} autoComplete="off" spellCheck={false} maxLength={100}
        onChange={(event) => setText(event.target.value)} onCompositionStart={() => (composing.current = true)}
        onCompositionEnd={(event) => {
          composing.current = false;
          setText(event.currentTarget.value);
          latest.current(event.currentTarget.value.trim());
        }}
        onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
      />
      {text === '' && <kbd>F</kbd>}
    </span>
  );
}

/** Exports what the filter shows, all pages of it; the count is written on the button. */
function ExportButton({ register, filter, totalCount }: { readonly register: RegisterInfo; readonly filter: Filter; readonly totalCount: number }) {
  const { t } = useI18n();
  const action = useAction();
  const formats = register.geometryFieldId === null ? (['csv', 'xlsx'] as const) : (['csv', 'xlsx', 'geojson'] as const);
  const take = (format: 'csv' | 'xlsx' | 'geojson') => void action.run(async () => {
    const blob = await callBytes('exportRecords', { params: { registerId: register.id }, query: { format, ...filter } });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = `${register.id}.${format}`;
    link.click();
    URL.revokeObjectURL(link.href);
  });
  const items = formats.map((format) => ({ key: format, label: t(`web.readiness.format.${format}`), onClick: () => take(format) }));
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} disabled={totalCount === 0 || action.busy}>
        <button type="button" className="btn" disabled={totalCount === 0 || action.busy}>{totalCount === 0 ? t('web.readiness.export-none') : t('web.readiness.export', { count: num(totalCount) })}</button>
      </Dropdown>
      {action.error !== undefined && <div className="rg-notice"><ErrorBox error={action.error} onClose={action.clear} /></div>}
    </>
  );
}

function ShownBar({ register, page, pageIndex, pageCount, sorted, onChange }: Pick<Props, 'register' | 'page' | 'pageIndex' | 'pageCount' | 'sorted' | 'onChange'>) {
  const { t, title } = useI18n();
  const now = useNow();
  const account = useAccount();
  const totalCount = page?.totalCount ?? 0;
  const shownCount = page?.records.length ?? 0;
  const many = totalCount > pageCount;
  const { expiredCount, dueCount } = countRunning(register, page?.records ?? [], now);
  const role = account.roles[0];
  return (
    <div className="section-bar rg-shown">
      <h1>{title(register.titles)}</h1>
      <span className="num">{page === undefined ? '' : many ? t('web.readiness.shown-part', { from: num(pageIndex * pageCount + 1), to: num(pageIndex * pageCount + shownCount), total: num(totalCount) }) : t('web.readiness.shown-all', { total: num(totalCount) })}</span>
      {many && (
        <span className="rg-pages">
          <button type="button" className="btn slim" disabled={pageIndex === 0} onClick={() => onChange({ page: String(pageIndex) })}>{t('web.readiness.page-back')}</button>
          <button type="button" className="btn slim" disabled={(pageIndex + 1) * pageCount >= totalCount} onClick={() => onChange({ page: String(pageIndex + 2) })}>{t('web.readiness.page-on')}</button>
        </span>
      )}
      {sorted && many && <span className="quiet">{t('web.readiness.sorted-page')}</span>}
      {expiredCount + dueCount > 0 && (
        <button type="button" className="rg-running" title={t('web.readiness.running-sort')} onClick={() => onChange({ sort: register.expiryFieldId ?? '' })}>
          {expiredCount > 0 && <span className="chip">{t('web.readiness.expired-count', { count: expiredCount })}</span>}
          {dueCount > 0 && <span className="chip outline">{t('web.readiness.due-count', { count: dueCount })}</span>}
        </button>
      )}
      {!register.mayEdit && <em title={t('web.readiness.read-only-register')}>{t('web.readiness.read-only-why', { role: role === undefined ? t('web.seat.no-role') : t(`web.role.${role}`) })}</em>}
    </div>
  );
}

const TYPING_PAUSE_MS = 250;
