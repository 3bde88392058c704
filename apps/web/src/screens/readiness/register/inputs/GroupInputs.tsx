// Fields of several values: a name in both languages, a list, rows of small groups. A group draws its
// parts with the same FieldInput that drew the group; it is handed in, so that neither file needs the other.

import type { ComponentType } from 'react';
import { useI18n } from '../../../../i18n/i18n.tsx';
import { itemField } from '../declared.ts';
import type { Draft } from '../draft.ts';
import { asGroup, asList, emptyRow } from '../draft.ts';
import type { InputProps } from './input-props.ts';
import { controlId } from './input-props.ts';

type GroupProps = InputProps & { readonly Part: ComponentType<InputProps> };

export function TitlesInput({ field, path, draft, problems, onChange }: InputProps) {
  const { t } = useI18n();
  const group = asGroup(draft);
  return (
    <>
      {(['zh', 'en'] as const).map((language) => (
        <span key={language} className="rg-language">
          <span className="quiet">{t(`web.readiness.language.${language}`)}</span>
          <input id={`${controlId(path)}.${language}`} className="input" lang={language === 'zh' ? 'zh-CN' : 'en'} aria-label={t(`web.readiness.language.${language}`)} value={String(group[language] ?? '')} aria-required={field.required} aria-invalid={problems.byPath.has(path)} autoComplete="off" onChange={(event) => onChange({ ...group, [language]: event.target.value })} />
        </span>
      ))}
    </>
  );
}

export function ListInput({ field, path, draft, problems, onChange, Part }: GroupProps) {
  const { t, title } = useI18n();
  const items = asList(draft);
  if (field.itemType === 'code') {
    const chosen = new Set(items.map(String));
    const codes = field.codeList ?? [];
    return (
      <div className="rg-checks">
        {codes.map(({ code, titles }) => (
          <label key={code}><input type="checkbox" checked={chosen.has(code)} onChange={(event) => onChange(codes.map((entry) => entry.code).filter((known) => (known === code ? event.target.checked : chosen.has(known))))} />{title(titles)}</label>
        ))}
      </div>
    );
  }
  const set = (index: number, item: Draft) => onChange(items.map((old, position) => (position === index ? item : old)));
  return (
    <div className="rg-items">
      {items.map((item, index) => (
        <div key={index} className="rg-item">
          <Part field={{ ...itemField(field), titles: { zh: `${index + 1}`, en: `${index + 1}` } }} path={`${path}[${index}]`} draft={item} problems={problems} onChange={(next) => set(index, next)} />
          <RemoveButton onRemove={() => onChange(items.filter((_, position) => position !== index))} />
        </div>
      ))}
      <button type="button" className="btn slim" onClick={() => onChange([...items, field.itemType === 'titles' ? {} : ''])}>{t('web.readiness.add-item')}</button>
    </div>
  );
}

export function RowsInput({ field, path, draft, problems, onChange, Part }: GroupProps) {
  const { t } = useI18n();
  const rows = asList(draft);
  const set = (index: number, row: Draft) => onChange(rows.map((old, position) => (position === index ? row : old)));
  return (
    <div className="rg-items">
      {rows.map((row, index) => (
        <fieldset key={index} className="rg-row-box">
          <legend className="num">{index + 1}</legend>
          <RemoveButton onRemove={() => onChange(rows.filter((_, position) => position !== index))} />
          <div className="rg-row-fields">
            {(field.fields ?? []).filter((sub) => !sub.system).map((sub) => (
              <Part key={sub.id} field={sub} path={`${path}[${index}].${sub.id}`} draft={asGroup(row)[sub.id]} problems={problems} onChange={(next) => set(index, { ...asGroup(row), [sub.id]: next })} />
            ))}
          </div>
        </fieldset>
      ))}
      <button type="button" className="btn slim" onClick={() => onChange([...rows, emptyRow(field)])}>{t('web.readiness.add-row')}</button>
    </div>
  );
}

function RemoveButton({ onRemove }: { readonly onRemove: () => void }) {
  const { t } = useI18n();
  return <button type="button" className="btn slim plain rg-remove" onClick={onRemove}>{t('web.readiness.remove')}</button>;
}
