// Which fact of a code stands: the one rule that grading, clocks, forecasts, plans and screens share.
// Known by the instant asked about; not replaced by a fact known by then; a verified fact before an
// unverified estimate, whatever its time; then the one about the latest state of affairs; then the
// one recorded last. What is passed over stays readable: nothing is removed here.

import type { Instant } from '@anlan/kernel';

/** What the rule reads of a fact; the incident's facts fit this shape. */
export interface StatedFact {
  readonly id: string;
  readonly code: string;
  readonly verified: boolean;
  readonly happenedAt: Instant;
  readonly recordedAt: Instant;
  readonly supersedesFactId: string | null;
  /** Further facts of the code that this one replaces, such as several estimates by one confirmation. */
  readonly alsoSupersedesFactIds?: readonly string[];
}

/** The fact that stands for each code. `at` left out: everything recorded is known. Of a tie the later in the list, which is the order of the log. */
export function standingFacts<F extends StatedFact>(facts: readonly F[], at?: Instant): ReadonlyMap<string, F> {
  const standing = new Map<string, F>();
  for (const fact of unreplacedFacts(facts, at)) {
    const other = standing.get(fact.code);
    if (other === undefined || compareStanding(fact, other) >= 0) standing.set(fact.code, fact);
  }
  return standing;
}

export function standingFact<F extends StatedFact>(facts: readonly F[], code: F['code'], at?: Instant): F | undefined {
  return standingFacts(facts, at).get(code);
}

/** Known by `at` and not replaced by a fact known by then. */
export function unreplacedFacts<F extends StatedFact>(facts: readonly F[], at?: Instant): readonly F[] {
  const known = at === undefined ? facts : facts.filter((fact) => fact.recordedAt <= at);
  const replaced = new Set(known.flatMap((fact) => [fact.supersedesFactId, ...(fact.alsoSupersedesFactIds ?? [])]));
  return known.filter((fact) => !replaced.has(fact.id));
}

/** Positive when `a` stands before `b`. */
function compareStanding(a: StatedFact, b: StatedFact): number {
  return Number(a.verified) - Number(b.verified) || a.happenedAt - b.happenedAt || a.recordedAt - b.recordedAt;
}
