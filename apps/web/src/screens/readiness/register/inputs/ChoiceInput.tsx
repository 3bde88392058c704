// One of a few: yes or no, a code from its list.

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
