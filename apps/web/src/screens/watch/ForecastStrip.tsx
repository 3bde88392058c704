// The forecast on the map, with everything needed to judge it on the same strip: which moment, how far
// ahead, when it was run, with which wind, how many members, and every assumption by name.

import { useEffect, useState } from 'react';
import type { Forecast, ForecastFrames } from '@anlan/contracts';
import { useZone } from '../../app/installation.tsx';
import { useKeys } from '../../app/keys.ts';
import { useNow } from '../../app/now.ts';
import { num } from '../../format/numbers.ts';
import { hourMinute, leadTime } from '../../format/time.ts';
import { compassName } from '../../format/units.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../parts/Marks.tsx';
import { desk, useDesk } from './desk-store.ts';

interface Props { readonly forecast: Forecast; readonly frames: ForecastFrames | undefined; readonly frameIndex: number }

export function ForecastStrip({ forecast, frames, frameIndex }: Props) {
  const { t, coded, locale } = useI18n();
  const zone = useZone();
  const now = useNow();
  const playing = useDesk((state) => state.playing);
  const [open, setOpen] = useState(false);
  const lastIndex = (frames?.frames.length ?? 1) - 1;
  const step = (by: number) => desk.set({ frameIndex: Math.max(0, Math.min(lastIndex, frameIndex + by)), playing: false });
  useKeys({ Space: () => desk.set({ playing: !playing }), '[': () => step(-1), ']': () => step(1) });
  useEffect(() => {
    if (!playing || lastIndex < 1) return undefined;
    const timer = setInterval(() => {
      const next = desk.get().frameIndex + 1;
      desk.set(next > lastIndex ? { playing: false } : { frameIndex: next });
    }, FRAME_MS);
    return () => clearInterval(timer);
  }, [playing, lastIndex]);
  const frame = frames?.frames[frameIndex];
  const { wind, memberCount } = forecast.input;
  const notes = [...(forecast.summary?.assumed ?? []), ...(forecast.summary?.warnings ?? [])];
  return (
    <div className="map-box forecast-strip">
      <div className="strip-row">
        <button type="button" className="icon-btn" aria-label={t('web.strip.back')} onClick={() => step(-1)}><Icon name="back" /></button>
        <button type="button" className="icon-btn" aria-label={playing ? t('web.strip.pause') : t('web.strip.play')} onClick={() => desk.set({ playing: !playing, ...(frameIndex === lastIndex && !playing ? { frameIndex: 0 } : {}) })}><Icon name={playing ? 'pause' : 'play'} /></button>
        <button type="button" className="icon-btn" aria-label={t('web.strip.forward')} onClick={() => step(1)}><Icon name="forward" /></button>
        <input type="range" min={0} max={lastIndex} value={frameIndex} aria-label={t('web.strip.slider')} aria-valuetext={frame === undefined ? '' : leadTime(frame.leadTimeS)} onChange={(event) => desk.set({ frameIndex: Number(event.target.value), playing: false })} />
        <b className="num">{frame === undefined ? t('web.loading') : leadTime(frame.leadTimeS)}</b>
        <span className="num">{frame === undefined ? '' : hourMinute(frame.at, zone, now)}</span>
      </div>
      <div className="strip-row legend">
        <span><i className="key-afloat" />{t('web.strip.afloat')}</span>
        <span><i className="key-stranded" />{t('web.strip.stranded')}</span>
        <span><i className="key-contour" />{t('web.strip.contour')}</span>
        {forecast.summary?.indicative === true && <span className="tag dashed">{t('web.forecast.indicative-short')}</span>}
      </div>
      <div className="strip-row num">
        <span className="cut">{t('web.strip.run', { time: hourMinute(forecast.completedAt ?? forecast.requestedAt, zone, now) })} · {compassName(wind.windFromDegTrue, locale)} {num(wind.speedMps, 1)} m/s · {t('web.strip.members', { members: memberCount })}</span>
        {notes.length > 0 && <button type="button" className="btn slim plain" aria-expanded={open} onClick={() => setOpen(!open)}>{t('web.forecast.notes', { count: notes.length })}</button>}
      </div>
      {open ? <ul className="strip-notes">{notes.map((note, index) => <li key={index}>{coded(note)}</li>)}</ul> : notes[0] !== undefined && <p className="cut quiet" title={coded(notes[0])}>{coded(notes[0])}</p>}
    </div>
  );
}

/** One frame of the animation, ms. */
const FRAME_MS = 400;
