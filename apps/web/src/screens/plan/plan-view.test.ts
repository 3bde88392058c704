import { describe, expect, it } from 'vitest';
import { withTitles } from './note-titles.ts';
import { at, demandLine, forecast, order, plan, planLine, planOption } from './plan-for-tests.ts';
import { committedBy, coverageOf, horizonMs, legTimes, linesOf, marginMs, newerForecast, orderOfLine, pickOption, pickPlan } from './plan-view.ts';
import { inputText } from './working.ts';

describe('which plan and which option', () => {
  it('the plan of the address wins, else the newest drawn', () => {
    const plans = [plan({ id: 'old' }), plan({ id: 'new', drawnAt: at(30) })];
    expect(pickPlan(plans, 'old')?.id).toBe('old');
    expect(pickPlan(plans, undefined)?.id).toBe('new');
    expect(pickPlan(plans, 'gone')?.id).toBe('new');
  });

  it('the option looked at wins, then the chosen, then the first in rank', () => {
    const one = plan({ options: [planOption({ id: 'b', rankIndex: 2 }), planOption({ id: 'a', rankIndex: 1 })] });
    expect(pickOption(one, undefined)?.id).toBe('a');
    expect(pickOption({ ...one, chosenOptionId: 'b' }, undefined)?.id).toBe('b');
    expect(pickOption({ ...one, chosenOptionId: 'b' }, 'a')?.id).toBe('a');
  });
});

describe('a stale plan', () => {
  it('a forecast completed after its own makes it stale; a failed or older one does not', () => {
    const own = forecast('forecast-1', at(0));
    expect(newerForecast(plan(), [own])).toBeUndefined();
    expect(newerForecast(plan(), [own, forecast('forecast-2', at(-5))])).toBeUndefined();
    expect(newerForecast(plan(), [own, forecast('forecast-2', at(5), 'failed')])).toBeUndefined();
    expect(newerForecast(plan(), [own, forecast('forecast-2', at(5))])?.id).toBe('forecast-2');
  });
});

describe('coverage of a demand', () => {
  it('says need, supply and what the plan itself calls short', () => {
    expect(coverageOf(demandLine(), planOption())).toEqual({ needValue: 1000, suppliedValue: 900, shortAtDeadlineValue: 400, shortAtEndValue: 100, firstShortAt: at(120), shortBeyondValue: 0 });
  });

  it('need after the end of the plan is told apart from a shortage within it', () => {
    const later = demandLine({ curve: [{ at: at(120), quantityValue: 900 }, { at: at(2000), quantityValue: 1500 }] });
    const covered = coverageOf(later, planOption({ unmet: [] }));
    expect(covered.shortAtEndValue).toBe(0);
    expect(covered.shortBeyondValue).toBe(600);
    expect(horizonMs(planOption())).toBe(Date.parse(at(1440)));
  });
});

describe('lines', () => {
  it('stand by their arrival, and carry the order that took them unless it was cancelled', () => {
    const option = planOption({ lines: [planLine({ id: 'late', arriveAt: at(90) }), planLine({ id: 'early', arriveAt: at(20) })] });
    expect(linesOf(option, 'boom').map((line) => line.id)).toEqual(['early', 'late']);
    expect(orderOfLine([order()], plan(), planOption(), 'line-1')?.id).toBe('order-1');
    expect(orderOfLine([order({ state: 'cancelled' })], plan(), planOption(), 'line-1')).toBeUndefined();
    expect(orderOfLine([order({ planId: 'other' })], plan(), planOption(), 'line-1')).toBeUndefined();
  });

  it('legs of one kind are added up, and the margin is deadline less arrival', () => {
    expect(legTimes(planLine())).toEqual([{ mode: 'handling', durationS: 900, distanceM: 0 }, { mode: 'sea', durationS: 2400, distanceM: 9000 }]);
    expect(marginMs(planLine(), demandLine())).toBe(60 * 60_000);
    expect(marginMs(planLine({ arriveAt: at(180) }), demandLine())).toBe(-60 * 60_000);
    expect(committedBy(planOption().lines)).toEqual([{ reserve: 'stock', lineCount: 1 }, { reserve: 'social', lineCount: 1 }]);
  });
});

describe('words', () => {
  it('an input is shown with the unit that its name ends in', () => {
    expect(inputText('skimmerCapacityM3PerHour', 20.14, 'zh-CN')).toMatch(/^20\.1\s?m³\/h$/u);
    expect(inputText('slickThicknessM', 0.0001, 'zh-CN')).toMatch(/^100\s?µm$/u);
    expect(inputText('probabilityRatio', 0.42, 'en')).toBe('42%');
    expect(inputText('sorbentUptakeRatio', 10, 'en')).toBe('×10');
    expect(inputText('recoveryDays', 3, 'zh-CN')).toBe('3 天');
    expect(inputText('deployS', 1800, 'zh-CN')).toBe('30分');
  });

  it('a note names demands and places by their titles in both languages', () => {
    const noted = withTitles({ code: 'X', params: { demandId: 'boom', name: '岙山库', minutes: 5 } }, new Map([['岙山库', { zh: '岙山库', en: 'Aoshan depot' }]]), new Map([['boom', { zh: '围油栏', en: 'Boom' }]]));
    expect(noted.params).toEqual({ demandIdZh: '围油栏', demandIdEn: 'Boom', nameZh: '岙山库', nameEn: 'Aoshan depot', minutes: 5 });
  });
});
