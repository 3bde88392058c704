// The state of a unit as sign and word; colour is kept for levels.

import { useI18n } from '../../../i18n/i18n.tsx';
import type { BoardState } from './board-view.ts';

export function StateMark({ state }: { readonly state: BoardState }) {
  const { t } = useI18n();
  return <span className={`board-state board-${state}`}><i aria-hidden="true">{SIGNS[state]}</i>{t(`web.board.state.${state}`)}</span>;
}

const SIGNS: Readonly<Record<BoardState, string>> = { available: '●', limited: '◐', committed: '▶', unknown: '?', unavailable: '×' };
