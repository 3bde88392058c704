// A number with its unit; money in yuan. A unit that people use otherwise (seconds, kilograms, metres
// a second) may be switched: the draft always keeps the declared unit.

import { useEffect, useState } from 'react';
import { useI18n } from '../../../../i18n/i18n.tsx';
import { isUnreadable, readNumber } from '../draft.ts';
import type { InputProps } from './input-props.ts';
import { controlId } from './input-props.ts';
import { bestFormUnit, convert, formUnits, plainNumber, unitWord } from '../units.ts';
import type { FormUnit } from '../units.ts';

export function NumberInput({ field, path, draft, problems, onChange }: InputProps) {
  const { t, locale } = useI18n();
  const kept = typeof draft === 'string' ? draft : '';
  const units = field.type === 'money' ? [] : formUnits(field.unitCode);
  const [unit, setUnit] = useState<FormUnit>(() => bestFormUnit(field.type === 'money' ? null : field.unitCode, readNumber(kept)));
  const [typed, setTyped] = useState(() => shownIn(kept, unit));
  useEffect(() => {
    // The draft was replaced from outside (another version was taken over), not by this control.
    if (keptFrom(typed, unit) !== kept) setTyped(shownIn(kept, unit));
  }, [kept]);
  const change = (text: string, nextUnit: FormUnit) => {
    setTyped(text);
    setUnit(nextUnit);
    onChange(keptFrom(text, nextUnit));
  };
  const word = field.type === 'money' ? unitWord('CNY', locale) : unitWord(field.unitCode, locale);
  return (
    <span className="rg-beside">
      <input id={controlId(path)} className="input num" inputMode={field.type === 'integer' ? 'numeric' : 'decimal'} autoComplete="off" value={typed} aria-required={field.required} aria-invalid={problems.byPath.has(path) || isUnreadable(field, draft)} onChange={(event) => change(event.target.value, unit)} />
      {units.length > 1 ? (
        <select className="input rg-unit" aria-label={t('web.readiness.unit')} value={unit.code} onChange={(event) => {
          const next = units.find(({ code }) => code === event.target.value) ?? unit;
          setUnit(next);
          setTyped(shownIn(kept, next));
        }}>
          {units.map(({ code }) => <option key={code} value={code}>{unitWord(code, locale)}</option>)}
        </select>
      ) : word !== '' && <span className="quiet">{word}</span>}
    </span>
  );
}

/** Nothing is lost by looking at a value in another unit: only typing writes the draft. */
function shownIn(kept: string, unit: FormUnit): string {
  const value = readNumber(kept);
  return value === undefined || unit.factor === 1 ? kept : plainNumber(Number((value / unit.factor).toPrecision(7)));
}

function keptFrom(typed: string, unit: FormUnit): string {
  const value = readNumber(typed);
  return value === undefined || unit.factor === 1 ? typed : plainNumber(convert(value, unit.factor));
}
