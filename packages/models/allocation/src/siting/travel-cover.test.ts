import { describe, expect, it } from 'vitest';
import type { TravelCoverRow, TravelCoverState } from './travel-cover.ts';
import { hoursWithin, rowsOfMatrix, travelCover } from './travel-cover.ts';
import { solved } from './test-cases.ts';

const open = (originId: string, travelS: number, corridorIds: readonly string[] = []): TravelCoverRow => ({ reachable: true, originId, sceneId: 'island', travelS, legs: [], reason: [], corridorIds });
const shut = (originId: string): TravelCoverRow => ({ reachable: false, originId, sceneId: 'island', reason: [{ code: 'MOVEMENT_WIND', params: {} }] });
const site = (id: string) => ({ id, state: 'candidate' as const, capacityValue: null, openingCostValue: 0, leadS: 600 });
const calm: TravelCoverState = { id: 'calm', hoursRatio: 0.9, rows: [open('port', 3000, ['ferry']), open('hill', 5000, ['bridge'])] };
const gale: TravelCoverState = { id: 'gale', hoursRatio: 0.1, rows: [shut('port'), open('hill', 6500, ['bridge'])] };

describe('cover from travel in several tides and winds', () => {
  const made = travelCover({ sites: [site('port'), site('hill')], demands: [{ id: 'island', weightValue: 100 }], states: [calm, gale] });
  if (!made.ok) throw new Error(made.refusal.code);
  const { problem, assumed } = made.value;

  it('a site that is cut off in a tenth of the hours covers nine tenths, lead time included', () => {
    expect([...hoursWithin(problem, 4000)]).toEqual([0.9, 0]);
    expect(assumed).toEqual([{ code: 'SITING_ASSUMED_BLOCKED_HOURS', params: { pairCount: 1 } }]);
    expect(solved(problem, { model: 'mclp', siteCount: 1, radiusValue: 6000 })).toMatchObject({ siteIds: ['port'], objectiveValue: 90 });
  });

  it('two sites cover the hours that either of them covers, and are backup only while both reach', () => {
    expect(solved(problem, { model: 'mclp', siteCount: 2, radiusValue: 7200 })).toMatchObject({ objectiveValue: 100, cover: [{ coverRatio: 1, hasBackup: false }] });
    expect(solved(problem, { model: 'lscp', radiusValue: 7200 })).toMatchObject({ siteIds: ['hill'], objectiveValue: 1 });
  });

  it('nine tenths of the hours are enough when that is asked', () => {
    expect(solved(problem, { model: 'lscp', radiusValue: 4000, hoursRatioMin: 0.9 })).toMatchObject({ siteIds: ['port'], objectiveValue: 1 });
  });

  it('a missing row is refused, not taken for a blocked way', () => {
    expect(travelCover({ sites: [site('port'), site('other')], demands: [{ id: 'island', weightValue: 1 }], states: [calm] })).toMatchObject({ refusal: { code: 'ALLOCATION_TRAVEL_MISSING', params: { originId: 'other', sceneId: 'island' } } });
  });

  it('a matrix of one departure hour gives the same rows', () => {
    const matrix = { fromIds: ['port', 'hill'], toIds: ['island'], cells: [{ reachable: true as const, durationS: 3000, reason: [] }, { reachable: false as const, reason: [] }] };
    expect(rowsOfMatrix(matrix, () => ['ferry'])).toMatchObject([{ originId: 'port', travelS: 3000, corridorIds: ['ferry'] }, { originId: 'hill', reachable: false }]);
  });
});
