// What the desk is doing beside its data: the form in the right panel, a place being picked on the
// map, where the map should look, the moment of the forecast that is shown. Small and synchronous;
// the selected row itself is in the address, so that a reload keeps it.

import { useSyncExternalStore } from 'react';
import type { LonLat } from '@anlan/contracts';

/** Forms that take the right panel. */
export type DeskForm =
  | 'open-incident' | 'dismiss' | 'verify' | 'confirm-spill' | 'fact' | 'level' | 'answer-clock' | 'note' | 'contain' | 'hand-over' | 'terminate' | 'close' | 'rerun';

export interface DeskState {
  readonly form: DeskForm | undefined;
  /** The clock that `answer-clock` answers. */
  readonly clockId: string | undefined;
  readonly picking: boolean;
  readonly picked: LonLat | undefined;
  /** Where the map should go; a new number each time so that the same place can be asked twice. */
  readonly look: { readonly position: LonLat; readonly count: number } | undefined;
  /** Forecast shown on the map: undefined = the newest completed of the selected incident. */
  readonly forecastId: string | undefined;
  readonly frameIndex: number;
  readonly playing: boolean;
  /** The incident panel as a drawer on narrow screens. */
  readonly drawerOpen: boolean;
}

export const desk = {
  get: (): DeskState => state,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  set: (part: Partial<DeskState>): void => {
    state = { ...state, ...part };
    listeners.forEach((listener) => listener());
  },
  openForm: (form: DeskForm, clockId?: string): void => desk.set({ form, clockId, picking: false, picked: undefined, drawerOpen: true }),
  closeForm: (): void => desk.set({ form: undefined, clockId: undefined, picking: false, picked: undefined }),
  lookAt: (position: LonLat): void => desk.set({ look: { position, count: (state.look?.count ?? 0) + 1 } }),
};

export function useDesk<T>(pick: (state: DeskState) => T): T {
  return useSyncExternalStore(desk.subscribe, () => pick(state));
}

const listeners = new Set<() => void>();
let state: DeskState = {
  form: undefined, clockId: undefined, picking: false, picked: undefined, look: undefined, forecastId: undefined, frameIndex: 0, playing: false, drawerOpen: true,
};
