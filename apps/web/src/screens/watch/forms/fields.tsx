// Fields that several forms share: a number with its unit, a local time, a place by map click.

import { useEffect, useState } from 'react';
import type { LonLat } from '@anlan/contracts';
import { useZone } from '../../../app/installation.tsx';
import { fromLocalInput, toLocalInput, zoneName } from '../../../format/time.ts';
import { position as positionText } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { desk, useDesk } from '../desk-store.ts';
import { Field } from './FormFrame.tsx';
import { parsePosition } from './parse-position.ts';
import { readNumber } from './read-number.ts';

interface NumberProps {
  readonly id: string;
  readonly label: string;
  /** Text as typed; empty is "not given", never zero. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly unit: string;
  readonly hint?: string;
  /** What stands in when nothing is typed; shown in the empty field, never its value. */
  readonly placeholder?: string;
}

export function NumberField({ id, label, value, onChange, unit, hint, placeholder }: NumberProps) {
  return (
    <Field label={label} id={id} {...(hint === undefined ? {} : { hint })}>
      <span className="with-unit">
        <input id={id} className="input num" inputMode="decimal" value={value} placeholder={placeholder} aria-invalid={value !== '' && readNumber(value) === undefined} onChange={(event) => onChange(event.target.value)} />
        <span className="quiet">{unit}</span>
      </span>
    </Field>
  );
}

export function TimeField({ id, label, value, onChange }: { readonly id: string; readonly label: string; readonly value: string; readonly onChange: (iso: string) => void }) {
  const zone = useZone();
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? toLocalInput(value, zone);
  return (
    <Field label={`${label} · ${zoneName(value, zone)}`} id={id}>
      <input id={id} className="input num" value={shown} aria-invalid={fromLocalInput(shown, zone) === undefined} onBlur={() => fromLocalInput(shown, zone) !== undefined && setTyped(undefined)} onChange={(event) => {
        setTyped(event.target.value);
        const iso = fromLocalInput(event.target.value, zone);
        if (iso !== undefined) onChange(iso);
      }} />
    </Field>
  );
}

/** A place: typed as degrees, or picked by one click on the map. */
export function PlaceField({ value, onChange }: { readonly value: LonLat | undefined; readonly onChange: (position: LonLat) => void }) {
  const { t } = useI18n();
  const picking = useDesk((state) => state.picking);
  const picked = useDesk((state) => state.picked);
  const [typed, setTyped] = useState<string>();
  useEffect(() => {
    if (picked === undefined) return;
    setTyped(undefined);
    onChange(picked);
  }, [picked]);
  useEffect(() => () => desk.set({ picking: false }), []);
  const shown = typed ?? (value === undefined ? '' : positionText(value));
  return (
    <Field label={t('web.form.place')} id="place-position" hint={picking ? t('web.form.place-picking') : t('web.form.place-hint')}>
      <span className="with-unit">
        <input id="place-position" className="input num" value={shown} aria-invalid={typed !== undefined && parsePosition(typed) === undefined} onChange={(event) => {
          setTyped(event.target.value);
          const read = parsePosition(event.target.value);
          if (read !== undefined) onChange(read);
        }} />
        <button type="button" className="btn slim" aria-pressed={picking} onClick={() => desk.set({ picking: !picking, picked: undefined })}>{picking ? t('web.form.place-stop') : t('web.form.place-pick')}</button>
      </span>
    </Field>
  );
}
