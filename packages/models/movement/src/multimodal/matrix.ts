// The matrix for one hour of departure: one label setting a place of departure gives its whole row.
// A cell that cannot be reached says why; a slow one too.

/* eslint-disable @typescript-eslint/naming-convention -- node, arc, vertex, from, to are numbers of a graph, not quantities */
import type { Assumption, Result } from '@anlan/kernel';
import { ok } from '@anlan/kernel';
import type { MatrixCell, MatrixRequest, TravelMatrix } from '../api/multimodal.ts';
import type { Reason } from '../api/travel.ts';
import { distinctReasons } from '../time/bad-times.ts';
import { instantAfter } from '../time/clock.ts';
import { MODEL_VERSION } from '../version.ts';
import type { Compiled } from './compile.ts';
import { compileWorld } from './compile.ts';
import { explainFrom } from './explain.ts';
import { firstWaitS } from './legs.ts';
import type { Labels } from './search.ts';
import { NOTHING_EXCLUDED, numberingOf, searchAll } from './search.ts';
import { holdsUntil } from './validity.ts';
import { wayTo } from './way.ts';

export function travelMatrix(request: MatrixRequest): Result<TravelMatrix> {
  const compiled = compileWorld(request);
  if (!compiled.ok) return compiled;
  const cells = request.from.flatMap((_place, i) => rowFrom(compiled.value, i));
  return ok({
    fromIds: request.from.map(({ id }) => id), toIds: request.to.map(({ id }) => id), departAt: request.departAt, cells,
    assumed: distinctReasons(compiled.value.assumed as Assumption[]), modelVersion: MODEL_VERSION,
  });
}

function rowFrom(compiled: Compiled, fromIndex: number): readonly MatrixCell[] {
  const { request } = compiled;
  const labels = searchAll(compiled, fromIndex, { lifted: false, excluded: NOTHING_EXCLUDED });
  const why = request.explain ? explainFrom(compiled, fromIndex, labels) : undefined;
  return request.to.map((to, i) => {
    if (to.id === request.from[fromIndex]!.id) return cellAt(compiled, labels, { durationS: 0, reason: [], sink: -1 });
    const sink = numberingOf(compiled).sink0 + i;
    return cellAt(compiled, labels, { durationS: labels.arriveS[sink]!, reason: why?.[i] ?? [], sink });
  });
}

function cellAt(compiled: Compiled, labels: Labels, cell: { durationS: number; reason: readonly Reason[]; sink: number }): MatrixCell {
  const { reason, sink } = cell;
  if (!Number.isFinite(cell.durationS)) return { reachable: false, reason };
  const { frame, request } = compiled;
  const durationS = Math.max(0, Math.ceil(cell.durationS - 1e-6));
  const way = sink < 0 ? [] : (wayTo(labels, sink) ?? []);
  return { reachable: true, durationS, arriveAt: instantAfter(frame, durationS), validFrom: request.departAt, validTo: holdsUntil(request.world, request.departAt, firstWaitS(compiled, way)), reason };
}
