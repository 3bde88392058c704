// What, where, phone first; a photo if there is one. Everything typed is kept on the phone as it is
// typed, and the report is kept before it is sent.

import { lazy, Suspense, useEffect, useState } from 'react';
import type { FormEvent } from 'react';
import type { LonLat } from '@anlan/contracts';
import type { ApiError } from '../../api/api-error.ts';
import { toApiError, webError } from '../../api/api-error.ts';
import { position as positionText } from '../../format/units.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { EMPTY_DRAFT, missingParts } from './outbox.ts';
import type { ReportDraft } from './outbox.ts';
import { readDraft, saveDraft, submitReport } from './outbox-store.ts';
import { reducePhoto } from './photo.ts';

const PlaceMap = lazy(async () => ({ default: (await import('./PlaceMap.tsx')).PlaceMap }));

export function ReportForm() {
  const { t } = useI18n();
  const [draft, setDraft] = useState<ReportDraft>(readDraft);
  const [error, setError] = useState<ApiError>();
  const [tried, setTried] = useState(false);
  const missing = missingParts(draft);
  const change = (part: Partial<ReportDraft>) => setDraft((old) => ({ ...old, ...part }));
  useEffect(() => void saveDraft(draft), [draft]);

  const addPhotos = async (files: FileList | null) => {
    for (const file of [...(files ?? [])].slice(0, PHOTOS_MAX - draft.photos.length)) {
      await reducePhoto(file).then((photo) => setDraft((old) => ({ ...old, photos: [...old.photos, photo].slice(0, PHOTOS_MAX) }))).catch((cause: unknown) => setError(toApiError(cause)));
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (missing.length > 0) return;
    try {
      submitReport(draft);
      setDraft({ ...EMPTY_DRAFT, phone: draft.phone });
      setTried(false);
      setError(undefined);
    } catch (cause) {
      setError(toApiError(cause));
    }
  };
  const wrong = (part: 'what' | 'place' | 'phone') => tried && missing.includes(part);
  return (
    <form className="public-form" onSubmit={submit} noValidate>
      <div className="field">
        <label htmlFor="what">{t('web.public.what')}</label>
        <textarea id="what" className="input" rows={3} maxLength={2000} value={draft.what} placeholder={t('web.public.what-hint')} aria-invalid={wrong('what')} onChange={(event) => change({ what: event.target.value })} />
        {wrong('what') && <span className="hint">{t('web.public.need-what')}</span>}
      </div>
      <Place draft={draft} wrong={wrong('place')} onChange={change} onError={setError} />
      <div className="field">
        <label htmlFor="phone">{t('web.public.phone')}</label>
        <input id="phone" className="input num" type="tel" inputMode="tel" autoComplete="tel" maxLength={30} value={draft.phone} aria-invalid={wrong('phone')} onChange={(event) => change({ phone: event.target.value })} />
        <span className="hint">{wrong('phone') ? t('web.public.need-phone') : t('web.public.phone-hint')}</span>
      </div>
      <Photos photos={draft.photos} onAdd={addPhotos} onRemove={(photo) => change({ photos: draft.photos.filter((other) => other !== photo) })} />
      {error !== undefined && <ErrorBox error={error} />}
      <button type="submit" className="btn primary big">{t('web.public.send')}</button>
      <p className="small quiet">{t('web.public.privacy')}</p>
    </form>
  );
}

interface PlaceProps { readonly draft: ReportDraft; readonly wrong: boolean; readonly onChange: (part: Partial<ReportDraft>) => void; readonly onError: (error: ApiError | undefined) => void }

/** By satellite, by a pin on the map, or in words. */
function Place({ draft, wrong, onChange, onError }: PlaceProps) {
  const { t } = useI18n();
  const [mapOpen, setMapOpen] = useState(false);
  const { busy, locate } = useLocate((position) => onChange({ position }), onError);
  return (
    <div className="field">
      <label htmlFor="place">{t('web.public.place')}</label>
      <div className="public-place">
        <button type="button" className="btn" disabled={busy} onClick={locate}>{busy ? t('web.public.locating') : t('web.public.gps')}</button>
        <button type="button" className="btn" aria-expanded={mapOpen} onClick={() => setMapOpen(!mapOpen)}>{t('web.public.pin')}</button>
      </div>
      {draft.position !== null && <p className="num">{positionText(draft.position)} <button type="button" className="btn slim plain" onClick={() => onChange({ position: null })}>{t('web.public.clear')}</button></p>}
      {mapOpen && <Suspense fallback={<p className="quiet">{t('web.loading')}</p>}><PlaceMap position={draft.position} onPick={(position) => onChange({ position })} /></Suspense>}
      <input id="place" className="input" maxLength={300} value={draft.placeText} placeholder={t('web.public.place-hint')} aria-invalid={wrong} onChange={(event) => onChange({ placeText: event.target.value })} />
      {wrong && <span className="hint">{t('web.public.need-place')}</span>}
    </div>
  );
}

interface PhotosProps { readonly photos: readonly string[]; readonly onAdd: (files: FileList | null) => Promise<void>; readonly onRemove: (photo: string) => void }

function Photos({ photos, onAdd, onRemove }: PhotosProps) {
  const { t } = useI18n();
  return (
    <div className="field">
      <span className="label">{t('web.public.photo')}</span>
      <div className="public-photos">
        {photos.map((photo, index) => (
          <span key={photo.slice(-40)}><img src={photo} alt={t('web.report.photo', { index: index + 1 })} /><button type="button" className="btn slim" onClick={() => onRemove(photo)}>{t('web.public.remove')}</button></span>
        ))}
        {photos.length < PHOTOS_MAX && (
          <label className="btn">{t('web.public.add-photo')}<input type="file" accept="image/*" capture="environment" className="hidden-text" onChange={(event) => void onAdd(event.target.files)} /></label>
        )}
      </div>
    </div>
  );
}

function useLocate(onPlace: (position: LonLat) => void, onError: (error: ApiError | undefined) => void): { readonly busy: boolean; readonly locate: () => void } {
  const [busy, setBusy] = useState(false);
  const locate = () => {
    onError(undefined);
    setBusy(true);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setBusy(false);
        onPlace([round(coords.longitude), round(coords.latitude)]);
      },
      (failure) => {
        setBusy(false);
        onError(webError('WEB_LOCATION_UNAVAILABLE', { reason: failure.message === '' ? String(failure.code) : failure.message }));
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  };
  return { busy, locate };
}

function round(valueDeg: number): number {
  return Math.round(valueDeg * 1e6) / 1e6;
}

/** The phone keeps a few photos at most: its store has about 5 MB for all reports. */
const PHOTOS_MAX = 3;
