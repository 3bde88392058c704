import { describe, expect, it } from 'vitest';
import { checkPlan } from '../check/check-plan.ts';
import type { PlanInput, PlanOption, RankedPlans, StrategyId } from '../api/plan.ts';
import { blockedWay, demandOf, hours, lotOf, MINI_BUCKET_ENDS_HOURS, miniCase, NOW, socialOf, stockOf, wayOf } from '../test-cases.ts';
import { shortAt } from './outcome.ts';
import { rankPlans } from './rank-plans.ts';

function plans(input: PlanInput): RankedPlans {
  const result = rankPlans(input);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  for (const option of result.value.value.options) expect(checkPlan(option, input)).toEqual({ isRight: true, faults: [] });
  return result.value.value;
}

function optionOf(input: PlanInput, id: StrategyId): PlanOption {
  return plans(input).options.find((option) => option.id === id)!;
}

function shortAtBuckets(input: PlanInput): number[] {
  const [outcome] = optionOf(input, 'earliest').outcomes;
  return MINI_BUCKET_ENDS_HOURS.map((count) => shortAt(outcome!.curve, hours(count)));
}

describe('the mini three-reserve case of the formulation', () => {
  it.each([
    ['A base', {}, [0, 0, 20, 0]],
    ['B social link closed', { socialClosed: true as const }, [0, 30, 60, 40]],
    ['C stock 70', { stock: 70 }, [0, 0, 0, 0]],
  ])('S-450: %s', (_name, change, unmet) => {
    expect(shortAtBuckets(miniCase(change))).toEqual(unmet);
  });

  it('S-450: states need against each reserve and the first shortage hour', () => {
    const [group] = optionOf(miniCase(), 'earliest').curves;
    expect(group).toMatchObject({ capabilityCode: 'boom-open', unitCode: 'm', firstShortHours: 12, worstShortValue: 20 });
    expect(group!.curve.find((point) => point.at === hours(12))).toMatchObject({ needValue: 100, stockValue: 30, socialValue: 40, capacityValue: 10, shortValue: 20 });
    const [potential] = plans(miniCase()).potential;
    expect(potential).toMatchObject({ firstShortHours: 12, worstShortValue: 20 });
    expect(plans(miniCase({ stock: 70 })).potential[0]).toMatchObject({ firstShortHours: null, worstShortValue: 0 });
  });

  it('S-450: the mix can be recomputed from the lines', () => {
    const option = optionOf(miniCase(), 'earliest');
    for (const share of option.mix) {
      const lines = option.lines.filter((line) => line.reserve === share.reserve);
      expect(share.effectValue).toBeCloseTo(lines.reduce((sum, line) => sum + line.effectValue, 0), 9);
    }
    expect(option.mix.map((share) => [share.reserve, share.effectValue, share.costFen])).toEqual([['stock', 30, null], ['social', 40, null], ['capacity', 70, null]]);
  });

  it('says what is left if the social supplier refuses', () => {
    const [refusal] = optionOf(miniCase(), 'earliest').refusals;
    expect(refusal).toEqual({ supplyId: 'S', acceptanceRatio: 0.8, coverageRatio: 1 });
  });

  it('gives the reason of a closed link instead of silence', () => {
    expect(plans(miniCase({ socialClosed: true })).unusable).toEqual([{ supplyId: 'S', sceneId: 'scene', reason: [{ code: 'MOVEMENT_NO_WAY', params: { name: 'S' } }] }]);
  });
});

describe('names in sentences', () => {
  it('a supply named in two languages is named in both, one named once as it is', () => {
    const named = stockOf('near', 60, { name: { zh: '近库', en: 'Near depot' } });
    const { options } = plans({ now: NOW, horizonS: 24 * 3600, demands: [demandOf([[6, 50]])], supplies: [named, stockOf('far', 60)], travel: [wayOf('near', 1), wayOf('far', 3)] });
    const reasons = options.flatMap((option) => option.lines.map((line) => line.reason[0]?.params));
    expect(reasons).toContainEqual(expect.objectContaining({ nameZh: '近库', nameEn: 'Near depot' }));
    expect(reasons.filter((params) => params !== undefined && 'nameZh' in params && 'name' in params)).toEqual([]);
  });
});

describe('options and their order', () => {
  const two = (more: Partial<PlanInput> = {}): PlanInput => ({
    now: NOW, horizonS: 24 * 3600, demands: [demandOf([[6, 50]])],
    supplies: [stockOf('near', 60, { floorValue: 40 }), socialOf('firm', 100, { leadS: 3600 })],
    travel: [wayOf('near', 1), wayOf('firm', 3)], ...more,
  });

  it('there are four, ranked 1…4, each with the stage that decided', () => {
    const { options } = plans(two());
    expect(options.map((option) => option.rankIndex)).toEqual([1, 2, 3, 4]);
    expect(options.map((option) => option.id).sort()).toEqual(['earliest', 'just-in-time', 'keep-stock', 'stock-only']);
    for (const option of options) expect(option.decidedBy.code).toMatch(/^ALLOCATION_DECIDED_/);
  });

  it('an earlier first adequate package beats keeping the floor of the stock', () => {
    const { options } = plans(two());
    expect(options[0]).toMatchObject({ id: 'earliest', figures: { firstAdequateS: 1.5 * 3600, floorBreachCount: 1 }, decidedBy: { code: 'ALLOCATION_DECIDED_FIRST_ADEQUATE', params: { better: 90, worse: 240 } } });
    const keep = options.find((option) => option.id === 'keep-stock')!;
    expect(keep).toMatchObject({ figures: { floorBreachCount: 0, committedRatio: 0, firstAdequateS: 4 * 3600 } });
  });

  it('when nothing is lost by it, the option that leaves more stock comes first', () => {
    const sameTime = two({ supplies: [stockOf('depot', 60, { floorValue: 40 }), socialOf('firm', 100, { leadS: 3600 })], travel: [wayOf('depot', 3.5), wayOf('firm', 3)] });
    const { options } = plans(sameTime);
    expect(options[0]).toMatchObject({ id: 'keep-stock', decidedBy: { code: 'ALLOCATION_DECIDED_FLOORS', params: { better: 0, worse: 1 } } });
    expect(options[1]).toMatchObject({ id: 'earliest', decidedBy: { code: 'ALLOCATION_DECIDED_FLOORS' } });
    expect(options[2]).toMatchObject({ decidedBy: { code: 'ALLOCATION_DECIDED_EQUAL' }, sameAsOptionId: 'earliest' });
  });

  it('leaving the near depot to the need that only it can meet in time wins on critical needs', () => {
    const input = two({
      demands: [demandOf([[2, 50]], { id: 'late-ok', deadlineAt: hours(6), need: [{ at: hours(6), quantityValue: 50, unitCode: 'm' }] }), demandOf([[6, 50]], { id: 'urgent', sceneId: 'other', deadlineAt: hours(7), need: [{ at: hours(7), quantityValue: 50, unitCode: 'm' }] })],
      supplies: [stockOf('near', 50), stockOf('far', 50)],
      travel: [wayOf('near', 1), wayOf('far', 5), wayOf('near', 1, 'other'), wayOf('far', 20, 'other')],
    });
    const [first] = plans(input).options;
    expect(first).toMatchObject({ id: 'just-in-time', figures: { unmetCriticalRatio: 0 }, decidedBy: { code: 'ALLOCATION_DECIDED_CRITICAL', params: { better: '0 %', worse: '50 %' } } });
  });

  it('names the twin of an option with the same lines', () => {
    const { options } = plans({ ...two(), supplies: [stockOf('near', 60)], travel: [wayOf('near', 1)] });
    expect(options.slice(1).map((option) => option.sameAsOptionId)).toEqual([options[0]!.id, options[0]!.id, options[0]!.id]);
  });
});

describe('what a line says', () => {
  it('S-447: FEFO, only lots that are usable on arrival, in whole steps', () => {
    const lots = [
      lotOf(10, { lotId: 'late', expiresAt: hours(900) }), lotOf(10, { lotId: 'soon', expiresAt: hours(100) }), lotOf(10, { lotId: 'dead', expiresAt: hours(1) }),
      lotOf(10, { lotId: 'unseen', inspection: 'not-inspected' }), lotOf(10, { lotId: 'lapsed', inspectionValidUntilAt: hours(1.5) }),
    ];
    const input: PlanInput = { now: NOW, horizonS: 24 * 3600, demands: [demandOf([[6, 14]])], supplies: [stockOf('depot', 0, { lots, stepValue: 5 })], travel: [wayOf('depot', 1)] };
    expect(optionOf(input, 'earliest').lines).toMatchObject([{ quantityValue: 15, lots: [{ lotId: 'soon', quantityValue: 10 }, { lotId: 'late', quantityValue: 5 }] }]);
  });

  it('gives legs from the order to the scene, the lead of the supply in the place of the mobilising leg', () => {
    const leg = { durationS: 3600, distanceM: 20_000, fromName: '库房', toName: '现场', pathDeg: [] };
    const travel = [{ reachable: true as const, originId: 'P', sceneId: 'scene', travelS: 3600, legs: [{ ...leg, kind: 'mobilise', durationS: 77 }, { ...leg, kind: 'sea' }], reason: [{ code: 'MOVEMENT_WAY_SEA', params: {} }] }];
    const input: PlanInput = { ...miniCase(), supplies: [stockOf('P', 30)], travel };
    const [line] = optionOf(input, 'earliest').lines;
    expect(line!.legs.map((each) => [each.kind, each.durationS])).toEqual([['mobilise', 1800], ['sea', 3600]]);
    expect(line!.reason.map((each) => each.code)).toEqual(['ALLOCATION_LINE_EARLIEST', 'ALLOCATION_LINE_IN_TIME', 'MOVEMENT_WAY_SEA']);
    expect(line!.reason[1]!.params).toEqual({ minutes: 30 });
  });

  it('a skimmer counts only with its vessel, from the later of the two arrivals', () => {
    const kit = stockOf('skimmer', 3, { itemKindId: 'skimmer', effectValue: 30, stepValue: 1, requires: [{ itemKindId: 'work-boat', perUnitValue: 1 }] });
    const boats = stockOf('boats', 2, { itemKindId: 'work-boat', capabilityCode: 'vessel', unitCode: 'pieces', stepValue: 1 });
    const input: PlanInput = { now: NOW, horizonS: 24 * 3600, demands: [demandOf([[6, 80]])], supplies: [kit, boats], travel: [wayOf('skimmer', 1), wayOf('boats', 4)] };
    const { lines, outcomes } = optionOf(input, 'earliest');
    expect(lines).toMatchObject([
      { supplyId: 'skimmer', quantityValue: 2, effectValue: 60, arriveAt: hours(1.5), countsAt: hours(4.5), kitOfLineId: null },
      { supplyId: 'boats', quantityValue: 2, effectValue: 0, arriveAt: hours(4.5), kitOfLineId: lines[0]!.id },
    ]);
    expect(outcomes[0]!.shortAtEndValue).toBe(20);
    const none = plans({ ...input, travel: [wayOf('skimmer', 1), blockedWay('boats')] });
    expect(none.options[0]!.lines).toEqual([]);
    expect(none.unusable).toContainEqual({ supplyId: 'skimmer', sceneId: 'scene', reason: [{ code: 'ALLOCATION_KIT_INCOMPLETE', params: { name: 'skimmer', itemKindId: 'work-boat' } }] });
  });

  it('S-448: never calls more than an agreement counts', () => {
    const input: PlanInput = { ...miniCase(), supplies: [socialOf('S', 40)], travel: [wayOf('S', 1)] };
    expect(optionOf(input, 'earliest').lines.reduce((sum, line) => sum + line.quantityValue, 0)).toBe(40);
  });
});

describe('inputs that cannot mean anything are refused', () => {
  const base = miniCase();
  it.each<[string, Partial<PlanInput>]>([
    ['ALLOCATION_INPUT_OUT_OF_RANGE', { horizonS: 0 }],
    ['ALLOCATION_INPUT_OUT_OF_RANGE', { supplies: [stockOf('P', -1)] }],
    ['ALLOCATION_ID_TWICE', { supplies: [stockOf('P', 1), stockOf('P', 2)] }],
    ['ALLOCATION_NEED_WRONG', { demands: [demandOf([[2, 20], [6, 10]])] }],
    ['ALLOCATION_NEED_WRONG', { demands: [demandOf([[2, 20]], { unitCode: 'm3' })] }],
    ['ALLOCATION_TRAVEL_MISSING', { travel: [] }],
  ])('%s', (code, change) => {
    expect(rankPlans({ ...base, ...change })).toMatchObject({ ok: false, refusal: { code } });
  });

  it('a need beyond the horizon and a deadline that has passed are warned of', () => {
    const result = rankPlans({ ...base, horizonS: 6 * 3600, demands: [{ ...base.demands[0]!, deadlineAt: hours(-1) }] });
    expect(result.ok && result.value.warnings.map((each) => each.code)).toEqual(['ALLOCATION_NEED_BEYOND_HORIZON', 'ALLOCATION_DEADLINE_PASSED', 'ALLOCATION_COST_UNKNOWN']);
  });
});
