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
  const classes = ['queue-row', section, selected ? 'selected' : '', gone ? 'gone' : '', row.section === 'new' ? 'unread' : ''].filter(Boolean).join(' ');
  const mark = <LevelMark levelIndex={row.levelIndex} urgencyIndex={row.urgencyIndex} none={row.kind === 'order'} small={section === 'watch'} />;
  return (
    <li className={classes} aria-current={selected} onClick={() => onSelect(row)}>
      {mark}
      <div className="queue-text">
        <div className="line-1">
          <button type="button" className="queue-name cut" onClick={() => onSelect(row)}>{title(row.titles)}</button>
          {row.simulated && <span className="sim-mark">{t('web.mark.simulated')}</span>}
        </div>
        {section !== 'watch' && <div className="line-2 cut">{gone ? t('web.queue.gone') : title(row.detail)}</div>}
      </div>
      <div className="queue-right">
        <div className="line-1 num"><Since at={row.sinceAt} watch={section === 'watch'} /></div>
        {section !== 'watch' && <div className="line-2">{gone ? null : <Next row={row} action={action} />}</div>}
      </div>
    </li>
  );
}

function Since({ at, watch }: { readonly at: string; readonly watch: boolean }) {
  const now = useNow();
  const zone = useZone();
  const { locale } = useI18n();
  return <>{watch ? hourMinute(at, zone, now) : duration(now - Date.parse(at), locale)}</>;
}

/** Overdue first; else the next action; else the nearest duty. */
function Next({ row, action }: { readonly row: QueueRow; readonly action: RowAction }) {
  const { t, title, locale } = useI18n();
  const now = useNow();
  const label = actionLabel(t, row.nextAction.code);
  if (row.section === 'new' || row.dueAt === null) {
    return (
      <>
        {row.overdueCount > 0 && <span className="chip">{t('web.queue.overdue', { count: row.overdueCount })}</span>}
        {label !== undefined && <button type="button" className="queue-do" onClick={(event) => { event.stopPropagation(); action.run(row); }}>{row.nextAction.key !== '' && <kbd>{row.nextAction.key}</kbd>} {label}</button>}
      </>
    );
  }
  if (row.overdueCount > 0) return <span className="chip" title={row.dueTitles === null ? undefined : title(row.dueTitles)}>{t('web.queue.overdue', { count: row.overdueCount })}</span>;
  const leftMs = Date.parse(row.dueAt) - now;
  return <span title={row.dueTitles === null ? undefined : title(row.dueTitles)}>{t('web.queue.left', { left: duration(leftMs, locale) })}</span>;
}
