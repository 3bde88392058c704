// A small plan for tests: one demand met by two reserves, one demand met by nobody.

import type { DemandLine, Forecast, Order, Plan, PlanLine, PlanOption } from '@anlan/contracts';

export const T0 = '2026-11-26T05:00:00.000Z';

/** ISO text `minutes` after T0. */
export function at(minutes: number): string {
  return new Date(Date.parse(T0) + minutes * 60_000).toISOString();
}

export function demandLine(part: Partial<DemandLine> = {}): DemandLine {
  return {
    id: 'boom', itemKindId: 'boom-open', titles: { zh: '围油栏', en: 'Boom' }, unitCode: 'm', urgency: 'critical', position: [122.16, 29.94], deadlineAt: at(120),
    curve: [{ at: at(120), quantityValue: 1000 }], working: { formulaId: 'allocation.sweep-count', inputs: { swathM: 133.3 }, sourceText: 'n' }, ...part,
  };
}

export function planLine(part: Partial<PlanLine> = {}): PlanLine {
  return {
    id: 'line-1', demandId: 'boom', supplyRegisterId: 'stock-lots', supplyId: 'lot-1', reserve: 'stock', itemKindId: 'item-boom', titles: { zh: '围油栏', en: 'Boom' }, quantityValue: 600, unitCode: 'm',
    fromPosition: [122.15, 29.95], fromText: { zh: '岙山库', en: 'Aoshan depot' }, carrierRegisterId: 'vessels', carrierId: 'ves-1', departAt: at(10), arriveAt: at(60),
    legs: [{ mode: 'handling', durationS: 600, distanceM: 0, path: [] }, { mode: 'handling', durationS: 300, distanceM: 0, path: [] }, { mode: 'sea', durationS: 2400, distanceM: 9000, path: [] }],
    reason: { code: 'ALLOCATION_LINE_EARLIEST', params: { name: '岙山库', minutes: 60 } }, ...part,
  };
}

export function planOption(part: Partial<PlanOption> = {}): PlanOption {
  return {
    id: 'earliest', rankIndex: 1, titles: { zh: '最快到达', en: 'Earliest arrival' },
    lines: [planLine(), planLine({ id: 'line-2', reserve: 'social', supplyRegisterId: 'social-agreements', supplyId: 'agr-1', quantityValue: 300, arriveAt: at(180), departAt: at(30) })],
    unmet: [{ demandId: 'boom', firstShortAt: at(120), shortAtDeadlineValue: 400, shortAtEndValue: 100, unitCode: 'm' }],
    supplyCurves: [{ demandId: 'boom', curve: [{ at: at(0), quantityValue: 0 }, { at: at(60), quantityValue: 600 }, { at: at(180), quantityValue: 900 }, { at: at(1440), quantityValue: 900 }] }],
    figures: { unmetCriticalRatio: 0.4, firstAdequateS: null, shortageAreaRatioHours: 3, committedRatio: 0.5 }, decidedBy: { code: 'ALLOCATION_DECIDED_ALONE', params: {} }, checked: true, ...part,
  };
}

export function plan(part: Partial<Plan> = {}): Plan {
  return {
    id: 'plan-1', incidentId: 'incident-1', forecastId: 'forecast-1', owner: null, drawnAt: T0, demand: [demandLine()], options: [planOption()], sufficiency: [], notReachable: [], chosenOptionId: null, chosenAt: null, chosenBy: null,
    assumed: [], warnings: [], modelVersion: 'allocation-0', inputsHash: 'ab', streamVersion: 1, ...part,
  };
}

export function forecast(id: string, completedAt: string, state: Forecast['state'] = 'completed'): Forecast {
  return { id, incidentId: 'incident-1', state, requestedAt: completedAt, requestedBy: '', input: {} as Forecast['input'], completedAt, summary: null, artefactId: null, failure: null, progressRatio: null, streamVersion: 1 };
}

export function order(part: Partial<Order> = {}): Order {
  return {
    id: 'order-1', incidentId: 'incident-1', planId: 'plan-1', optionId: 'earliest', planLineIds: ['line-1'], task: { zh: '运送围油栏', en: 'Take boom' },
    items: [{ supplyRegisterId: 'stock-lots', supplyId: 'lot-1', itemKindId: 'item-boom', titles: { zh: '围油栏', en: 'Boom' }, quantityValue: 600, unitCode: 'm' }],
    unitRegisterId: 'vessels', unitId: 'ves-1', unitTitles: { zh: '海收1', en: 'Haishou 1' }, unitMmsi: '412900006', organisationId: 'org-1', organisationTitles: null, fromPosition: [122.15, 29.95], fromText: { zh: '岙山库', en: 'Aoshan depot' },
    toPosition: [122.16, 29.94], departDueAt: at(10), arriveDueAt: at(60), state: 'issued', issuedAt: T0, issuedBy: '林帆', steps: [{ state: 'issued', at: T0, recordedAt: T0, by: '林帆', note: '' }], blockedReason: null, streamVersion: 1, ...part,
  };
}
