// The last step of every handler: events of one command are given their actor, their time and their
// basis, and appended to one stream or to several in one transaction. An event without a basis
// rests on the person who states it, and says so.

import type { Instant, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { AppendRequest, EventLog, View, ViewStore } from './ports.ts';
import type { Basis, Context, EventEnvelope, NewEvent, StreamId, StreamKind } from './types.ts';

/** What a handler gives back: the stream as it stands after the append. */
export interface Appended {
  readonly id: string;
  readonly streamVersion: number;
  readonly events: readonly EventEnvelope[];
}

export interface EventOptions {
  /** When it happened, if that is not now; never later than now. */
  readonly happenedAt?: Instant;
  readonly basis?: readonly Basis[];
}

/** An event of the caller's, now, with a basis: the caller, when nothing better is given. */
export function newEvent<Type extends string, Payload>(
  context: Context, type: Type, payload: Payload, options: EventOptions = {},
): NewEvent<Type, Payload> {
  const given = options.basis ?? [];
  const basis = given.length > 0 ? given : [{ kind: 'person', ref: context.actor.id } as const];
  return { type, payload, happenedAt: options.happenedAt ?? context.now, actor: context.actor, basis };
}

/** Appends to one stream at the version that the caller has seen. */
export async function appendOne(
  log: EventLog, context: Context, target: { readonly stream: StreamId; readonly expectedVersion: number }, events: readonly NewEvent[],
): Promise<Result<Appended>> {
  const request: AppendRequest = { realm: context.realm, recordedAt: context.now, appends: [{ ...target, events }] };
  const appended = await log.append(request);
  if (!appended.ok) return appended;
  const id = target.stream.slice(target.stream.indexOf(':') + 1);
  return ok({ id, streamVersion: target.expectedVersion + events.length, events: appended.value });
}

/** The view, or `unknownCode` {id}; LOG_VERSION_CONFLICT when the caller decided on an older version. */
export async function loadView<Body>(
  views: ViewStore, context: Context, kind: StreamKind, id: string,
  options: { readonly unknownCode: string; readonly seenVersion?: number | undefined },
): Promise<Result<View<Body>>> {
  const view = await views.find<Body>(context.realm, kind, id);
  if (view === undefined) return refuse(options.unknownCode, { id });
  const { seenVersion } = options;
  if (seenVersion !== undefined && seenVersion !== view.streamVersion) {
    return refuse('LOG_VERSION_CONFLICT', { stream: `${kind}:${id}`, expectedVersion: seenVersion, actualVersion: view.streamVersion });
  }
  return ok(view);
}
