import { addS } from '@anlan/kernel';
import { describe, expect, it } from 'vitest';
import type { PlanInput, PlanLine, PlanOption } from '../api/plan.ts';
import { rankPlans } from '../plan/rank-plans.ts';
import { demandOf, hours, lotOf, miniCase, NOW, stockOf, wayOf } from '../test-cases.ts';
import { checkPlan } from './check-plan.ts';

const kitInput: PlanInput = {
  now: NOW, horizonS: 24 * 3600, demands: [demandOf([[6, 60]])],
  supplies: [
    stockOf('skimmer', 0, { itemKindId: 'skimmer', effectValue: 30, stepValue: 1, requires: [{ itemKindId: 'boat', perUnitValue: 1 }], lots: [lotOf(1, { lotId: 'a' }), lotOf(1, { lotId: 'b', expiresAt: hours(3) })] }),
    stockOf('boats', 2, { itemKindId: 'boat', capabilityCode: 'vessel', stepValue: 1 }),
  ],
  travel: [wayOf('skimmer', 1), wayOf('boats', 4)],
};

function earliest(input: PlanInput): PlanOption {
  const result = rankPlans(input);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.value.options.find((option) => option.id === 'earliest')!;
}

function withLine(option: PlanOption, supplyId: string, change: Partial<PlanLine>): PlanOption {
  const at = option.lines.findIndex((line) => line.supplyId === supplyId);
  return { ...option, lines: option.lines.map((line, i) => (i === at ? { ...line, ...change } : line)) };
}

describe('the checker finds each kind of false figure', () => {
  const [mini, kit] = [earliest(miniCase()), earliest(kitInput)];
  const later = (line: PlanLine): Partial<PlanLine> => ({ departAt: addS(line.departAt, -60), arriveAt: addS(line.arriveAt, -60), countsAt: addS(line.countsAt, -60) });
  const of = (option: PlanOption, id: string): PlanLine => option.lines.find((line) => line.supplyId === id)!;

  it.each<[string, PlanInput, PlanOption, string]>([
    ['more than an agreement counts', miniCase(), withLine(mini, 'S', { quantityValue: 41, effectValue: 41 }), 'called'],
    ['more than a lot holds', miniCase(), withLine(mini, 'P', { quantityValue: 31, effectValue: 31, lots: [{ lotId: 'lot-1', quantityValue: 31 }] }), 'lot lot-1'],
    ['lots that do not add up', miniCase(), withLine(mini, 'P', { lots: [] }), 'lots'],
    ['goods before they are made', miniCase(), withLine(mini, 'C', { quantityValue: 6, effectValue: 6 }), 'made by then'],
    ['leaving before the lead time', miniCase(), withLine(mini, 'S', later(of(mini, 'S'))), 'departAt'],
    ['an arrival faster than the way', miniCase(), withLine(mini, 'P', { arriveAt: addS(of(mini, 'P').arriveAt, -600) }), 'arriveAt'],
    ['an effect that is not the quantity', miniCase(), withLine(mini, 'P', { effectValue: 60 }), 'effectValue'],
    ['a supply that does not exist', miniCase(), withLine(mini, 'P', { supplyId: 'ghost' }), 'supplyId'],
    ['a demand that does not exist', miniCase(), withLine(mini, 'P', { demandId: 'ghost' }), 'demandId'],
    ['a blocked way', miniCase({ socialClosed: true }), mini, 'way'],
    ['half a skimmer', kitInput, withLine(kit, 'skimmer', { quantityValue: 1.5, effectValue: 45 }), 'step'],
    ['a kit that counts before it is complete', kitInput, withLine(kit, 'skimmer', { countsAt: of(kit, 'skimmer').arriveAt }), 'countsAt'],
    ['a kit without its part', kitInput, { ...kit, lines: kit.lines.filter((line) => line.kitOfLineId === null) }, 'kit boat'],
    ['an expired lot', { ...kitInput, supplies: kitInput.supplies.map((supply) => (supply.reserve === 'stock' ? { ...supply, lots: supply.lots.map((lot) => ({ ...lot, expiresAt: hours(1) })) } : supply)) }, kit, 'lot a'],
    ['a shortage that is not there', miniCase(), { ...mini, outcomes: mini.outcomes.map((outcome) => ({ ...outcome, shortAtEndValue: 1 })) }, 'shortAtEndValue'],
    ['a curve with a false point', miniCase(), { ...mini, outcomes: mini.outcomes.map((outcome) => ({ ...outcome, curve: outcome.curve.map((point) => ({ ...point, arrivedValue: point.arrivedValue + 1 })) })) }, 'arrivedValue'],
    ['a curve that leaves out a step', miniCase(), { ...mini, outcomes: mini.outcomes.map((outcome) => ({ ...outcome, curve: outcome.curve.filter((point) => point.at !== hours(12)) })) }, 'curve'],
    ['a group curve with a false reserve', miniCase(), { ...mini, curves: mini.curves.map((group) => ({ ...group, curve: group.curve.map((point) => ({ ...point, socialValue: 0 })) })) }, 'socialValue'],
    ['a first shortage that is not the first', miniCase(), { ...mini, curves: mini.curves.map((group) => ({ ...group, firstShortHours: null })) }, 'firstShortHours'],
    ['a figure of a stage', miniCase(), { ...mini, figures: { ...mini.figures, shortageAreaRatioHours: 0 } }, 'shortageAreaRatioHours'],
    ['a first adequate package too early', miniCase(), { ...mini, figures: { ...mini.figures, firstAdequateS: 1 } }, 'firstAdequateS'],
    ['stock committed that is not', miniCase(), { ...mini, figures: { ...mini.figures, committedRatio: 0 } }, 'committedRatio'],
    ['a floor said to be kept that is not', miniCase(), { ...mini, figures: { ...mini.figures, floorBreachCount: 1 } }, 'floorBreachCount'],
    ['a false mix', miniCase(), { ...mini, mix: mini.mix.map((share) => ({ ...share, effectValue: 1 })) }, 'mix boom-open stock'],
    ['gold for boom', miniCase(), withLine(mini, 'P', { itemKindId: 'gold' }), 'itemKindId'],
    ['tins of paint for a boat', { ...kitInput, supplies: kitInput.supplies.map((supply) => (supply.id === 'boats' ? { ...supply, itemKindId: 'paint' } : supply)) }, kit, 'kit boat'],
    ['a boat at another scene', { ...kitInput, demands: [...kitInput.demands, { ...demandOf([[6, 60]]), id: 'other', sceneId: 'elsewhere' }], travel: [...kitInput.travel, { ...wayOf('boats', 1), sceneId: 'elsewhere' }] }, withLine(kit, 'boats', { demandId: 'other', sceneId: 'elsewhere' }), 'kit scene'],
    ['a line twice', miniCase(), { ...mini, lines: [...mini.lines, mini.lines[0]!] }, 'id'],
    ['no group curves', miniCase(), { ...mini, curves: [] }, 'curves'],
    ['a group curve of one point', miniCase(), { ...mini, curves: mini.curves.map((group) => ({ ...group, curve: group.curve.slice(0, 1) })) }, 'group curve'],
    ['a group curve in disorder', miniCase(), { ...mini, curves: mini.curves.map((group) => ({ ...group, curve: [...group.curve].reverse() })) }, 'group curve'],
    ['a worst shortage that is not the worst', miniCase(), { ...mini, curves: mini.curves.map((group) => ({ ...group, worstShortValue: 0 })) }, 'worstShortValue'],
    ['a mix at a false cost', miniCase(), { ...mini, mix: mini.mix.map((share) => ({ ...share, costFen: 1 })) }, 'mix cost boom-open stock'],
    ['a mix that leaves a reserve out', miniCase(), { ...mini, mix: [] }, 'mix'],
  ])('%s', (_name, input, option, what) => {
    const { isRight, faults } = checkPlan(option, input);
    expect(isRight).toBe(false);
    expect(faults.map((fault) => fault.params['what'])).toContain(what);
  });

  it('and nothing in a right plan', () => {
    expect(checkPlan(mini, miniCase())).toEqual({ isRight: true, faults: [] });
    expect(checkPlan(kit, kitInput)).toEqual({ isRight: true, faults: [] });
  });
});
