// One answer with its legs: from a place to a place, leaving at an instant.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { MatrixRequest, MovementAnswer, MovementPlace } from '../api/multimodal.ts';
import { distinctReasons } from '../time/bad-times.ts';
import { instantAfter } from '../time/clock.ts';
import { compileWorld } from './compile.ts';
import { explainFrom } from './explain.ts';
import { firstWaitS, legsOf } from './legs.ts';
import { NOTHING_EXCLUDED, numberingOf, searchAll } from './search.ts';
import { holdsUntil } from './validity.ts';
import { wayTo } from './way.ts';

export interface PathRequest extends Omit<MatrixRequest, 'from' | 'to' | 'explain'> {
  readonly from: MovementPlace;
  readonly to: MovementPlace;
}

export function travelPath(request: PathRequest): Result<MovementAnswer> {
  if (request.from.id === request.to.id) return refuse('MOVEMENT_SAME_PLACE', { placeId: request.from.id });
  const compiled = compileWorld({ ...request, from: [request.from], to: [request.to], explain: true });
  if (!compiled.ok) return compiled;
  const labels = searchAll(compiled.value, 0, { lifted: false, excluded: NOTHING_EXCLUDED });
  const [reason = []] = explainFrom(compiled.value, 0, labels);
  const assumed = distinctReasons(compiled.value.assumed);
  const way = wayTo(labels, numberingOf(compiled.value).sink0);
  if (way === undefined) return ok({ reachable: false, reason, assumed });
  const legs = legsOf(compiled.value, 0, 0, way);
  const durationS = Math.max(0, Math.ceil(way.at(-1)!.arriveS - 1e-6));
  const { departAt, world } = request;
  return ok({
    reachable: true, departAt, arriveAt: instantAfter(compiled.value.frame, durationS), durationS, waitS: legs.reduce((sum, leg) => sum + leg.waitS, 0), legs,
    reason: distinctReasons([...reason, ...legs.flatMap((leg) => leg.reason)]), assumed,
    validFrom: departAt, validTo: holdsUntil(world, departAt, firstWaitS(compiled.value, way)),
  });
}
