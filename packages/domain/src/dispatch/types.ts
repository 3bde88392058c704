// An order: who goes, with what, from where to where, and how far it has got. Stock is held when
// the order is issued and drawn when it departs, in the same transaction as the event.

import type { Instant, LonLat } from '@anlan/kernel';
import type { ZoneCode } from '../readiness/index.ts';
import type { Titles } from '../signal/index.ts';

export const ORDER_STATES = ['issued', 'accepted', 'under-way', 'on-scene', 'done', 'blocked', 'cancelled'] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export interface OrderItem {
  /** Register and id of the supply: stock-lots, social-agreements or capacity-contracts. */
  readonly supplyRegisterId: string;
  readonly supplyId: string;
  readonly itemKindId: string;
  readonly titles: Titles;
  readonly quantityValue: number;
  readonly unitCode: string;
}

export interface OrderStep {
  readonly state: OrderState;
  readonly at: Instant;
  readonly recordedAt: Instant;
  readonly by: string;
  readonly note: string;
}

export interface OrderBody {
  readonly id: string;
  readonly incidentId: string;
  /** Where they will work; left out: not said when it was issued. Into the hot zone only graded teams go (S-446). */
  readonly zoneCode?: ZoneCode;
  readonly planId: string | null;
  readonly optionId: string | null;
  /** Lines of the option that this order carries out; empty for an order written by hand. */
  readonly planLineIds: readonly string[];
  readonly task: Titles;
  readonly items: readonly OrderItem[];
  /** Team or vessel that carries it out; null while nobody is named. */
  readonly unitRegisterId: 'teams' | 'vessels' | null;
  readonly unitId: string | null;
  /** Part of the unit's holding of one: trips that one plan gives the same unit, one after another, share it. Left out: the whole unit. */
  readonly unitShareValue?: number;
  readonly unitTitles: Titles | null;
  readonly unitMmsi: string | null;
  readonly organisationId: string;
  /** Its name when the order was issued; null when it was not on record, or before names were recorded. */
  readonly organisationTitles: Titles | null;
  readonly fromPosition: LonLat;
  readonly fromText: Titles;
  readonly toPosition: LonLat;
  readonly departDueAt: Instant;
  readonly arriveDueAt: Instant;
  readonly state: OrderState;
  readonly issuedAt: Instant;
  readonly issuedBy: string;
  readonly steps: readonly OrderStep[];
  readonly blockedReason: string | null;
}

export type OrderEvent =
  | { readonly type: 'order.issued'; readonly payload: Omit<OrderBody, 'state' | 'issuedAt' | 'issuedBy' | 'steps' | 'blockedReason' | 'organisationTitles'> & Partial<Pick<OrderBody, 'organisationTitles'>> }
  | { readonly type: 'order.accepted' | 'order.departed' | 'order.arrived' | 'order.completed'; readonly payload: { readonly note: string } }
  | { readonly type: 'order.blocked' | 'order.cancelled'; readonly payload: { readonly reason: string } };
