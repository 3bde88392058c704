// One of a few: yes or no, a code from its list; and a moment in the region's own time.

import { useZone } from '../../../../app/installation.tsx';
import { fromLocalInput, toLocalInput, zoneName } from '../../../../format/time.ts';
import { useI18n } from '../../../../i18n/i18n.tsx';
import type { InputProps } from './input-props.ts';
import { controlId } from './input-props.ts';

export function ChoiceInput({ field, path, draft, problems, onChange }: InputProps) {
  const { t, title } = useI18n();
  const value = typeof draft === 'string' ? draft : '';
  const options = field.type === 'boolean'
    ? [{ code: 'true', name: t('web.readiness.yes') }, { code: 'false', name: t('web.readiness.no') }]
    : (field.codeList ?? []).map(({ code, titles }) => ({ code, name: title(titles) }));
  return (
    <select id={controlId(path)} className="input" value={value} aria-required={field.required} aria-invalid={problems.byPath.has(path)} onChange={(event) => onChange(event.target.value)}>
      <option value="">{t('web.readiness.not-given')}</option>
      {options.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
      {value !== '' && !options.some(({ code }) => code === value) && <option value={value}>{value}</option>}
    </select>
  );
}

export function InstantInput({ field, path, draft, problems, onChange }: InputProps) {
  const zone = useZone();
  const value = typeof draft === 'string' ? draft : '';
  const readable = Number.isFinite(Date.parse(value));
  return (
    <span className="rg-beside">
      <input id={controlId(path)} className="input num" type="datetime-local" value={readable ? toLocalInput(value, zone) : ''} aria-required={field.required} aria-invalid={problems.byPath.has(path)} onChange={(event) => onChange(fromLocalInput(event.target.value, zone) ?? '')} />
      <span className="quiet num">{zoneName(readable ? value : Date.now(), zone)}</span>
    </span>
  );
}
