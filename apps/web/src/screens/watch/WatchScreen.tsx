// The duty desk: queue, map with its time axis, incident. The map follows the selected row; the
// keyboard leads from alarm to dispatched without a mouse.

import { lazy, Suspense, useEffect, useState } from 'react';
import type { NavigateFunction } from 'react-router-dom';
import { useNavigate } from 'react-router-dom';
import type { QueueRow } from '@anlan/contracts';
import { useQuery } from '../../api/use-query.ts';
import type { KeyMap } from '../../app/keys.ts';
import { useKeys } from '../../app/keys.ts';
import { hasRoom } from '../../app/rooms.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBoundary } from '../../app/ErrorBoundary.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { Icon } from '../../parts/Marks.tsx';
import { desk, useDesk } from './desk-store.ts';
import { Panel } from './panel/Panel.tsx';
import { QueuePanel } from './queue/QueuePanel.tsx';
import { isSame, useSelection } from './selection.ts';
import type { Selection } from './selection.ts';
import { useRowAction } from './use-row-action.ts';
import type { RowAction } from './use-row-action.ts';
import './watch.css';

const Centre = lazy(async () => ({ default: (await import('./Centre.tsx')).Centre }));

export function WatchScreen() {
  const { t } = useI18n();
  const [selection, setSelection] = useSelection();
  const action = useRowAction();
  const narrow = useNarrow();
  const drawerOpen = useDesk((state) => state.drawerOpen);
  const rows = useQuery('getQueue', {}).data?.rows;
  const row = rows?.find((candidate) => isSame(candidate, selection));

  const select = (next: Selection) => {
    if (!isSame(next, selection)) desk.closeForm();
    setSelection({ kind: next.kind, id: next.id });
    desk.set({ drawerOpen: true, forecastId: undefined, frameIndex: 0, playing: false });
  };
  // The map looks at the row when it is chosen, not again on every renewal: nobody's map is pulled away.
  const position = row?.position;
  const key = selection === undefined ? '' : `${selection.kind}/${selection.id}`;
  const hasPosition = position !== null && position !== undefined;
  useEffect(() => {
    if (hasPosition) desk.lookAt(position);
  }, [key, hasPosition]);

  useDeskKeys({ rows, row, selection, select, action });

  const panel = (
    <ErrorBoundary key={key}>
      <Panel selection={selection} row={row} />
    </ErrorBoundary>
  );
  return (
    <>
      <QueuePanel selection={selection} onSelect={select} action={action} />
      <section className="centre" aria-label={t('web.map.title')}>
        <ErrorBoundary>
          <Suspense fallback={null}><Centre selection={selection} onSelect={select} /></Suspense>
        </ErrorBoundary>
        {action.error !== undefined && <div className="desk-notice"><ErrorBox error={action.error} onClose={action.clear} /></div>}
      </section>
      {narrow ? (
        drawerOpen && (
          <article className="incident-panel drawer">
            <button type="button" className="icon-btn drawer-close" aria-label={t('web.form.cancel')} onClick={() => desk.set({ drawerOpen: false })}><Icon name="close" /></button>
            {panel}
          </article>
        )
      ) : (
        <article className="incident-panel">{panel}</article>
      )}
    </>
  );
}

interface DeskKeys {
  readonly rows: readonly QueueRow[] | undefined;
  readonly row: QueueRow | undefined;
  readonly selection: Selection | undefined;
  readonly select: (next: Selection) => void;
  readonly action: RowAction;
}

/** F1 to F4, Enter, Escape, and the letter that the selected row shows. */
function useDeskKeys({ rows, row, selection, select, action }: DeskKeys): void {
  const navigate = useNavigate();
  useKeys({
    F1: () => desk.openForm('open-incident'),
    F2: () => {
      const target = row?.section === 'new' ? row : rows?.find((candidate) => candidate.section === 'new');
      if (target === undefined) return;
      if (!isSame(target, selection)) select(target);
      else action.run(target);
    },
    F3: () => selection?.kind === 'incident' && hasRoom('plan') && void navigate(`/plan/${selection.id}`),
    F4: () => selection?.kind === 'incident' && desk.openForm('answer-clock'),
    Enter: () => row !== undefined && action.run(row),
    ...(selection?.kind === 'incident' ? incidentLetters(selection.id, navigate) : {}),
    // The letter that the selected row shows goes first.
    ...(row === undefined || row.nextAction.key.length !== 1 ? {} : { [row.nextAction.key]: () => action.run(row) }),
    Escape: () => desk.closeForm(),
  });
}

/** Letters that work on a selected incident at any time, whatever its next step is. */
function incidentLetters(incidentId: string, navigate: NavigateFunction): KeyMap {
  const room = (id: string) => (hasRoom(id) ? () => void navigate(`/${id}/${incidentId}`) : undefined);
  return {
    v: () => desk.openForm('confirm-spill'), l: () => desk.openForm('level'), c: () => desk.openForm('answer-clock'), e: () => desk.openForm('fact'), n: () => desk.openForm('note'),
    f: room('forecast'), p: room('plan'), d: room('dispatch'), r: room('review'),
  };
}

function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const media = matchMedia(NARROW);
    const onChange = () => setNarrow(media.matches);
    media.addEventListener('change', onChange);
    return () => media.removeEventListener('change', onChange);
  }, []);
  return narrow;
}

const NARROW = '(max-width: 1279.98px)';
