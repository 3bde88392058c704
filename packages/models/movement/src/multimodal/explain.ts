// Why a pair is blocked or slow: the way that would be taken if nothing were in the way, and what
// stands in it. For a blocked pair that is not the end: what was named is taken out, and the next
// best way is asked for, so that a closed bridge and a ferry that stays in port are both said.

import type { Reason } from '../api/travel.ts';
import { distinctReasons } from '../time/bad-times.ts';
import type { Compiled, Service, SpecialArc } from './compile.ts';
import type { Excluded, Labels } from './search.ts';
import { NOTHING_EXCLUDED, numberingOf, searchAll } from './search.ts';
import type { WayStep } from './way.ts';
import { nothingLeads, obstacles, wayTo } from './way.ts';

/** Reasons by destination for one place of departure; undefined where the pair is neither blocked nor slow. */
export function explainFrom(compiled: Compiled, fromIndex: number, now: Labels): readonly (readonly Reason[] | undefined)[] {
  const { sink0 } = numberingOf(compiled);
  const sinks = compiled.toAccess.map((_access, i) => sink0 + i);
  const reasons: Reason[][] = sinks.map(() => []);
  let excluded: Excluded = NOTHING_EXCLUDED;
  let open: readonly number[] = sinks;
  for (let round = 0; round < ROUND_COUNT_MAX && open.length > 0; round++) {
    const lifted = searchAll(compiled, fromIndex, { lifted: true, excluded });
    const named: Named = { links: new Set(excluded.links), lines: new Set(excluded.lines), sea: excluded.sea, air: excluded.air };
    open = open.filter((sink) => {
      const slow = now.arriveS[sink]! - lifted.arriveS[sink]! > SLOW_S;
      const way = slow || !Number.isFinite(now.arriveS[sink]!) ? wayTo(lifted, sink) : undefined;
      if (way === undefined) return false;
      const found = blame(compiled, fromIndex, way, named);
      reasons[sink - sink0]!.push(...found);
      return found.length > 0 && !Number.isFinite(now.arriveS[sink]!);
    });
    excluded = named;
  }
  return reasons.map((list, i) => {
    if (list.length > 0) return distinctReasons(list);
    return Number.isFinite(now.arriveS[sinks[i]!]!) ? undefined : nothingLeads(compiled, fromIndex, i);
  });
}

interface Named {
  readonly links: Set<number>;
  readonly lines: Set<string>;
  sea: boolean;
  air: boolean;
}

function blame(compiled: Compiled, fromIndex: number, way: readonly WayStep[], named: Named): readonly Reason[] {
  const numbering = numberingOf(compiled);
  return way.flatMap((step) => {
    const found = obstacles(compiled, numbering, step, compiled.fromAccess[fromIndex]!);
    if (found.length === 0) return [];
    if (step.kind === 'link') named.links.add((step.arc as SpecialArc).special.linkIndex);
    if (step.kind === 'ferry') named.lines.add((step.arc as Service).line.id);
    if (step.kind === 'sea') named.sea = true;
    if (step.kind === 'air') named.air = true;
    return found;
  });
}

/** Later than without obstacles by less than this is not worth a sentence, s. */
const SLOW_S = 60;
/** Ways asked for a blocked pair: by bridge, by ferry, by vessel, by air. */
const ROUND_COUNT_MAX = 6;
