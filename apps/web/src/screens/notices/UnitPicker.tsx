// To whom: every addressee of the register, or units one by one, found by any part of the name or by
// pinyin initials. What is chosen stays chosen while something else is searched.

import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { isAddressee, useUnits } from './use-units.ts';

interface Props {
  readonly toAll: boolean;
  readonly chosenIds: ReadonlySet<string>;
  readonly onToAll: (toAll: boolean) => void;
  readonly onChosen: (ids: ReadonlySet<string>) => void;
}

export function UnitPicker({ toAll, chosenIds, onToAll, onChosen }: Props) {
  const { t, title } = useI18n();
  const [search, setSearch] = useState('');
  const units = useUnits();
  const found = useUnits(search.trim());
  const toggle = (id: string) => onChosen(new Set(chosenIds.has(id) ? [...chosenIds].filter((known) => known !== id) : [...chosenIds, id]));
  const addresseeCount = units?.filter(isAddressee).length ?? 0;
  return (
    <aside className="nt-panel">
      <h2 className="section-bar">{t('web.notices.addressees')}</h2>
      <fieldset className="nt-choice">
        <legend className="hidden-text">{t('web.notices.addressees')}</legend>
        <label><input type="radio" name="addressees" checked={toAll} onChange={() => onToAll(true)} /> {t('web.notices.to.all-addressees')} <b className="num">{addresseeCount}</b></label>
        <label><input type="radio" name="addressees" checked={!toAll} onChange={() => onToAll(false)} /> {t('web.notices.to.chosen')} <b className="num">{chosenIds.size}</b></label>
      </fieldset>
      {!toAll && (
        <>
          <p className="nt-search"><input className="input" type="search" aria-label={t('web.notices.search')} placeholder={t('web.notices.search')} value={search} onChange={(event) => setSearch(event.target.value)} /></p>
          <ul className="scroll nt-pick">
            {found?.map((unit) => <li key={unit.id}><label><input type="checkbox" checked={chosenIds.has(unit.id)} onChange={() => toggle(unit.id)} /> <span className="cut">{title(unit.title)}</span></label></li>)}
            {found?.length === 0 && <li className="empty-row">{t('web.notices.none-found')}</li>}
          </ul>
        </>
      )}
      {toAll && <ul className="scroll nt-pick">{units?.filter(isAddressee).map((unit) => <li key={unit.id} className="cut">{title(unit.title)}</li>)}</ul>}
    </aside>
  );
}
