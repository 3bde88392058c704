// Curves and figures, point by point, straight from the lines: at a moment, what is needed is the
// last need before it, what is there is the sum of the lines that count by then.

import type { Demand, Reason } from '../api/demand.ts';
import type { PlanInput, PlanLine, PlanOption } from '../api/plan.ts';
import type { Reserve } from '../api/supply.ts';
import { fault, unlessSame, unlessSameAt } from './fault.ts';

export function outcomeFaults(option: PlanOption, input: PlanInput): readonly Reason[] {
  return input.demands.flatMap((demand): readonly Reason[] => {
    const outcome = option.outcomes.find((each) => each.demandId === demand.id);
    if (outcome === undefined || option.outcomes.filter((each) => each.demandId === demand.id).length > 1) return [fault(demand.id, 'outcome', { expected: 'one', found: 'none or several' })];
    const lines = linesFor(option, demand);
    const short = (at: number): number => shortOf(demand, lines, at);
    const times = moments(input, [demand], lines);
    const missing = times.filter((at) => !outcome.curve.some((point) => point.at === at));
    const firstShort = times.find((at) => short(at) > 0) ?? null;
    const stillShort = times.filter((at) => short(at) > 0).at(-1);
    const met = stillShort === undefined ? times[0]! : (times.find((at) => at > stillShort) ?? null);
    return [
      ...missing.map((at) => fault(demand.id, 'curve', { expected: `a point at ${at}`, found: 'none' })),
      ...orderFaults(demand.id, 'curve', outcome.curve),
      ...outcome.curve.flatMap((point) => [
        ...unlessSame(demand.id, 'needValue', [needBy(demand, point.at), point.needValue]),
        ...unlessSame(demand.id, 'arrivedValue', [thereBy(lines, point.at), point.arrivedValue]),
        ...unlessSame(demand.id, 'shortValue', [short(point.at), point.shortValue]),
      ]),
      ...unlessSame(demand.id, 'shortAtDeadlineValue', [short(deadline(demand, input)), outcome.shortAtDeadlineValue]),
      ...unlessSame(demand.id, 'shortAtEndValue', [short(endOf(input)), outcome.shortAtEndValue]),
      ...unlessSameAt(demand.id, 'firstShortAt', [firstShort, outcome.firstShortAt]),
      ...unlessSameAt(demand.id, 'metAt', [met, outcome.metAt]),
      ...unlessSameAt(demand.id, 'adequateAt', [adequateBy(demand, lines, input), outcome.adequateAt]),
    ];
  });
}

export function curveFaults(option: PlanOption, input: PlanInput): readonly Reason[] {
  const codes = [...new Set(input.demands.map((demand) => demand.capabilityCode))];
  const untold = codes.filter((code) => option.curves.filter((group) => group.capabilityCode === code).length !== 1);
  return [...untold.map((code) => fault(code, 'curves', { expected: 'one curve', found: 'none or several' })), ...option.curves.flatMap((group): readonly Reason[] => {
    const demands = input.demands.filter((demand) => demand.capabilityCode === group.capabilityCode);
    const lines = option.lines.filter((line) => demands.some((demand) => demand.id === line.demandId));
    const by = (reserve: Reserve, at: number): number => thereBy(lines.filter((line) => line.reserve === reserve), at);
    const short = (at: number): number => demands.reduce((sum, demand) => sum + shortOf(demand, linesFor(option, demand), at), 0);
    const times = moments(input, demands, lines.filter((line) => line.kitOfLineId === null));
    const first = times.find((at) => short(at) > 0);
    return [
      ...times.filter((at) => !group.curve.some((point) => point.at === at)).map((at) => fault(group.capabilityCode, 'group curve', { expected: `a point at ${at}`, found: 'none' })),
      ...orderFaults(group.capabilityCode, 'group curve', group.curve),
      ...unlessSame(group.capabilityCode, 'worstShortValue', [Math.max(0, ...times.map(short)), group.worstShortValue]),
      ...group.curve.flatMap((point) => [
        ...unlessSame(group.capabilityCode, 'needValue', [demands.reduce((sum, demand) => sum + needBy(demand, point.at), 0), point.needValue]),
        ...unlessSame(group.capabilityCode, 'stockValue', [by('stock', point.at), point.stockValue]),
        ...unlessSame(group.capabilityCode, 'socialValue', [by('social', point.at), point.socialValue]),
        ...unlessSame(group.capabilityCode, 'capacityValue', [by('capacity', point.at), point.capacityValue]),
        ...unlessSame(group.capabilityCode, 'shortValue', [short(point.at), point.shortValue]),
      ]),
      ...unlessSame(group.capabilityCode, 'firstShortHours', [first === undefined ? null : (first - input.now) / 3_600_000, group.firstShortHours]),
    ];
  })];
}

/** A curve is read as steps: its points stand in the order of time, each moment once. */
function orderFaults(place: string, what: string, curve: readonly { readonly at: number }[]): readonly Reason[] {
  return curve.every((point, i) => i === 0 || curve[i - 1]!.at < point.at) ? [] : [fault(place, what, { expected: 'points in order of time', found: 'out of order' })];
}

export function figureFaults(option: PlanOption, input: PlanInput): readonly Reason[] {
  const { figures } = option;
  const same = (what: keyof typeof figures, expected: number | null): readonly Reason[] => unlessSame(option.id, what, [expected, figures[what]]);
  const adequate = input.demands.map((demand) => ({ demand, at: adequateBy(demand, linesFor(option, demand), input) }));
  const must = adequate.filter(({ demand }) => demand.urgency === 'life' || demand.urgency === 'critical');
  const worstAt = must.some(({ at }) => at === null) ? null : must.reduce((most, { at }) => Math.max(most, (at ?? 0) - input.now), 0);
  const endShort = input.demands.map((demand) => ratio(shortOf(demand, linesFor(option, demand), endOf(input)), needBy(demand, endOf(input))));
  const prices = new Map(input.supplies.map((supply) => [supply.id, supply]));
  const used = new Set(option.lines.map((line) => line.supplyId));
  const goods = option.lines.reduce((sum, line) => sum + line.quantityValue * (prices.get(line.supplyId)?.unitCostFen ?? 0), 0);
  const starts = [...used].reduce((sum, id) => sum + (prices.get(id)?.activationCostFen ?? 0), 0);
  return [
    ...same('unmetLifeRatio', unmetMean(option, input, 'life')),
    ...same('unmetCriticalRatio', unmetMean(option, input, 'critical')),
    ...same('firstAdequateS', worstAt === null ? null : worstAt / 1000),
    ...same('worstUnmetRatio', Math.max(0, ...endShort)),
    ...same('shortageAreaRatioHours', shortageArea(option, input)),
    ...same('meanAdequateS', weightedMean(adequate.map(({ demand, at }) => ({ demand, unit: 's', figureValue: at === null ? input.horizonS : (at - input.now) / 1000 })))),
    ...same('costFen', Math.round(goods + starts)),
    ...same('costUnknownCount', [...used].filter((id) => prices.get(id)?.unitCostFen === undefined).length),
  ];
}

function unmetMean(option: PlanOption, input: PlanInput, urgency: Demand['urgency']): number {
  const demands = input.demands.filter((demand) => demand.urgency === urgency);
  const ratios = demands.map((demand) => ratio(shortOf(demand, linesFor(option, demand), deadline(demand, input)), needBy(demand, deadline(demand, input))));
  return ratios.length === 0 ? 0 : ratios.reduce((sum, each) => sum + each, 0) / ratios.length;
}

function shortageArea(option: PlanOption, input: PlanInput): number {
  return weightedMean(input.demands.map((demand) => {
    const lines = linesFor(option, demand);
    const times = moments(input, [demand], lines);
    let hours = 0;
    for (let i = 1; i < times.length; i++) hours += (shortOf(demand, lines, times[i - 1]!) * (times[i]! - times[i - 1]!)) / 3_600_000;
    return { demand, unit: 'h', figureValue: ratio(hours, needBy(demand, endOf(input))) };
  }));
}

function weightedMean(figures: readonly { readonly demand: Demand; readonly unit: string; readonly figureValue: number }[]): number {
  const weights = { life: 8, critical: 4, important: 2, useful: 1 };
  const whole = figures.reduce((sum, { demand }) => sum + weights[demand.urgency], 0);
  return ratio(figures.reduce((sum, { demand, figureValue }) => sum + weights[demand.urgency] * figureValue, 0), whole);
}

function adequateBy(demand: Demand, lines: readonly PlanLine[], input: PlanInput): number | null {
  if (needBy(demand, endOf(input)) <= 0) return input.now;
  return moments(input, [demand], lines).find((at) => thereBy(lines, at) >= demand.adequateValue * (1 - 1e-9)) ?? null;
}

function linesFor(option: PlanOption, demand: Demand): readonly PlanLine[] {
  return option.lines.filter((line) => line.demandId === demand.id && line.kitOfLineId === null);
}

function needBy(demand: Demand, at: number): number {
  return demand.need.filter((point) => point.at <= at).at(-1)?.quantityValue ?? 0;
}

function thereBy(lines: readonly PlanLine[], at: number): number {
  return lines.filter((line) => line.countsAt <= at).reduce((sum, line) => sum + line.effectValue, 0);
}

function shortOf(demand: Demand, lines: readonly PlanLine[], at: number): number {
  const short = needBy(demand, at) - thereBy(lines, at);
  return short > 1e-9 * Math.max(1, needBy(demand, at)) ? short : 0;
}

function moments(input: PlanInput, demands: readonly Demand[], lines: readonly PlanLine[]): readonly number[] {
  const all = [input.now, endOf(input), ...lines.map((line) => line.countsAt), ...demands.flatMap((demand) => [demand.deadlineAt, ...demand.need.map((point) => point.at)])];
  return [...new Set<number>(all)].filter((at) => at >= input.now && at <= endOf(input)).sort((a, b) => a - b);
}

function deadline(demand: Demand, input: PlanInput): number {
  return Math.min(Math.max(demand.deadlineAt, input.now), endOf(input));
}

function endOf(input: PlanInput): number {
  return input.now + input.horizonS * 1000;
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}
