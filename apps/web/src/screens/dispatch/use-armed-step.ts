// A step in two presses: the first says what will happen, the second sends. The same key does both, so
// that hands stay on the board; after a few seconds, or on another row, it is as if nothing was pressed.

import { useEffect, useState } from 'react';
import type { Order } from '@anlan/contracts';
import type { ApiError } from '../../api/api-error.ts';
import { useAction } from '../../api/use-action.ts';
import { nextStep } from './order-view.ts';
import type { ForwardStep } from './order-view.ts';
import { sendStep, touchedBy } from './send-step.ts';

export interface ArmedStep {
  readonly armed: { readonly orderId: string; readonly step: ForwardStep } | undefined;
  readonly busy: boolean;
  readonly error: ApiError | undefined;
  readonly clear: () => void;
  /** Arms the selected order's next step, or sends it when it is armed. */
  readonly press: () => void;
  /** The same for a row's own button. */
  readonly pressOn: (order: Order) => void;
  readonly disarm: () => void;
  readonly note: string;
  readonly setNote: (note: string) => void;
}

export function useArmedStep(selected: Order | undefined): ArmedStep {
  const action = useAction();
  const [armed, setArmed] = useState<ArmedStep['armed'] & { readonly atMs: number }>();
  const [note, setNote] = useState('');
  const selectedId = selected?.id;
  useEffect(() => {
    setArmed(undefined);
    setNote('');
    action.clear();
    // Only another order disarms.
  }, [selectedId]);
  useEffect(() => {
    if (armed === undefined) return undefined;
    const timer = setTimeout(() => setArmed(undefined), ARMED_MS);
    return () => clearTimeout(timer);
  }, [armed, note]);
  const pressOn = (order: Order) => {
    const step = nextStep(order);
    if (step === undefined || action.busy) return;
    if (armed?.orderId !== order.id || armed.step !== step) {
      setArmed({ orderId: order.id, step, atMs: performance.now() });
      return;
    }
    // A key held down repeats faster than this.
    if (performance.now() - armed.atMs < HELD_MS) return;
    setArmed(undefined);
    void action.run(() => sendStep({ orderId: order.id, step, note: note.trim(), seenVersion: order.streamVersion }), touchedBy(order.id, order.incidentId)).then((done) => done && setNote(''));
  };
  return {
    armed, busy: action.busy, error: action.error, clear: action.clear, note, setNote, pressOn,
    press: () => selected !== undefined && pressOn(selected),
    disarm: () => setArmed(undefined),
  };
}

/** Long enough to read what will happen, ms. */
const ARMED_MS = 6000;
const HELD_MS = 400;
