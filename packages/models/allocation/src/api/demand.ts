// What is needed: one line per capability and scene, cumulative over time, with the working that
// led to it. Units are codes of the item kinds (m, m3/h, m3, kg, pieces …).

import type { Assumption, Instant } from '@anlan/kernel';

/** A sentence for people: message code and its parameters. */
export type Reason = Assumption;

/** In order: an earlier urgency is served before a later one. */
export const URGENCIES = ['life', 'critical', 'important', 'useful'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** From `at` on, `quantityValue` in all must be in place. */
export interface NeedPoint {
  readonly at: Instant;
  readonly quantityValue: number;
  readonly unitCode: string;
}

/** A capability that serves the need; `effectRatio` 1 serves it fully, 0.5 needs twice as much. */
export interface Accepts {
  readonly capabilityCode: string;
  readonly effectRatio: number;
}

/** How the figure came about. */
export interface Working {
  readonly formulaId: string;
  readonly inputs: Readonly<Record<string, number | string>>;
  readonly sourceText: string;
}

export interface Demand {
  readonly id: string;
  readonly sceneId: string;
  /** The group under which curves are drawn. */
  readonly capabilityCode: string;
  readonly accepts: readonly Accepts[];
  readonly unitCode: string;
  readonly urgency: Urgency;
  /** In order of time, never falling. */
  readonly need: readonly NeedPoint[];
  readonly deadlineAt: Instant;
  /** The least that is of use as a first response. */
  readonly adequateValue: number;
  /** What it is for, for people. */
  readonly purpose: Reason;
  readonly working: Working;
}
