// Plans and orders.
import { Type } from '@sinclair/typebox';
import { At, Coded, Id, literals, LonLat, nullable, Owner, Titles } from './common.ts';
import { ZoneCode } from './forces.ts';

// eslint-disable-next-line anlan/wire-number-unit -- the unit stands beside every curve that is made of these points
const CurvePoint = Type.Object({ at: At, quantityValue: Type.Number() });
export const DemandLine = Type.Object({
  id: Id, itemKindId: Type.String(), titles: Titles, unitCode: Type.String(), urgency: literals(['critical', 'important', 'useful']), position: LonLat, deadlineAt: At,
  curve: Type.Array(CurvePoint), purpose: Type.Optional(Coded), working: Type.Object({ formulaId: Type.String(), inputs: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])), sourceText: Type.String() }),
});
export const PlanLine = Type.Object({
  id: Id, demandId: Type.String(), supplyRegisterId: Type.String(), supplyId: Type.String(), reserve: literals(['stock', 'social', 'capacity']), itemKindId: Type.String(), titles: Titles,
  quantityValue: Type.Number(), unitCode: Type.String(), fromPosition: LonLat, fromText: Titles, carrierRegisterId: nullable(literals(['teams', 'vessels'])), carrierId: nullable(Type.String()),
  departAt: At, arriveAt: At, legs: Type.Array(Type.Object({ mode: literals(['road', 'sea', 'handling']), durationS: Type.Number(), distanceM: Type.Number(), path: Type.Array(LonLat) })), reason: Coded,
  /** Whether in time, by which way, and why not another. */
  moreReasons: Type.Optional(Type.Array(Coded)),
});
export const PlanOption = Type.Object({
  id: Id, rankIndex: Type.Integer(), titles: Titles, lines: Type.Array(PlanLine),
  unmet: Type.Array(Type.Object({ demandId: Type.String(), firstShortAt: nullable(At), shortAtDeadlineValue: Type.Number(), shortAtEndValue: Type.Number(), unitCode: Type.String() })),
  supplyCurves: Type.Array(Type.Object({ demandId: Type.String(), curve: Type.Array(CurvePoint) })),
  figures: Type.Object({ unmetCriticalRatio: Type.Number(), firstAdequateS: nullable(Type.Number()), shortageAreaRatioHours: Type.Number(), committedRatio: Type.Number() }),
  decidedBy: Coded, checked: Type.Boolean(),
});
/** Need against what the three reserves could bring in all; `firstShortHours` null: never short within the horizon. */
export const SufficiencyLine = Type.Object({
  capabilityCode: Type.String(), unitCode: Type.String(), firstShortHours: nullable(Type.Number()),
  curve: Type.Array(Type.Object({ at: At, needValue: Type.Number(), stockValue: Type.Number(), socialValue: Type.Number(), capacityValue: Type.Number() })),
});
export const Plan = Type.Object({
  id: Id, incidentId: Id, forecastId: Id, owner: nullable(Owner), drawnAt: At, demand: Type.Array(DemandLine), options: Type.Array(PlanOption), sufficiency: Type.Array(SufficiencyLine),
  notReachable: Type.Array(Type.Object({ supplyRegisterId: Type.String(), supplyId: Type.String(), reason: Coded })),
  chosenOptionId: nullable(Type.String()), chosenAt: nullable(At), chosenBy: nullable(Type.String()), assumed: Type.Array(Coded), warnings: Type.Array(Coded),
  modelVersion: Type.String(), inputsHash: Type.String(), streamVersion: Type.Integer(),
});
export const DrawPlanBody = Type.Object({ forecastId: Type.Optional(Type.String()) });
export const ChooseBody = Type.Object({ optionId: Type.String() });

export const OrderItem = Type.Object({ supplyRegisterId: Type.String(), supplyId: Type.String(), itemKindId: Type.String(), titles: Titles, quantityValue: Type.Number({ exclusiveMinimum: 0 }), unitCode: Type.String() });
export const Order = Type.Object({
  id: Id, incidentId: Id, planId: nullable(Type.String()), optionId: nullable(Type.String()), planLineIds: Type.Optional(Type.Array(Type.String())), task: Titles, items: Type.Array(OrderItem),
  unitRegisterId: nullable(literals(['teams', 'vessels'])), unitId: nullable(Type.String()), unitTitles: nullable(Titles), unitMmsi: nullable(Type.String()), organisationId: Type.String(), organisationTitles: nullable(Titles),
  fromPosition: LonLat, fromText: Titles, toPosition: LonLat, departDueAt: At, arriveDueAt: At,
  state: literals(['issued', 'accepted', 'under-way', 'on-scene', 'done', 'blocked', 'cancelled']), issuedAt: At, issuedBy: Type.String(),
  /** Where they work, when it was said; into `hot` only graded teams are sent. */
  zoneCode: Type.Optional(ZoneCode),
  steps: Type.Array(Type.Object({ state: Type.String(), at: At, recordedAt: At, by: Type.String(), note: Type.String() })), blockedReason: nullable(Type.String()), streamVersion: Type.Integer(),
});
/** Orders from the lines of the chosen option; without `lineIds` all of them. */
export const DispatchBody = Type.Object({ lineIds: Type.Optional(Type.Array(Type.String())), zoneCode: Type.Optional(ZoneCode) });
/** `happenedAt`: told later, over the radio or from a phone that was out of the net; left out: now. */
export const OrderStepBody = Type.Object({ note: Type.String({ maxLength: 1000 }), happenedAt: Type.Optional(At), seenVersion: Type.Optional(Type.Integer()) });
export const OrderReasonBody = Type.Object({ reason: Type.String({ minLength: 2, maxLength: 1000 }), happenedAt: Type.Optional(At), seenVersion: Type.Optional(Type.Integer()) });
