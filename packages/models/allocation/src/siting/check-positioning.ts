// The independent check of a purchase: room, money, stock and what stays unmet, added up from the
// answer's own lines. It trusts no total.

import type { SitingFault } from './check-siting.ts';
import type { PositioningAnswer, PositioningProblem } from './positioning-types.ts';

export function checkPositioning(problem: PositioningProblem, answer: PositioningAnswer): { readonly isRight: boolean; readonly faults: readonly SitingFault[] } {
  const faults: SitingFault[] = [];
  const report = (place: string, what: string, expected: number | string, found: number | string): void => void faults.push({ code: 'SITING_FAULT', params: { place, what, expected, found } });
  const price = new Map(problem.items.map((item) => [item.id, item]));
  let costFen = 0;
  for (const site of problem.sites) {
    const opened = answer.sites.find((open) => open.siteId === site.id);
    const room = site.classes.find((each) => each.id === opened?.classId);
    const [bought, lying] = [answer.bought.filter((lot) => lot.siteId === site.id), problem.present.filter((lot) => lot.siteId === site.id)];
    costFen += (room?.openingFen ?? 0) - (site.state === 'existing' ? site.classes[0]!.openingFen : 0);
    const usedM3 = [...bought, ...lying].reduce((sum, lot) => sum + lot.quantityValue * price.get(lot.itemId)!.roomM3, 0);
    if (bought.length > 0 && room === undefined) report(site.id, 'stock without room', 'a class', 'none');
    if (bought.length > 0 && site.state === 'forbidden') report(site.id, 'forbidden site', 'nothing', 'stock');
    if (bought.length > 0 && usedM3 > (room?.roomM3 ?? 0) * (1 + 1e-9)) report(site.id, 'room', room?.roomM3 ?? 0, usedM3);
    if (site.state === 'existing' && opened === undefined) report(site.id, 'existing site', 'kept', 'left out');
  }
  for (const lot of answer.bought) {
    const item = price.get(lot.itemId)!;
    costFen += lot.quantityValue * item.priceFen;
    const steps = lot.quantityValue / item.stepValue;
    if (Math.abs(steps - Math.round(steps)) > 1e-6) report(lot.siteId, 'whole steps', item.stepValue, lot.quantityValue);
  }
  if (!near(costFen, answer.costFen)) report('answer', 'cost', costFen, answer.costFen);
  if (costFen > problem.budgetFen * (1 + 1e-9)) report('answer', 'budget', problem.budgetFen, costFen);
  let unmet = 0;
  for (const scenario of problem.scenarios) unmet += scenario.probabilityRatio * scenarioUnmet(problem, answer, scenario, report);
  if (!near(unmet, answer.expectedUnmetValue)) report('answer', 'expected unmet', unmet, answer.expectedUnmetValue);
  if (answer.boundValue > answer.expectedUnmetValue + 1e-6 * Math.max(1, answer.expectedUnmetValue)) report('answer', 'bound', `≤ ${answer.expectedUnmetValue}`, answer.boundValue);
  return { isRight: faults.length === 0, faults };
}

type Report = (place: string, what: string, expected: number | string, found: number | string) => void;

function scenarioUnmet(problem: PositioningProblem, answer: PositioningAnswer, scenario: PositioningProblem['scenarios'][number], report: Report): number {
  const flows = answer.flows.filter((flow) => flow.scenarioId === scenario.id);
  for (const site of problem.sites) {
    for (const item of problem.items) {
      const ofItem = (lots: readonly { siteId: string; itemId: string; quantityValue: number }[]): number => lots.reduce((sum, lot) => sum + (lot.siteId === site.id && lot.itemId === item.id ? lot.quantityValue : 0), 0);
      const stock = ofItem(problem.present) + ofItem(answer.bought);
      const sent = flows.reduce((sum, flow) => sum + (flow.siteId === site.id && scenario.needs.find((need) => need.id === flow.needId)?.itemId === item.id ? flow.quantityValue : 0), 0);
      if (sent > stock + 1e-6 * Math.max(1, stock)) report(`${scenario.id} ${site.id}`, `stock of ${item.id}`, stock, sent);
    }
  }
  return scenario.needs.reduce((sum, need) => {
    const served = flows.filter((flow) => flow.needId === need.id);
    for (const flow of served) if (!need.siteIds.includes(flow.siteId)) report(`${scenario.id} ${need.id}`, 'in time from', 'a site in reach', flow.siteId);
    const met = served.reduce((total, flow) => total + flow.quantityValue, 0);
    if (met > need.quantityValue + 1e-6 * Math.max(1, need.quantityValue)) report(`${scenario.id} ${need.id}`, 'met beyond need', need.quantityValue, met);
    return sum + need.priorityCount * Math.max(0, need.quantityValue - met);
  }, 0);
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(a), Math.abs(b));
}
