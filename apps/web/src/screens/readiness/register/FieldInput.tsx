// One field of a form: its name, whether it must be given, its unit and range, the control that its
// type asks for, and what the server found wrong with it.

import type { WebKey } from '@anlan/messages';
import { useI18n } from '../../../i18n/i18n.tsx';
import type { I18n } from '../../../i18n/i18n.tsx';
import type { Field } from './declared.ts';
import { ChoiceInput } from './inputs/ChoiceInput.tsx';
import { DocumentInput } from './inputs/DocumentInput.tsx';
import type { InputProps } from './inputs/input-props.ts';
import { controlId } from './inputs/input-props.ts';
import { ListInput, RowsInput, TitlesInput } from './inputs/GroupInputs.tsx';
import { LonLatInput } from './inputs/LonLatInput.tsx';
import { NumberInput } from './inputs/NumberInput.tsx';
import { RelationInput } from './inputs/RelationInput.tsx';
import { TextInput } from './inputs/TextInput.tsx';
import { DayInput, InstantInput } from './inputs/TimeInputs.tsx';
import { money } from './money.ts';
import { fieldQuantity } from './units.ts';

export function FieldInput(props: InputProps) {
  const { field, path, problems } = props;
  const i18n = useI18n();
  const { t, title } = i18n;
  const sentences = problems.byPath.get(path) ?? [];
  const grouped = field.type === 'list' || field.type === 'rows' || field.type === 'titles';
  const label = <>{title(field.titles)}{field.required && <em>{t('web.readiness.required')}</em>}</>;
  const hint = hintOf(field, i18n);
  return (
    <div className="field" {...(grouped ? { role: 'group', 'aria-label': title(field.titles) } : {})}>
      {grouped ? <span className="label">{label}</span> : <label htmlFor={controlId(path)}>{label}</label>}
      <Control {...props} />
      {sentences.map((sentence) => <p key={sentence} className="rg-problem" role="alert">{sentence}</p>)}
      {hint !== '' && <span className="hint">{hint}</span>}
    </div>
  );
}

function Control(props: InputProps) {
  switch (props.field.type) {
    case 'number':
    case 'integer':
    case 'money':
      return <NumberInput {...props} />;
    case 'boolean':
    case 'code':
      return <ChoiceInput {...props} />;
    case 'date':
      return <DayInput {...props} />;
    case 'instant':
      return <InstantInput {...props} />;
    case 'document':
      return <DocumentInput {...props} />;
    case 'relation':
      return <RelationInput {...props} />;
    case 'lonlat':
      return <LonLatInput {...props} />;
    case 'titles':
      return <TitlesInput {...props} />;
    case 'list':
      return <ListInput {...props} Part={FieldInput} />;
    case 'rows':
      return <RowsInput {...props} Part={FieldInput} />;
    default:
      return <TextInput {...props} />;
  }
}

/** What may be typed: the range with its unit, or how the type is written. */
function hintOf(field: Field, { t, locale }: I18n): string {
  const key = TYPE_HINTS[field.type];
  if (key !== undefined) return t(key);
  if (field.min === null && field.max === null) return '';
  const said = (value: number) => (field.type === 'money' ? money(value, locale) : fieldQuantity(field, value, locale));
  if (field.min !== null && field.max !== null) return t('web.readiness.range', { min: field.min === 0 ? '0' : said(field.min), max: said(field.max) });
  return field.min !== null ? t('web.readiness.range-min', { min: field.min === 0 ? '0' : said(field.min) }) : t('web.readiness.range-max', { max: said(field.max ?? 0) });
}

const TYPE_HINTS: Partial<Record<Field['type'], WebKey>> = { lonlat: 'web.readiness.hint.lonlat', polygon: 'web.readiness.hint.polygon', document: 'web.readiness.hint.document' };
