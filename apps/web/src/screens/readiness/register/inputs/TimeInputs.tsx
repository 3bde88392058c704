// A day and a moment, typed as they are shown everywhere: 2026-11-23 and 2026-11-23 08:00 in the
// region's zone. A browser's own field would show them in the order of its own language; its calendar
// is offered beside the text.

import { useEffect, useRef, useState } from 'react';
import { useZone } from '../../../../app/installation.tsx';
import { fromLocalInput, toLocalInput, zoneName } from '../../../../format/time.ts';
import { useI18n } from '../../../../i18n/i18n.tsx';
import { Icon } from '../../../../parts/Marks.tsx';
import { isInstantText, isUnreadable } from '../draft.ts';
import type { InputProps } from './input-props.ts';
import { controlId } from './input-props.ts';

export function DayInput(props: InputProps) {
  const { draft, onChange } = props;
  const value = typeof draft === 'string' ? draft : '';
  return <TypedTime {...props} text={value} placeholder="2026-11-23" picker="date" picked={/^\d{4}-\d{2}-\d{2}$/.test(value) ? value : ''} onText={onChange} onPick={onChange} />;
}

export function InstantInput(props: InputProps) {
  const { draft, onChange } = props;
  const zone = useZone();
  const value = typeof draft === 'string' ? draft : '';
  const local = isInstantText(value) ? toLocalInput(value, zone) : '';
  const [typed, setTyped] = useState(() => (local === '' ? value : local.replace('T', ' ')));
  useEffect(() => {
    // Another version of the record was taken over, or the calendar was used.
    if (isoOf(typed, zone) !== value) setTyped(local === '' ? value : local.replace('T', ' '));
  }, [value]);
  return (
    <TypedTime
      {...props} text={typed} placeholder="2026-11-23 08:00" picker="datetime-local" picked={local} zoneText={zoneName(local === '' ? 0 : value, zone)}
      onText={(text) => { setTyped(text); onChange(isoOf(text, zone)); }} onPick={(picked) => onChange(isoOf(picked, zone))}
    />
  );
}

/** ISO text of a local time, or what was typed when it is none: the server says so at the field. */
function isoOf(text: string, zone: string): string {
  const plain = text.normalize('NFKC').trim();
  const match = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2})(?::\d{2})?)?$/.exec(plain);
  return match === null ? plain : (fromLocalInput(`${match[1]}T${match[2] ?? '00:00'}`, zone) ?? plain);
}

interface TypedProps extends InputProps {
  readonly text: string;
  readonly placeholder: string;
  readonly picker: 'date' | 'datetime-local';
  readonly picked: string;
  readonly zoneText?: string;
  readonly onText: (text: string) => void;
  readonly onPick: (text: string) => void;
}

function TypedTime({ field, path, draft, problems, text, placeholder, picker, picked, zoneText, onText, onPick }: TypedProps) {
  const { t } = useI18n();
  const calendar = useRef<HTMLInputElement>(null);
  return (
    <span className="rg-beside rg-time">
      <input id={controlId(path)} className="input num" value={text} placeholder={placeholder} autoComplete="off" aria-required={field.required} aria-invalid={problems.byPath.has(path) || isUnreadable(field, draft)} onChange={(event) => onText(event.target.value)} />
      <span className="rg-calendar">
        {zoneText !== undefined && <span className="quiet num">{zoneText}</span>}
        <button type="button" className="icon-btn" aria-label={t('web.readiness.calendar')} title={t('web.readiness.calendar')} onClick={() => calendar.current?.showPicker()}><Icon name="down" /></button>
        <input ref={calendar} className="rg-picker" type={picker} tabIndex={-1} aria-hidden="true" value={picked} onChange={(event) => onPick(event.target.value)} />
      </span>
    </span>
  );
}
