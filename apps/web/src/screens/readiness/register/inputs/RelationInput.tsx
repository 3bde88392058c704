// Another record, found by any part of its name or by pinyin initials; the server searches.

import { useEffect, useState } from 'react';
import { Select } from 'antd';
import { useQuery } from '../../../../api/use-query.ts';
import { useI18n } from '../../../../i18n/i18n.tsx';
import type { InputProps } from './input-props.ts';
import { controlId } from './input-props.ts';
import { useNames } from '../use-registers.ts';

export function RelationInput({ field, path, draft, problems, onChange }: InputProps) {
  const { t, title } = useI18n();
  const names = useNames();
  const registerId = field.relationRegisterId ?? '';
  const id = typeof draft === 'string' ? draft : '';
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const search = usePause(typed);
  const found = useQuery('listRecords', { params: { registerId }, query: { limit: FOUND_COUNT, ...(search === '' ? {} : { search }) } }, { enabled: open });
  const own = names.nameOf(registerId, id);
  const options = (found.data?.records ?? []).map((record) => ({ value: record.id, label: title(record.title), record }));
  if (id !== '' && !options.some(({ value }) => value === id) && search === '') options.unshift({ value: id, label: own === undefined ? id : title(own), record: undefined as never });
  const more = (found.data?.totalCount ?? 0) - (found.data?.records.length ?? 0);
  const href = id === '' ? undefined : names.hrefOf(registerId, id);
  return (
    <span className={href === undefined ? undefined : 'rg-beside'}>
      <Select
        id={controlId(path)} className="rg-select" allowClear open={open} onOpenChange={setOpen} value={id === '' ? null : id} aria-invalid={problems.byPath.has(path)} {...(problems.byPath.has(path) ? { status: 'error' as const } : {})}
        placeholder={t('web.readiness.relation-placeholder')} showSearch={{ filterOption: false, onSearch: setTyped }} options={options}
        notFoundContent={found.data === undefined ? (found.error === undefined ? t('web.loading') : t('web.readiness.relation-refused')) : t('web.readiness.nothing-found')}
        onChange={(next: string | null | undefined) => onChange(next ?? '')}
        optionRender={(option) => <span className="rg-option"><span className="cut">{option.label}</span><em className="num cut">{String(option.value)}</em></span>}
        popupRender={(menu) => <>{menu}{more > 0 && <p className="hint rg-more">{t('web.readiness.relation-more', { count: more })}</p>}</>}
      />
      {href !== undefined && <a className="btn slim" href={href} target="_blank" rel="noreferrer">{t('web.readiness.open')}</a>}
    </span>
  );
}

function usePause(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), 200);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}

const FOUND_COUNT = 50;
