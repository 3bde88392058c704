// The allocation problem in full (reference/allocation, "Formulation"): three reserves, substitutes,
// kits, lanes by departure bucket, vehicles, quays, crews, issued orders. It is also the file format of
// `anlan allocate run`. Times are seconds after `now`; a bucket is the time up to its end. What is not
// given is not assumed: a place without vehicles has carriage without limit, and the result says so.

import type { Instant } from '@anlan/kernel';
import type { Lot, RampStep, Reserve } from './supply.ts';

export const URGENCY_CLASSES = ['life', 'critical', 'important', 'routine'] as const;
export type UrgencyClass = (typeof URGENCY_CLASSES)[number];

export interface AllocationProblem {
  readonly now: Instant;
  /** Ends of the time buckets, rising, seconds after `now`. */
  readonly bucketEndS: readonly number[];
  readonly items: readonly AllocationItem[];
  readonly stocks: readonly AllocationStock[];
  readonly groups: readonly RequirementGroup[];
  readonly scenes: readonly AllocationScene[];
  readonly needs: readonly AllocationNeed[];
  readonly lanes: readonly AllocationLane[];
  readonly vehicles: readonly AllocationVehicle[];
  readonly quays: readonly AllocationQuay[];
  readonly orders: readonly IssuedOrder[];
  /** Suppliers less likely than this to say yes are not counted on; they are listed as assumed. */
  readonly acceptanceRatioMin: number;
}

export interface AllocationItem {
  readonly id: string;
  readonly unitCode: string;
  /** Of one unit. */
  readonly massKg: number;
  readonly volumeM3: number;
  readonly seatCount: number;
  /** Only multiples are sent; 0: any amount. */
  readonly stepValue: number;
  /** People: off duty so long after they left, at most 12 h; null: things stay. */
  readonly dutyS: number | null;
}

/** Stock of one item at one place. What is free now: what others hold has been taken off. */
export interface AllocationStock {
  readonly id: string;
  /** Whose it is; a refusal takes all that one supplier has. */
  readonly supplierId: string;
  /** Where lanes and vehicles begin: a depot, or the hub that serves several stock points. */
  readonly originId: string;
  readonly itemId: string;
  readonly reserve: Reserve;
  readonly unitCode: string;
  /** Until it can leave the origin: readiness, call-up or start of production. */
  readonly leadS: number;
  /** `stock`: the lots; otherwise empty. */
  readonly lots: readonly Lot[];
  /** `social`: agreed less the audit; `capacity`: raw-material cap; `stock`: 0. */
  readonly countedValue: number;
  /** `capacity`: output per hour from the start of production; otherwise empty. */
  readonly ramp: readonly RampStep[];
  /** `social`: chance of a yes; null: not known, counted as a yes and said so. */
  readonly acceptanceRatio: number | null;
  /** What should stay for the next incident. */
  readonly floorValue: number;
  /** Weight of the risk that this stock covers: loss of readiness is weight × share taken. */
  readonly riskRatio: number;
  readonly unitCostFen: number;
  /** Once per supplier, when anything of it is used. */
  readonly activationCostFen: number;
}

export interface RequirementGroup {
  readonly id: string;
  readonly unitCode: string;
  /** Units of the group that one unit of the item gives. */
  readonly accepts: readonly { readonly itemId: string; readonly effectRatio: number }[];
  /** Sets that count only whole: each part at the scene, the least of the parts rules. */
  readonly kits: readonly Kit[];
}

export interface Kit {
  readonly id: string;
  /** Units of the group that one whole kit gives. */
  readonly effectValue: number;
  readonly unitCode: string;
  readonly parts: readonly { readonly itemId: string; readonly perKitValue: number; readonly unitCode: string }[];
}

export interface AllocationScene {
  readonly id: string;
  readonly incidentId: string;
}

export interface AllocationNeed {
  readonly id: string;
  readonly groupId: string;
  readonly sceneId: string;
  readonly unitCode: string;
  readonly urgency: UrgencyClass;
  /** p_gj, larger is more important within its class. */
  readonly priorityValue: number;
  /** Cumulative, one for each bucket. */
  readonly demandValue: readonly number[];
  /** Already there or surely coming, cumulative by bucket; empty: nothing. */
  readonly alreadyValue: readonly number[];
  /** One of the bucket ends. */
  readonly deadlineS: number;
  /** Smallest amount that makes a first response; 0: any. */
  readonly adequateValue: number;
}

/** A way from an origin to a scene by one mode, with its time for each departure bucket. */
export interface AllocationLane {
  readonly id: string;
  readonly originId: string;
  readonly sceneId: string;
  readonly mode: string;
  /** Door to door for one who leaves within that bucket; null: closed. */
  readonly travelS: readonly (number | null)[];
  /** Why it is closed, by bucket; null where open. */
  readonly closedText: readonly (string | null)[];
  /** Quays that its goods pass when they leave or when they arrive. */
  readonly quays: readonly { readonly quayId: string; readonly passedAtText: 'departure' | 'arrival' }[];
}

export interface AllocationVehicle {
  readonly id: string;
  readonly originId: string;
  readonly mode: string;
  readonly count: number;
  readonly massKgMax: number;
  readonly volumeM3Max: number;
  readonly seatCountMax: number;
  /** Loading and unloading of one trip; a trip binds its vehicle for twice the way and this. */
  readonly handlingS: number;
}

export interface AllocationQuay {
  readonly id: string;
  /** What can be handled in each bucket. */
  readonly massKgMax: readonly number[];
}

/** An order that was given. Pinned: it stands. Otherwise the plan keeps it if it costs nothing better. */
export interface IssuedOrder {
  readonly id: string;
  readonly stockId: string;
  readonly needId: string;
  readonly itemId: string;
  readonly laneId: string;
  /** Bucket of departure, from 0. */
  readonly departIndex: number;
  readonly quantityValue: number;
  readonly unitCode: string;
  readonly isPinned: boolean;
}
