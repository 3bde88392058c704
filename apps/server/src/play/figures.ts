// The figures of a play, from its own records: what the sanity bands of the scenario are held against.

import type { ForecastBody, IncidentBody, OrderBody, PlanBody, ReviewBody } from '@anlan/domain';
import type { Player } from './player.ts';

export async function figuresOf(player: Player): Promise<Readonly<Record<string, number | string>>> {
  const { views, realm } = player.server.app;
  const incident = (await views.list<IncidentBody>({ realm, kind: 'incident' }))[0]?.body;
  const forecasts = (await views.list<ForecastBody>({ realm, kind: 'forecast' })).map((view) => view.body).sort((a, b) => a.requestedAt - b.requestedAt);
  const first = forecasts[0]?.summary;
  const plan = (await views.list<PlanBody>({ realm, kind: 'plan' })).map((view) => view.body).sort((a, b) => a.drawnAt - b.drawnAt)[0];
  const orders = await views.list<OrderBody>({ realm, kind: 'order' });
  const review = (await views.list<ReviewBody>({ realm, kind: 'review' }))[0]?.body;
  const massKg = forecasts[0]?.input.spill.massKg ?? 0;
  const evaporatedAt = (hours: number): number => {
    const start = forecasts[0]?.input.spill.startAt ?? 0;
    const point = first?.massBudget.find(({ at }) => at - start >= hours * 3_600_000);
    return point === undefined ? 0 : round(point.evaporatedKg / massKg, 3);
  };
  return {
    incidentState: incident?.state ?? 'none',
    grades: (incident?.assessments ?? []).map(({ ruleSetId, gradeTitles }) => `${ruleSetId}: ${gradeTitles?.en ?? 'not graded'}`).join('; '),
    spilledMassKg: Math.round(massKg),
    forecastCount: forecasts.length,
    evaporatedRatioAfter1Hour: evaporatedAt(1),
    evaporatedRatioAfter6Hours: evaporatedAt(6),
    evaporatedRatioAfter24Hours: evaporatedAt(24),
    meanDriftEastM: Math.round(first?.meanDriftEastM ?? 0),
    meanDriftNorthM: Math.round(first?.meanDriftNorthM ?? 0),
    currentSpeedMpsMax: round(first?.currentSpeedMpsMax ?? 0, 2),
    sitesThreatenedCount: (first?.arrivals ?? []).filter(({ probabilityRatio }) => probabilityRatio >= 0.05).length,
    demand: (plan?.demand ?? []).map((line) => `${line.itemKindId} ${round(line.curve.at(-1)?.quantityValue ?? 0, 1)} ${line.unitCode}`).join('; '),
    planOptionCount: plan?.options.length ?? 0,
    orderCount: orders.length,
    clocksMetCount: review?.measures?.clocksMetCount ?? 0,
    clocksMissedCount: review?.measures?.clocksMissedCount ?? 0,
    lessonCount: review?.lessons.length ?? 0,
    reviewState: review?.state ?? 'none',
  };
}

function round(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
