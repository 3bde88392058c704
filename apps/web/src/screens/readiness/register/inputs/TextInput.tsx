// Text, long text, a polygon as GeoJSON text, the number of a kept document.

import { urlOf } from '../../../../api/call.ts';
import { useI18n } from '../../../../i18n/i18n.tsx';
import { isUnreadable } from '../draft.ts';
import type { InputProps } from './input-props.ts';
import { controlId } from './input-props.ts';

export function TextInput({ field, path, draft, problems, onChange }: InputProps) {
  const { t } = useI18n();
  const text = typeof draft === 'string' ? draft : '';
  const common = { id: controlId(path), value: text, 'aria-invalid': problems.byPath.has(path) || isUnreadable(field, draft), 'aria-required': field.required };
  if (field.type === 'longtext' || field.type === 'polygon') {
    return <textarea {...common} className={field.type === 'polygon' ? 'input rg-json' : 'input'} rows={4} spellCheck={false} onChange={(event) => onChange(event.target.value)} />;
  }
  return (
    <span className={field.type === 'document' && text !== '' ? 'rg-beside' : undefined}>
      <input {...common} className="input" autoComplete="off" spellCheck={false} onChange={(event) => onChange(event.target.value)} />
      {field.type === 'document' && text !== '' && <a className="btn slim" href={urlOf('getArtefact', { params: { id: text } })} target="_blank" rel="noreferrer">{t('web.readiness.document.open')}</a>}
    </span>
  );
}
