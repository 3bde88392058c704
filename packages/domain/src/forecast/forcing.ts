// Forcing files that an operator places: kept as bytes, listed with place and validity, used by the
// forecasts that they cover, removable. Removing hides a file from later forecasts; earlier ones keep
// citing it. How many may be placed is decided on one stream, the shelf, so that a race cannot pass it.

import type { BboxDeg, IdSource, Instant, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { Appended, Context, EventEnvelope, EventLog, Fold, NewEvent, ViewStore } from '../log/index.ts';
import { appendOne, loadView, newEvent } from '../log/index.ts';
import type { ArtefactStore, Titles } from '../signal/index.ts';
import { readWindGrid, windGridExtent } from './wind-grid.ts';

export interface ForcingBody {
  readonly id: string;
  readonly kind: 'wind-grid';
  readonly sourceText: Titles;
  readonly bboxDeg: BboxDeg;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly timeCount: number;
  readonly nodeCount: number;
  /** The file as it came. */
  readonly artefactId: string;
  readonly state: 'placed' | 'removed';
  readonly placedAt: Instant;
  readonly placedBy: string;
}

export type ForcingEvent =
  | { readonly type: 'forcing.placed'; readonly payload: Omit<ForcingBody, 'state' | 'placedAt' | 'placedBy'> }
  | { readonly type: 'forcing.removed'; readonly payload: { readonly id: string } }
  /** On the shelf: a file came to it. */
  | { readonly type: 'forcing.shelved'; readonly payload: { readonly id: string } };

/** The one stream on which placing is decided; never listed as a file. */
interface ForcingShelf {
  readonly state: 'shelf';
  readonly latestId: string;
}

export const forcingFold: Fold<ForcingBody | ForcingShelf> = {
  kind: 'forcing',
  apply(body, envelope) {
    const event = envelope as EventEnvelope & ForcingEvent;
    if (event.type === 'forcing.placed') return { ...event.payload, state: 'placed', placedAt: event.recordedAt, placedBy: event.actor.name };
    if (event.type === 'forcing.shelved') return { state: 'shelf', latestId: event.payload.id };
    return body === undefined || body.state === 'shelf' ? body : { ...body, state: 'removed' };
  },
};

export interface ForcingDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly ids: IdSource;
  readonly artefacts: ArtefactStore;
}

/** `bytes` is what is kept of `file`. */
export async function handlePlaceForcing(deps: ForcingDeps, command: { readonly file: unknown; readonly bytes: Uint8Array }, context: Context): Promise<Result<Appended>> {
  const may = mayDo(context.actor, 'forcing.write');
  if (!may.ok) return may;
  const wind = readWindGrid(command.file);
  if (!wind.ok) return wind;
  const room = await checkRoom(deps.views, context);
  if (!room.ok) return room;
  const artefactId = await deps.artefacts.put(command.bytes, 'application/json');
  const { grid, times, sourceText } = wind.value;
  const id = deps.ids.newId('forcing');
  const payload = { id, kind: 'wind-grid', sourceText, ...windGridExtent(wind.value), timeCount: times.length, nodeCount: grid.columnCount * grid.rowCount, artefactId } as const;
  return appendPlaced(deps, id, newEvent(context, 'forcing.placed', payload), context);
}

/** The shelf is read before the count: whoever places in between makes this append conflict, and it is counted again. */
async function appendPlaced(deps: ForcingDeps, id: string, placed: NewEvent, context: Context): Promise<Result<Appended>> {
  for (let conflictCount = 0; ; conflictCount++) {
    const shelfVersion = (await deps.views.find(context.realm, 'forcing', SHELF_ID))?.streamVersion ?? 0;
    const room = await checkRoom(deps.views, context);
    if (!room.ok) return room;
    const appended = await deps.log.append({
      realm: context.realm, recordedAt: context.now,
      appends: [
        { stream: `forcing:${id}`, expectedVersion: 0, events: [placed] },
        { stream: `forcing:${SHELF_ID}`, expectedVersion: shelfVersion, events: [newEvent(context, 'forcing.shelved', { id })] },
      ],
    });
    if (appended.ok) return ok({ id, streamVersion: 1, events: appended.value });
    if (appended.refusal.code !== 'LOG_VERSION_CONFLICT' || conflictCount >= CONFLICT_COUNT_MAX) return appended;
  }
}

async function checkRoom(views: ViewStore, context: Context): Promise<Result<true>> {
  const placedCount = (await listForcings(views, context)).length;
  return placedCount >= PLACED_COUNT_MAX ? refuse('FORCING_TOO_MANY', { countMax: PLACED_COUNT_MAX }) : ok(true);
}

export async function handleRemoveForcing(deps: Pick<ForcingDeps, 'log' | 'views'>, command: { readonly id: string }, context: Context): Promise<Result<Appended>> {
  const may = mayDo(context.actor, 'forcing.write');
  if (!may.ok) return may;
  const { id } = command;
  const view = await loadView<ForcingBody>(deps.views, context, 'forcing', id, { unknownCode: 'FORCING_UNKNOWN' });
  if (!view.ok) return view;
  if (view.value.body.state !== 'placed') return refuse('FORCING_UNKNOWN', { id });
  return appendOne(deps.log, context, { stream: `forcing:${id}`, expectedVersion: view.value.streamVersion }, [newEvent(context, 'forcing.removed', { id })]);
}

/** Those that forecasts may use, newest first. */
export async function listForcings(views: ViewStore, { realm }: Pick<Context, 'realm'>): Promise<readonly ForcingBody[]> {
  const placed = await views.list<ForcingBody>({ realm, kind: 'forcing', where: { state: 'placed' }, newestFirst: true });
  return placed.map(({ body }) => body);
}

/** Files at once; each request reads them all. Ours. */
const PLACED_COUNT_MAX = 8;
const SHELF_ID = 'shelf';
/** Each conflict means that somebody else placed one; without removals in between the shelf is full after as many. */
const CONFLICT_COUNT_MAX = 2 * PLACED_COUNT_MAX;
