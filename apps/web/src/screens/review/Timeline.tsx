// Everything that was recorded, in the order it was recorded: when it was recorded, when it happened if
// that was earlier, the stage, the sentence, who, and the start of its hash in the log.

import { useEffect, useMemo, useRef, useState } from 'react';
import type { TimelineEntry } from '@anlan/contracts';
import { useZone } from '../../app/installation.tsx';
import { clockTime, dateTime, dayName, duration, zonedParts } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import type { EntryText } from './entry-text.ts';
import { lateRecordMs } from './review-view.ts';
import { stageOf, STAGES } from './timeline-file.ts';
import type { Stage } from './timeline-file.ts';

interface Props {
  readonly entries: readonly TimelineEntry[];
  readonly known: readonly TimelineEntry[];
  readonly loading: boolean;
  /** An entry that a measure cites, with a number so that the same can be asked for twice. */
  readonly cited: { readonly positionIndex: number; readonly count: number } | undefined;
  readonly entryText: EntryText;
  readonly onReplay: (atMs: number) => void;
}

export function Timeline({ entries, known, loading, cited, entryText, onReplay }: Props) {
  const { t } = useI18n();
  const [stage, setStage] = useState<Stage | 'all' | 'late'>('all');
  const [selectedIndex, setSelectedIndex] = useState<number>();
  useEffect(() => {
    if (cited === undefined) return;
    setStage('all');
    setSelectedIndex(cited.positionIndex);
  }, [cited]);
  const present = useMemo(() => STAGES.filter((one) => entries.some((entry) => stageOf(entry) === one)), [entries]);
  const rows = known.filter((entry) => stage === 'all' || (stage === 'late' ? lateRecordMs(entry) !== undefined : stageOf(entry) === stage));
  const laterCount = entries.length - known.length;
  return (
    <section className="pane" aria-label={t('web.review.timeline')}>
      <div className="timeline-filters no-print">
        <div className="segmented" role="group" aria-label={t('web.review.filter-stage')}>
          {(['all', ...present, 'late'] as const).map((one) => <button key={one} type="button" aria-pressed={stage === one} onClick={() => setStage(one)}>{t(`web.review.stage.${one}`)}</button>)}
        </div>
        <span className="quiet small num">{t('web.review.row-count', { count: rows.length })}</span>
      </div>
      <ol className="scroll timeline">
        {loading ? <li className="empty-row">{t('web.loading')}</li> : rows.length === 0 && <li className="empty-row">{t('web.review.no-rows')}</li>}
        {rows.map((entry, index) => <Row key={entry.positionIndex} entry={entry} previous={rows[index - 1]} text={entryText(entry)} selected={entry.positionIndex === selectedIndex} scrollKey={cited?.positionIndex === entry.positionIndex ? cited.count : 0} onSelect={() => setSelectedIndex(entry.positionIndex === selectedIndex ? undefined : entry.positionIndex)} onReplay={onReplay} />)}
        {laterCount > 0 && <li className="timeline-later quiet">{t('web.review.later', { count: laterCount })}</li>}
      </ol>
    </section>
  );
}

interface RowProps { readonly entry: TimelineEntry; readonly previous: TimelineEntry | undefined; readonly text: string; readonly selected: boolean; readonly scrollKey: number; readonly onSelect: () => void; readonly onReplay: (atMs: number) => void }

function Row({ entry, previous, text, selected, scrollKey, onSelect, onReplay }: RowProps) {
  const { t, locale, who } = useI18n();
  const zone = useZone();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (scrollKey > 0) row.current?.scrollIntoView({ block: 'center' });
  }, [scrollKey]);
  const lateMs = lateRecordMs(entry);
  const newDay = previous === undefined || zonedParts(previous.recordedAt, zone).day !== zonedParts(entry.recordedAt, zone).day;
  return (
    <>
      {newDay && <li className="timeline-day num">{dayName(entry.recordedAt, zone, locale)}</li>}
      <li ref={row} className={selected ? 'timeline-row selected' : 'timeline-row'} data-position={entry.positionIndex}>
        <button type="button" onClick={onSelect} aria-expanded={selected}>
          <span className="num">{clockTime(entry.recordedAt, zone)}</span>
          <span className="stage">{t(`web.review.stage.${stageOf(entry)}`)}</span>
          <span className="timeline-text">{text}{lateMs !== undefined && <span className="small num timeline-late"> <span className="tag dashed">{t('web.dispatch.late-record')}</span> {t('web.review.happened-at', { time: clockTime(entry.happenedAt, zone), age: duration(lateMs, locale) })}</span>}</span>
          <span className="quiet cut small">{who(entry.by)}</span>
          <span className="quiet num small hash" title={entry.hash}>#{entry.positionIndex} {entry.hash.slice(0, 8)}</span>
        </button>
        {selected && (
          <div className="timeline-more small num">
            <span>{t('web.review.recorded', { time: dateTime(entry.recordedAt, zone) })}</span>
            <span>{t('web.review.happened', { time: dateTime(entry.happenedAt, zone) })}</span>
            <span className="quiet hash-full">{entry.stream} · {entry.hash}</span>
            <button type="button" className="btn slim no-print" onClick={() => onReplay(Date.parse(entry.recordedAt))}>{t('web.review.replay-here')}</button>
          </div>
        )}
      </li>
    </>
  );
}
