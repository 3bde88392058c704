// A place: typed as people write positions, or picked by a click on the same offline chart as the
// desk's. The map is loaded only when somebody asks for it.

import { lazy, Suspense, useState } from 'react';
import type { LonLat } from '@anlan/contracts';
import { useI18n } from '../../../../i18n/i18n.tsx';
import { degreesText, fromDraft, isUnreadable } from '../draft.ts';
import type { InputProps } from './input-props.ts';
import { controlId } from './input-props.ts';

const PickMap = lazy(async () => ({ default: (await import('./PickMap.tsx')).PickMap }));

export function LonLatInput({ field, path, draft, problems, onChange }: InputProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const value = fromDraft(field, draft);
  return (
    <>
      <span className="rg-beside">
        <input id={controlId(path)} className="input num" value={typeof draft === 'string' ? draft : ''} aria-required={field.required} aria-invalid={problems.byPath.has(path) || isUnreadable(field, draft)} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
        <button type="button" className="btn slim" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? t('web.readiness.map-close') : t('web.readiness.map-pick')}</button>
      </span>
      {open && <Suspense fallback={<p className="hint">{t('web.loading')}</p>}><PickMap position={Array.isArray(value) ? (value as unknown as LonLat) : undefined} onPick={(position) => onChange(degreesText(position))} /></Suspense>}
    </>
  );
}
