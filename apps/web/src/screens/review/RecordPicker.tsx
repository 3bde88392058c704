// Finds one record of a register by its name (pinyin initials work where the server knows them) and
// keeps it; what was picked is shown in full, never only its first letters.

import { useState } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { useI18n } from '../../i18n/i18n.tsx';

export interface Picked { readonly registerId: string; readonly id: string; readonly title: string }

interface Props { readonly id: string; readonly label: string; readonly registerId: string; readonly picked: Picked | undefined; readonly onPick: (picked: Picked | undefined) => void }

export function RecordPicker({ id, label, registerId, picked, onPick }: Props) {
  const { t, title } = useI18n();
  const [text, setText] = useState('');
  const page = useQuery('listRecords', { params: { registerId }, query: { limit: SHOWN_COUNT, ...(text.trim() === '' ? {} : { search: text.trim() }) } }, { enabled: picked === undefined });
  if (picked !== undefined) {
    return (
      <div className="field">
        <span className="label">{label}</span>
        <p className="picked"><b>{picked.title}</b><button type="button" className="btn slim" onClick={() => onPick(undefined)}>{t('web.review.pick-other')}</button></p>
      </div>
    );
  }
  const records = page.data?.records ?? [];
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="input" type="search" placeholder={t('web.review.pick-search')} value={text} autoComplete="off" onChange={(event) => setText(event.target.value)} onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        const [first] = records;
        if (first !== undefined && text.trim() !== '') onPick({ registerId, id: first.id, title: title(first.title) });
      }} />
      <ul className="pick-list">
        {records.map((record) => <li key={record.id}><button type="button" onClick={() => onPick({ registerId, id: record.id, title: title(record.title) })}><span className="cut">{title(record.title)}</span><span className="quiet num small">{record.id}</span></button></li>)}
        {page.data !== undefined && records.length === 0 && <li className="quiet">{t('web.command.nothing')}</li>}
        {page.data !== undefined && page.data.totalCount > records.length && <li className="quiet small">{t('web.review.pick-more', { count: page.data.totalCount - records.length })}</li>}
      </ul>
    </div>
  );
}

const SHOWN_COUNT = 6;
