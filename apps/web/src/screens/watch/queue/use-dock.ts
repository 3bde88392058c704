// Holds the docked list over renders and over live frames.

import { useCallback, useEffect, useRef, useState } from 'react';
import type { QueueRow } from '@anlan/contracts';
import { dockRows, NOTHING_DOCKED } from './queue-dock.ts';
import type { Docked } from './queue-dock.ts';

export interface Dock {
  readonly docked: Docked;
  /** Pointer or keyboard is in the list. */
  readonly hold: (held: boolean) => void;
  readonly reorder: () => void;
}

export function useDock(incoming: readonly QueueRow[] | undefined, selectedKey: string | undefined): Dock {
  const [docked, setDocked] = useState<Docked>(NOTHING_DOCKED);
  const held = useRef(false);
  const latest = useRef<{ incoming: readonly QueueRow[]; selectedKey: string | undefined }>({ incoming: [], selectedKey });
  latest.current = { incoming: incoming ?? latest.current.incoming, selectedKey };
  const apply = useCallback((reorder: boolean) => {
    const { incoming: rows, selectedKey: selected } = latest.current;
    setDocked((before) => dockRows(before, rows, { hold: held.current && !reorder, selectedKey: selected, reorder }));
  }, []);
  useEffect(() => {
    if (incoming !== undefined) apply(false);
  }, [incoming, apply]);
  const hold = useCallback((next: boolean) => {
    held.current = next;
    if (!next) apply(false);
  }, [apply]);
  return { docked, hold, reorder: () => apply(true) };
}
