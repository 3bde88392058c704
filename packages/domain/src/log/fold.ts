// A view is the fold of one stream. Each stage declares its folds; the store applies them in the
// transaction of the append, `rebuild` applies them again, and a replay applies them up to a minute.

import type { EventEnvelope, StreamKind } from './types.ts';

export interface Fold<Body = unknown> {
  readonly kind: StreamKind;
  /** Pure; `undefined` before the first event. Unknown event types leave the body as it is. */
  apply(body: Body | undefined, event: EventEnvelope): Body | undefined;
}

export type Folds = Readonly<Partial<Record<StreamKind, Fold>>>;

/** The body after all `events`, which must be of one stream and in order. */
export function foldAll<Body>(fold: Fold<Body>, events: readonly EventEnvelope[]): Body | undefined {
  let body: Body | undefined;
  for (const event of events) body = fold.apply(body, event);
  return body;
}
