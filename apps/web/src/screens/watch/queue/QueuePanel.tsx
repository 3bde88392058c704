// The queue is the screen: a fixed tray for what nobody has acknowledged, then what is being handled,
// then what is only watched. The tray keeps its height, so new reports push nothing.

import { useEffect, useRef } from 'react';
import type { QueueRow } from '@anlan/contracts';
import { useQuery } from '../../../api/use-query.ts';
import { useKeys } from '../../../app/keys.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import type { RowAction } from '../use-row-action.ts';
import type { Selection } from '../selection.ts';
import { rowKey, SECTIONS } from './queue-dock.ts';
import type { Docked, Section, ShownRow } from './queue-dock.ts';
import { QueueFigures } from './QueueFigures.tsx';
import { QueueRowView } from './QueueRowView.tsx';
import { useDock } from './use-dock.ts';
import './queue.css';

interface Props {
  readonly selection: Selection | undefined;
  readonly onSelect: (selection: Selection) => void;
  readonly action: RowAction;
}

export function QueuePanel({ selection, onSelect, action }: Props) {
  const { t } = useI18n();
  const queue = useQuery('getQueue', {}, { everyS: 30 });
  const selectedKey = selection === undefined ? undefined : rowKey(selection);
  const { docked, hold, reorder } = useDock(queue.data?.rows, selectedKey);
  const list = useRef<HTMLElement>(null);
  const releaseTimer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const step = (by: number) => {
    const rows = docked.rows.filter((shown) => !shown.gone);
    const index = rows.findIndex(({ row }) => rowKey(row) === selectedKey);
    const next = rows[index < 0 ? 0 : Math.max(0, Math.min(rows.length - 1, index + by))];
    if (next === undefined) return;
    // Walking by keys holds the list too, for a while.
    hold(true);
    clearTimeout(releaseTimer.current);
    releaseTimer.current = setTimeout(() => list.current?.matches(':hover') !== true && hold(false), KEY_HOLD_MS);
    onSelect(next.row);
  };
  useKeys({ ArrowDown: () => step(1), ArrowUp: () => step(-1) });
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selectedKey]);

  const sections = new Map(SECTIONS.map((section) => [section, docked.rows.filter((shown) => shown.section === section)]));
  const rowsOf = (section: Section) => (sections.get(section) ?? []).map((shown) => (
    <QueueRowView key={rowKey(shown.row)} shown={shown} selected={rowKey(shown.row) === selectedKey} onSelect={onSelect} action={action} />
  ));
  const count = (section: Section) => liveCount(sections.get(section) ?? []);
  return (
    <aside className="queue" aria-label={t('web.queue.title')} ref={list} onPointerEnter={() => hold(true)} onPointerLeave={() => hold(false)}>
      <div className="queue-bar">
        {t('web.queue.new')}<b className="num">{count('new')}</b>
        {docked.waitingCount > 0 ? <button type="button" className="chip queue-dock" onClick={reorder}>{t('web.queue.waiting', { count: docked.waitingCount })}</button> : docked.orderWaits && rowsDiffer(docked, 'new', queue.data?.rows) ? <button type="button" className="btn slim plain" onClick={reorder}>{t('web.queue.reorder')}</button> : <em>{t('web.queue.new-hint')}</em>}
      </div>
      <ul className="queue-tray" aria-label={t('web.queue.new')}>{count('new') + (sections.get('new')?.length ?? 0) === 0 ? <li className="empty-row">{queue.data === undefined ? t('web.loading') : t('web.queue.new-empty')}</li> : rowsOf('new')}</ul>
      <div className="scroll">
        {queue.error !== undefined && <ErrorBox error={queue.error} onRetry={() => void queue.refetch()} />}
        <div className="queue-bar">
          {t('web.queue.active')}<b className="num">{count('active')}</b>
          {docked.orderWaits && rowsDiffer(docked, 'active', queue.data?.rows) ? <button type="button" className="btn slim plain" onClick={reorder}>{t('web.queue.reorder')}</button> : <em>{t('web.queue.active-hint')}</em>}
        </div>
        <ul aria-label={t('web.queue.active')}>{count('active') === 0 ? <li className="empty-row">{t('web.queue.active-empty')}</li> : rowsOf('active')}</ul>
        <div className="queue-bar">{t('web.queue.watch')}<b className="num">{count('watch')}</b><em>{t('web.queue.watch-hint')}</em></div>
        <ul aria-label={t('web.queue.watch')}>{count('watch') === 0 ? <li className="empty-row">{t('web.queue.watch-empty')}</li> : rowsOf('watch')}</ul>
      </div>
      <QueueFigures />
    </aside>
  );
}

/** Whether one section stands in another order than the server has it. */
function rowsDiffer(docked: Docked, section: Section, incoming: readonly QueueRow[] | undefined): boolean {
  const shown = docked.rows.filter((row) => row.section === section).map(({ row }) => rowKey(row)).join(' ');
  return shown !== (incoming ?? []).filter((row) => row.section === section).map(rowKey).join(' ');
}

function liveCount(rows: readonly ShownRow[]): number {
  return rows.filter((shown) => !shown.gone).length;
}

/** After the last key the list is held for so long, ms. */
const KEY_HOLD_MS = 8000;
