// The readiness board: every unit that can be sent, as it last said of itself and until when that
// holds. What is out of date stands as unknown, never as ready. Counts of the states are its filter;
// the chosen unit lies open at the right, with its check-in for those who may.

import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { ForceUnit, ReadinessBoard } from '@anlan/contracts';
import { useQuery } from '../../../api/use-query.ts';
import { useZone } from '../../../app/installation.tsx';
import { useKeys } from '../../../app/keys.ts';
import { hourMinute } from '../../../format/time.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { BOARD_STATES, unitKey, unitsShown } from './board-view.ts';
import type { BoardState } from './board-view.ts';
import { PackageTable } from './PackageTable.tsx';
import { StateMark } from './StateMark.tsx';
import { UnitPanel } from './UnitPanel.tsx';
import './board.css';

export function BoardPage() {
  const { t } = useI18n();
  const query = useQuery('getReadiness', {});
  const [params, setParams] = useSearchParams();
  const view = params.get('show') === 'packages' ? 'packages' : 'units';
  const set = (part: Readonly<Record<string, string>>) => setParams((old) => {
    const next = new URLSearchParams(old);
    for (const [name, value] of Object.entries(part)) if (value === '') next.delete(name); else next.set(name, value);
    return next;
  }, { replace: true });
  const board = query.data;
  const states: Readonly<Record<BoardState, number>> = board === undefined ? NONE : countStates(board);
  return (
    <>
      <h1 className="section-bar rs-bar">{t('web.board.title')}
        <span className="rs-shows">
          <button type="button" aria-pressed={view === 'units' && params.get('state') === null} onClick={() => set({ show: '', state: '' })}>{t('web.board.all')} <b className="num">{board?.units.length ?? 0}</b></button>
          {BOARD_STATES.map((state) => <button key={state} type="button" aria-pressed={view === 'units' && params.get('state') === state} onClick={() => set({ show: '', state })}><StateMark state={state} /> <b className="num">{states[state]}</b></button>)}
          <button type="button" aria-pressed={view === 'packages'} onClick={() => set({ show: 'packages', state: '' })}>{t('web.board.packages')} <b className="num">{board?.packages.length ?? 0}</b></button>
        </span>
      </h1>
      {query.error !== undefined && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
      {board === undefined && query.error === undefined && <p className="empty-row">{t('web.loading')}</p>}
      {board !== undefined && view === 'packages' && <PackageTable packages={board.packages} />}
      {board !== undefined && view === 'units' && <Units board={board} state={params.get('state')} kind={params.get('kind') ?? ''} chosenKey={params.get('unit')} onKind={(kind) => set({ kind })} onChoose={(unit) => set({ unit })} />}
    </>
  );
}

interface UnitsProps { readonly board: ReadinessBoard; readonly state: string | null; readonly kind: string; readonly chosenKey: string | null; readonly onKind: (kind: string) => void; readonly onChoose: (key: string) => void }

function Units({ board, state, kind, chosenKey, onKind, onChoose }: UnitsProps) {
  const { t, title } = useI18n();
  const [text, setText] = useState('');
  const rows = unitsShown(board.units, { state, kind, text });
  const chosen = board.units.find((unit) => unitKey(unit) === chosenKey) ?? rows[0];
  const walk = (by: number) => {
    const index = rows.findIndex((unit) => chosen !== undefined && unitKey(unit) === unitKey(chosen));
    const next = rows[Math.max(0, Math.min(rows.length - 1, index + by))];
    if (next !== undefined) onChoose(unitKey(next));
  };
  useKeys({ ArrowDown: () => walk(1), ArrowUp: () => walk(-1), j: () => walk(1), k: () => walk(-1) });
  return (
    <div className="board-body">
      <div className="board-list">
        <div className="board-tools">
          <select className="input" aria-label={t('web.board.kind')} value={kind} onChange={(event) => onKind(event.target.value)}>
            <option value="">{t('web.board.every-kind')}</option>
            {board.byKind.map((one) => <option key={`${one.registerId}/${one.kindCode}`} value={`${one.registerId}/${one.kindCode}`}>{title(one.registerTitles)} · {title(one.titles)}（{Object.values(one.counts).reduce((sum, count) => sum + count, 0)}）</option>)}
          </select>
          <input className="input" type="search" placeholder={t('web.board.search')} aria-label={t('web.board.search')} value={text} onChange={(event) => setText(event.target.value)} />
        </div>
        {rows.length === 0 ? <p className="empty-row">{t('web.board.none')}</p> : <UnitTable units={rows} chosenKey={chosen === undefined ? '' : unitKey(chosen)} onChoose={onChoose} />}
      </div>
      {chosen !== undefined && <UnitPanel key={unitKey(chosen)} unit={chosen} />}
    </div>
  );
}

function UnitTable({ units, chosenKey, onChoose }: { readonly units: readonly ForceUnit[]; readonly chosenKey: string; readonly onChoose: (key: string) => void }) {
  const { t, title, coded } = useI18n();
  const zone = useZone();
  return (
    <div className="scroll rs-scroll" tabIndex={0}>
      <table className="rs-table">
        <thead><tr><th scope="col">{t('web.board.state')}</th><th scope="col">{t('web.board.unit')}</th><th scope="col">{t('web.board.where')}</th><th scope="col" className="right">{t('web.board.people')}</th><th scope="col">{t('web.board.until')}</th><th scope="col">{t('web.board.why')}</th></tr></thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unitKey(unit)} aria-selected={unitKey(unit) === chosenKey} onClick={() => onChoose(unitKey(unit))}>
              <td><StateMark state={unit.state} /></td>
              <td><button type="button" className="rs-name" onClick={() => onChoose(unitKey(unit))}>{title(unit.titles)}</button><small className="quiet board-kind">{title(unit.kindTitles)}</small></td>
              <td className="quiet">{unit.facilityTitles === null ? (unit.organisationTitles === null ? '' : title(unit.organisationTitles)) : title(unit.facilityTitles)}</td>
              <td className="right num">{unit.peopleOnDutyCount === null ? '' : `${unit.peopleOnDutyCount}${unit.crewCount === null ? '' : `/${unit.crewCount}`}`}</td>
              <td className="num">{unit.readyUntilAt === null ? '' : hourMinute(unit.readyUntilAt, zone)}</td>
              <td className="quiet board-why">{unit.reasons.map((one) => coded(one)).join('；')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function countStates(board: ReadinessBoard): Readonly<Record<BoardState, number>> {
  return Object.fromEntries(BOARD_STATES.map((state) => [state, board.units.filter((unit) => unit.state === state).length])) as Record<BoardState, number>;
}

const NONE: Readonly<Record<BoardState, number>> = { available: 0, limited: 0, committed: 0, unknown: 0, unavailable: 0 };
