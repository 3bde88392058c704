// A plan: demand derived from a forecast, options that meet it from three reserves, each line with
// its reason, and what stays unmet, when. The arithmetic is the allocation model's; this is its record.

import type { Assumption, Instant, LonLat } from '@anlan/kernel';
import type { Owner, Titles } from '../signal/index.ts';

export interface DemandLine {
  readonly id: string;
  /** The capability that is asked for; item kinds name theirs in the register. */
  readonly itemKindId: string;
  readonly titles: Titles;
  readonly unitCode: string;
  readonly urgency: 'critical' | 'important' | 'useful';
  readonly position: LonLat;
  readonly deadlineAt: Instant;
  /** Cumulative need by time. */
  readonly curve: readonly { readonly at: Instant; readonly quantityValue: number }[];
  /** What it is for: message code and its parameters. */
  readonly purpose: Assumption;
  /** How it was computed: formula id, inputs, source. */
  readonly working: { readonly formulaId: string; readonly inputs: Readonly<Record<string, number | string>>; readonly sourceText: string };
}

export interface PlanLine {
  readonly id: string;
  readonly demandId: string;
  readonly supplyRegisterId: string;
  readonly supplyId: string;
  readonly reserve: 'stock' | 'social' | 'capacity';
  readonly itemKindId: string;
  readonly titles: Titles;
  readonly quantityValue: number;
  readonly unitCode: string;
  readonly fromPosition: LonLat;
  readonly fromText: Titles;
  readonly carrierRegisterId: 'teams' | 'vessels' | null;
  readonly carrierId: string | null;
  readonly departAt: Instant;
  readonly arriveAt: Instant;
  readonly legs: readonly { readonly mode: 'road' | 'sea' | 'handling'; readonly durationS: number; readonly distanceM: number; readonly path: readonly LonLat[] }[];
  /** Why this line and not another: message code and its parameters. */
  readonly reason: Assumption;
  /** Whether in time, by which way, and why not another. */
  readonly moreReasons: readonly Assumption[];
}

export interface PlanOption {
  readonly id: string;
  readonly rankIndex: number;
  readonly titles: Titles;
  readonly lines: readonly PlanLine[];
  readonly unmet: readonly { readonly demandId: string; readonly firstShortAt: Instant | null; readonly shortAtDeadlineValue: number; readonly shortAtEndValue: number; readonly unitCode: string }[];
  readonly supplyCurves: readonly { readonly demandId: string; readonly curve: readonly { readonly at: Instant; readonly quantityValue: number }[] }[];
  readonly figures: { readonly unmetCriticalRatio: number; readonly firstAdequateS: number | null; readonly shortageAreaRatioHours: number; readonly committedRatio: number };
  /** Which comparison put it at this rank. */
  readonly decidedBy: Assumption;
  readonly checked: boolean;
}

/** Need against what the three reserves could bring in all, before anything is shared out (S-450). */
export interface SufficiencyLine {
  readonly capabilityCode: string;
  readonly unitCode: string;
  /** Hours from the drawing; null: never short within the horizon. */
  readonly firstShortHours: number | null;
  readonly curve: readonly { readonly at: Instant; readonly needValue: number; readonly stockValue: number; readonly socialValue: number; readonly capacityValue: number }[];
}

export interface PlanBody {
  readonly id: string;
  readonly incidentId: string;
  readonly forecastId: string;
  /** The incident's owner when the plan was drawn; null when it had none, or before owners were recorded. */
  readonly owner: Owner | null;
  readonly drawnAt: Instant;
  readonly demand: readonly DemandLine[];
  readonly options: readonly PlanOption[];
  readonly sufficiency: readonly SufficiencyLine[];
  readonly notReachable: readonly { readonly supplyRegisterId: string; readonly supplyId: string; readonly reason: Assumption }[];
  readonly chosenOptionId: string | null;
  readonly chosenAt: Instant | null;
  readonly chosenBy: string | null;
  readonly assumed: readonly Assumption[];
  readonly warnings: readonly Assumption[];
  readonly modelVersion: string;
  readonly inputsHash: string;
}

export type PlanEvent =
  | { readonly type: 'plan.drawn'; readonly payload: Omit<PlanBody, 'drawnAt' | 'chosenOptionId' | 'chosenAt' | 'chosenBy' | 'owner'> & Partial<Pick<PlanBody, 'owner'>> }
  | { readonly type: 'plan.chosen'; readonly payload: { readonly optionId: string } };
