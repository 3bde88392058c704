import { describe, it, expect } from 'vitest';
import fc from 'fast-check';
import { assignShelters } from './shelters.ts';
import type { ShelterInput, ShelterPlan } from './shelters.ts';

const plan = (input: ShelterInput): ShelterPlan => {
  const found = assignShelters(input);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};
const group = (id: string, familyCounts: readonly number[], needsNoSteps = false) => ({ id, needsNoSteps, familyCounts });
const shelter = (shelterId: string, freeCount: number, noStepsFreeCount = 0) => ({ shelterId, freeCount, noStepsFreeCount });
const way = (groupId: string, shelterId: string, durationS: number | null) => ({ groupId, shelterId, durationS });

describe('S-426: people to shelters', () => {
  it('S-426: evacuation of N people assigns shelters without passing capacity, nearest first by road', () => {
    const found = plan({ groups: [group('village', [4, 4, 3, 3, 2])], shelters: [shelter('near', 10), shelter('far', 10)], travel: [way('village', 'near', 300), way('village', 'far', 900)] });
    expect(found.placed).toEqual([{ groupId: 'village', shelterId: 'near', personCount: 10, familyCount: 3, durationS: 300 }, { groupId: 'village', shelterId: 'far', personCount: 6, familyCount: 2, durationS: 900 }]);
    expect(found).toMatchObject({ placedCount: 16, splitFamilyCount: 0, unplaced: [], longestS: 900 });
  });

  it('a family stays together by going on to where there is room, and is split only when nothing else is left', () => {
    const both = [way('v', 'near', 300), way('v', 'far', 900)];
    expect(plan({ groups: [group('v', [4, 4])], shelters: [shelter('near', 6), shelter('far', 9)], travel: both })).toMatchObject({ splitFamilyCount: 0, placedCount: 8 });
    expect(plan({ groups: [group('v', [4, 4])], shelters: [shelter('near', 6), shelter('far', 2)], travel: both })).toMatchObject({ splitFamilyCount: 1, placedCount: 8 });
  });

  it('who needs a place without steps gets it before others, and who is left over is shown with the reason', () => {
    const found = plan({
      groups: [group('young', [5]), group('old', [3], true)], shelters: [shelter('hall', 5, 3)],
      travel: [way('young', 'hall', 60), way('old', 'hall', 6000)],
    });
    expect(found.placed).toMatchObject([{ groupId: 'young', personCount: 2 }, { groupId: 'old', personCount: 3 }]);
    expect(found.unplaced).toEqual([{ groupId: 'young', personCount: 3, reason: { code: 'FORCES_SHELTER_FULL', params: { placeCount: 5 } } }]);
    const cut = plan({ groups: [group('islet', [3])], shelters: [shelter('hall', 50)], travel: [way('islet', 'hall', null)] });
    expect(cut.unplaced[0]?.reason.code).toBe('FORCES_SHELTER_NO_WAY');
    expect(plan({ groups: [group('old', [3], true)], shelters: [shelter('hall', 50, 1)], travel: [way('old', 'hall', 9)] }).unplaced[0]).toMatchObject({ personCount: 2, reason: { code: 'FORCES_SHELTER_NO_STEP_FREE_PLACE' } });
  });

  const anyCase = fc.record({
    groups: fc.array(fc.record({ families: fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 8 }), needs: fc.boolean() }), { minLength: 1, maxLength: 5 }),
    shelters: fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 })), { minLength: 1, maxLength: 4 }),
    times: fc.array(fc.option(fc.integer({ min: 1, max: 99 }), { nil: null }), { minLength: 20, maxLength: 20 }),
  });

  it('property: no capacity is passed, nobody is lost, no family is counted twice, one place more never lowers how many are placed', () => {
    fc.assert(fc.property(anyCase, fc.nat(), (given, pick) => {
      const input: ShelterInput = {
        groups: given.groups.map((one, i) => group(`g${i}`, one.families, one.needs)),
        shelters: given.shelters.map(([freeCount, noSteps], i) => shelter(`s${i}`, freeCount, Math.min(freeCount, noSteps))),
        travel: given.groups.flatMap((_, g) => given.shelters.map((__, s) => way(`g${g}`, `s${s}`, given.times[g * 4 + s] ?? null))),
      };
      const found = plan(input);
      for (const one of input.shelters) {
        const here = found.placed.filter((row) => row.shelterId === one.shelterId);
        expect(here.reduce((sum, row) => sum + row.personCount, 0)).toBeLessThanOrEqual(one.freeCount);
        const needing = here.filter((row) => input.groups.find((g) => g.id === row.groupId)?.needsNoSteps === true);
        expect(needing.reduce((sum, row) => sum + row.personCount, 0)).toBeLessThanOrEqual(one.noStepsFreeCount);
      }
      for (const one of input.groups) {
        const here = found.placed.filter((row) => row.groupId === one.id).reduce((sum, row) => sum + row.personCount, 0);
        expect(here + (found.unplaced.find((row) => row.groupId === one.id)?.personCount ?? 0)).toBe(one.familyCounts.reduce((sum, size) => sum + size, 0));
        expect(found.placed.filter((row) => row.groupId === one.id).every((row) => input.travel.some((t) => t.groupId === row.groupId && t.shelterId === row.shelterId && t.durationS !== null))).toBe(true);
      }
      const more = plan({ ...input, shelters: input.shelters.map((one, i) => (i === pick % input.shelters.length ? { ...one, freeCount: one.freeCount + 1 } : one)) });
      expect(more.placedCount).toBeGreaterThanOrEqual(found.placedCount);
    }), { numRuns: 150 });
  });
});
