// Which units a board shows, and in which order: what can go first, then by kind and name; the order
// does not change while somebody looks.

import type { ForceUnit } from '@anlan/contracts';

export type BoardState = ForceUnit['state'];
export const BOARD_STATES: readonly BoardState[] = ['available', 'limited', 'committed', 'unknown', 'unavailable'];

export interface BoardChoice {
  /** null: every state. */
  readonly state: string | null;
  /** `register/kind`; empty: every kind. */
  readonly kind: string;
  readonly text: string;
}

export function unitKey({ registerId, id }: Pick<ForceUnit, 'registerId' | 'id'>): string {
  return `${registerId}/${id}`;
}

export function unitsShown(units: readonly ForceUnit[], { state, kind, text }: BoardChoice): readonly ForceUnit[] {
  const wanted = text.trim().toLocaleLowerCase();
  const hay = (unit: ForceUnit) => [unit.titles.zh, unit.titles.en, unit.organisationTitles?.zh ?? '', unit.organisationTitles?.en ?? '', unit.facilityTitles?.zh ?? '', unit.facilityTitles?.en ?? ''].join(' ').toLocaleLowerCase();
  return units
    .filter((unit) => (state === null || unit.state === state) && (kind === '' || `${unit.registerId}/${unit.kindCode}` === kind) && (wanted === '' || hay(unit).includes(wanted)))
    .toSorted((a, b) => BOARD_STATES.indexOf(a.state) - BOARD_STATES.indexOf(b.state) || compare(a.registerId, b.registerId) || compare(a.kindCode, b.kindCode) || compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
