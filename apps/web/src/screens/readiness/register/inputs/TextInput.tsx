// Text, long text, a polygon as GeoJSON text.

import { isUnreadable } from '../draft.ts';
import type { InputProps } from './input-props.ts';
import { controlId } from './input-props.ts';

export function TextInput({ field, path, draft, problems, onChange }: InputProps) {
  const text = typeof draft === 'string' ? draft : '';
  const common = { id: controlId(path), value: text, 'aria-invalid': problems.byPath.has(path) || isUnreadable(field, draft), 'aria-required': field.required };
  if (field.type === 'longtext' || field.type === 'polygon') {
    return <textarea {...common} className={field.type === 'polygon' ? 'input rg-json' : 'input'} rows={4} spellCheck={false} onChange={(event) => onChange(event.target.value)} />;
  }
  return (
    <input {...common} className="input" autoComplete="off" spellCheck={false} onChange={(event) => onChange(event.target.value)} />
  );
}
