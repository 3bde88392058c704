// One row: level, what and where, since when, and the one next action with its key. At most one
// inverse chip: overdue.

import type { QueueRow } from '@anlan/contracts';
import { useZone } from '../../../app/installation.tsx';
import { useNow } from '../../../app/now.ts';
import { duration, hourMinute } from '../../../format/time.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { LevelMark } from '../../../parts/LevelMark.tsx';
import { actionLabel } from '../use-row-action.ts';
import type { RowAction } from '../use-row-action.ts';
import type { ShownRow } from './queue-dock.ts';

interface Props {
  readonly shown: ShownRow;
  readonly selected: boolean;
  readonly onSelect: (row: QueueRow) => void;
  readonly action: RowAction;
}

export function QueueRowView({ shown, selected, onSelect, action }: Props) {
  const { row, section, gone } = shown;
  const { t, title } = useI18n();
  const detail = [title(row.detail), row.ownerTitles === null ? '' : title(row.ownerTitles)].filter(Boolean).join(' · ');
  const classes = ['queue-row', section, selected ? 'selected' : '', gone ? 'gone' : '', row.section === 'new' ? 'unread' : ''].filter(Boolean).join(' ');
  const mark = <LevelMark levelIndex={row.levelIndex} urgencyIndex={row.urgencyIndex} none={row.kind === 'order'} small={section === 'watch'} />;
  return (
    <li className={classes} aria-current={selected} onClick={() => onSelect(row)}>
      {mark}
      <div className="queue-text">
        <div className="line-1">
          <span className="queue-name cut" title={title(row.titles)}>{title(row.titles)}</span>
          {row.simulated && section === 'watch' && <SimulatedMark />}
        </div>
        {section !== 'watch' && <div className="line-2">{row.simulated && <SimulatedMark />}<span className="cut" title={detail}>{gone ? t('web.queue.gone') : detail}</span></div>}
      </div>
      <div className="queue-right">
        <div className="line-1 num">{section === 'watch' || gone ? <Since at={row.sinceAt} watch={section === 'watch'} /> : <Duty row={row} />}</div>
        {section !== 'watch' && !gone && <div className="line-2"><Next row={row} action={action} /></div>}
      </div>
    </li>
  );
}

/** In the second line where there is one: the first belongs to the name. */
function SimulatedMark() {
  const { t } = useI18n();
  return <span className="sim-mark">{t('web.mark.simulated')}</span>;
}

function Since({ at, watch }: { readonly at: string; readonly watch: boolean }) {
  const now = useNow();
  const zone = useZone();
  const { locale } = useI18n();
  return <>{watch ? hourMinute(at, zone, now) : duration(now - Date.parse(at), locale)}</>;
}

/** Overdue in inverse; else what is left to the nearest duty; else since when. New rows show how long they wait. */
function Duty({ row }: { readonly row: QueueRow }) {
  const { t, title, locale } = useI18n();
  const now = useNow();
  const name = row.dueTitles === null ? undefined : title(row.dueTitles);
  if (row.overdueCount > 0) return <span className="chip" title={name}>{t('web.queue.overdue', { count: row.overdueCount })}</span>;
  if (row.section === 'new' || row.dueAt === null || Date.parse(row.dueAt) <= now) return <Since at={row.sinceAt} watch={false} />;
  return <span title={name}>{t('web.queue.left', { left: duration(Date.parse(row.dueAt) - now, locale) })}</span>;
}

/** The one next action with its key; what is acknowledged by Enter has F2 as its own key. */
function Next({ row, action }: { readonly row: QueueRow; readonly action: RowAction }) {
  const { t } = useI18n();
  const label = actionLabel(t, row.nextAction.code);
  if (label === undefined) return null;
  return (
    <button type="button" className="queue-do" onClick={(event) => { event.stopPropagation(); action.run(row); }}>
      <kbd>{row.nextAction.key === 'Enter' ? 'F2' : row.nextAction.key.toUpperCase()}</kbd> {label}
    </button>
  );
}
