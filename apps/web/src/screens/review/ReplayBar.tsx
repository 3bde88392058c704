// The slider over the whole case, minute by minute. Each mark under it is something recorded in that
// minute; a dashed mark was told later than it happened. Keys: ← → a minute, [ ] the next record, Space.

import { useEffect, useRef, useState } from 'react';
import type { TimelineEntry } from '@anlan/contracts';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { useKeys } from '../../app/keys.ts';
import { dateTime, duration, hourMinute, zoneName } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../parts/Marks.tsx';
import { useWidthPx } from '../../parts/room/use-width.ts';
import { knownBy, lateRecordMs, MINUTE_MS, nextMinute, previousMinute } from './review-view.ts';
import type { ReplayRange } from './review-view.ts';

interface Props {
  readonly entries: readonly TimelineEntry[];
  readonly range: ReplayRange;
  /** undefined: everything that is known now. */
  readonly atMs: number | undefined;
  readonly happenedMs: number;
  readonly loading: boolean;
  readonly onMove: (atMs: number | undefined) => void;
}

export function ReplayBar({ entries, range, atMs, happenedMs, loading, onMove }: Props) {
  const { t, locale } = useI18n();
  const zone = useZone();
  const nowMs = useNow();
  const [playing, setPlaying] = useState(false);
  const { fromMs, toMs } = range;
  const shownMs = atMs ?? toMs;
  const latest = useRef(shownMs);
  latest.current = shownMs;
  // The slider ends at a whole minute; what is known now ends now.
  const saidMs = atMs ?? Math.min(toMs, nowMs);
  const move = (ms: number) => onMove(ms >= toMs ? undefined : Math.max(fromMs, ms));
  const stepTo = (ms: number | undefined, ifNone: number) => move(ms ?? ifNone);
  useKeys({
    ArrowLeft: () => move(shownMs - MINUTE_MS), ArrowRight: () => move(shownMs + MINUTE_MS),
    '[': () => stepTo(previousMinute(entries, shownMs), fromMs), ']': () => stepTo(nextMinute(entries, shownMs), toMs),
    Space: () => setPlaying(!playing), Home: () => move(fromMs), End: () => onMove(undefined),
  });
  useEffect(() => {
    if (!playing) return undefined;
    const timer = setInterval(() => {
      const next = nextMinute(entries, latest.current >= toMs ? fromMs - 1 : latest.current);
      if (next === undefined || next >= toMs) setPlaying(false);
      onMove(next === undefined || next >= toMs ? undefined : next);
    }, PLAY_MS);
    return () => clearInterval(timer);
    // `latest` carries the moment; the rest changes only with the case.
  }, [playing, entries, fromMs, toMs]);
  const knownCount = knownBy(entries, atMs).length;
  return (
    <section className="replay no-print" aria-label={t('web.review.replay')}>
      <div className="replay-row">
        <button type="button" className="icon-btn" aria-label={t('web.review.previous')} title={`${t('web.review.previous')} [`} onClick={() => stepTo(previousMinute(entries, shownMs), fromMs)}><Icon name="back" /></button>
        <button type="button" className="icon-btn" aria-label={playing ? t('web.review.pause') : t('web.review.play')} title={`${playing ? t('web.review.pause') : t('web.review.play')} ␣`} onClick={() => setPlaying(!playing)}><Icon name={playing ? 'pause' : 'play'} /></button>
        <button type="button" className="icon-btn" aria-label={t('web.review.next')} title={`${t('web.review.next')} ]`} onClick={() => stepTo(nextMinute(entries, shownMs), toMs)}><Icon name="forward" /></button>
        <b className="num replay-time">{dateTime(saidMs, zone)} <small>{zoneName(saidMs, zone)}</small></b>
        <span className="num">{Number.isFinite(happenedMs) && (saidMs >= happenedMs ? t('web.review.after', { age: duration(saidMs - happenedMs, locale) }) : t('web.review.before', { age: duration(happenedMs - saidMs, locale) }))}</span>
        {atMs === undefined ? <span className="tag">{t('web.review.all-known')}</span> : <span className="chip outline">{t('web.review.as-then')}</span>}
        {loading && <span className="quiet">{t('web.loading')}</span>}
        <span className="replay-count num quiet">{t('web.review.known-count', { known: knownCount, all: entries.length })}</span>
        <button type="button" className="btn slim" disabled={atMs === undefined} onClick={() => onMove(undefined)}>{t('web.review.to-now')} <kbd>End</kbd></button>
      </div>
      <div className="replay-slider">
        <Marks entries={entries} range={range} shownMs={shownMs} />
        <input type="range" min={fromMs} max={toMs} step={MINUTE_MS} value={shownMs} aria-label={t('web.review.slider')} aria-valuetext={dateTime(shownMs, zone)} onChange={(event) => move(Number(event.target.value))} />
      </div>
      <div className="replay-axis num"><span>{hourMinute(fromMs, zone)}</span><span className="quiet"><kbd>←</kbd> <kbd>→</kbd> {t('web.review.key-minute')} <kbd>[</kbd> <kbd>]</kbd> {t('web.review.key-entry')}</span><span>{hourMinute(toMs, zone, fromMs)}</span></div>
    </section>
  );
}

/** One thin mark a record; known ones strong, later ones faint. */
function Marks({ entries, range, shownMs }: { readonly entries: readonly TimelineEntry[]; readonly range: ReplayRange; readonly shownMs: number }) {
  const holder = useRef<HTMLDivElement>(null);
  const widthPx = useWidthPx(holder);
  const x = (ms: number) => THUMB_PX / 2 + ((ms - range.fromMs) / Math.max(1, range.toMs - range.fromMs)) * (widthPx - THUMB_PX);
  return (
    <div className="replay-marks" ref={holder} aria-hidden="true">
      {widthPx > 0 && (
        <svg width={widthPx} height={HEIGHT_PX}>
          {entries.map((entry) => {
            const recordedMs = Date.parse(entry.recordedAt);
            const late = lateRecordMs(entry) !== undefined;
            return <line key={entry.positionIndex} className={`${recordedMs <= shownMs ? 'known' : 'later'}${late ? ' late' : ''}`} x1={x(recordedMs)} x2={x(recordedMs)} y1={late ? 0 : 4} y2={HEIGHT_PX} />;
          })}
        </svg>
      )}
    </div>
  );
}

/** One record group a beat, ms. */
const PLAY_MS = 900;
const HEIGHT_PX = 14;
/** Width of the slider's thumb in Chromium, px: its middle runs from half of it to the end less half. */
const THUMB_PX = 16;
