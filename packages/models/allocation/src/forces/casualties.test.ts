import { describe, it, expect } from 'vitest';
import fc from 'fast-check';
import { distributeCasualties } from './casualties.ts';
import type { BedReport, CasualtyGroup, CasualtyInput, CasualtyPlan, Triage } from './casualties.ts';

const group = (id: string, triage: Triage, acceptedSpecialityCodes: readonly string[], personCount: number, sceneId = 'scene'): CasualtyGroup => ({ id, sceneId, triage, acceptedSpecialityCodes, personCount });
const bed = (hospitalId: string, specialityCode: string, freeCount: number, isStale = false): BedReport => ({ hospitalId, specialityCode, freeCount, isStale });
const way = (hospitalId: string, durationS: number | null, modes: readonly string[] = ['road'], sceneId = 'scene') => ({ sceneId, hospitalId, durationS, modes, reason: [] });
const plan = (input: Partial<CasualtyInput>): CasualtyPlan => {
  const found = distributeCasualties({ groups: [], beds: [], travel: [], countStaleBeds: false, ...input });
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};
const to = (found: CasualtyPlan) => Object.fromEntries(found.placed.map((one) => [`${one.groupId}→${one.hospitalId}/${one.specialityCode}`, one.personCount]));

describe('S-444: casualties to beds', () => {
  it('S-444: 30 casualties are spread without exceeding beds by speciality, and the way of each is shown', () => {
    const beds = [bed('city', 'general', 10), bed('city', 'burns', 5), bed('city', 'toxicology', 3), bed('county', 'general', 6), bed('county', 'burns', 1), bed('island', 'general', 9)];
    const found = plan({
      groups: [group('red-burns', 'red', ['burns'], 6), group('yellow-tox', 'yellow', ['toxicology'], 4), group('green', 'green', ['general'], 20)],
      beds, travel: [way('city', 1800), way('county', 2700), way('island', 3600, ['boat', 'road'])], countStaleBeds: false,
    });
    expect(to(found)).toEqual({ 'red-burns→city/burns': 5, 'red-burns→county/burns': 1, 'yellow-tox→city/toxicology': 3, 'green→city/general': 10, 'green→county/general': 6, 'green→island/general': 4 });
    expect(found.unplaced).toEqual([{ groupId: 'yellow-tox', triage: 'yellow', personCount: 1, reason: { code: 'FORCES_CASUALTY_NO_BED', params: { specialities: 'toxicology', freeCount: 3 } } }]);
    expect(found.placed.find((one) => one.hospitalId === 'island')?.modes).toEqual(['boat', 'road']);
    expect(found.byTriage.map((one) => [one.triage, one.placedCount, one.longestS])).toEqual([['red', 6, 2700], ['yellow', 3, 1800], ['green', 20, 3600]]);
  });

  it('red goes first: a green person gives the nearer bed away', () => {
    const found = plan({ groups: [group('g', 'green', ['general'], 1), group('r', 'red', ['general'], 1)], beds: [bed('near', 'general', 1), bed('far', 'general', 1)], travel: [way('near', 600), way('far', 6000)] });
    expect(to(found)).toEqual({ 'r→near/general': 1, 'g→far/general': 1 });
  });

  it('the longest way of a class is shortened before its sum', () => {
    const found = plan({
      groups: [group('a', 'red', ['icu'], 1, 'east'), group('b', 'red', ['icu'], 1, 'west')], beds: [bed('x', 'icu', 1), bed('y', 'icu', 1)],
      travel: [way('x', 100, [], 'east'), way('y', 500, [], 'east'), way('x', 500, [], 'west'), way('y', 1000, [], 'west')],
    });
    // Sums: 100 + 1000 = 1100 against 500 + 500 = 1000; longest 1000 against 500.
    expect(to(found)).toEqual({ 'a→y/icu': 1, 'b→x/icu': 1 });
  });

  it('beds whose report lapsed are not counted unless asked for, and then it is said', () => {
    const input = { groups: [group('r', 'red', ['icu'], 2)], beds: [bed('x', 'icu', 1), bed('y', 'icu', 3, true)], travel: [way('x', 100), way('y', 200)] };
    expect(plan(input).unplaced).toMatchObject([{ personCount: 1, reason: { code: 'FORCES_CASUALTY_BEDS_STALE', params: { staleCount: 3 } } }]);
    const counted = plan({ ...input, countStaleBeds: true });
    expect(counted.unplaced).toEqual([]);
    expect(counted.assumed.map((one) => one.code)).toContain('FORCES_ASSUMED_STALE_BEDS');
    expect(plan({ ...input, travel: [way('x', null), way('y', null)] }).unplaced).toMatchObject([{ personCount: 2, reason: { code: 'FORCES_CASUALTY_NO_WAY' } }]);
  });

  const anyCase = fc.record({
    counts: fc.array(fc.tuple(fc.constantFrom<Triage>('red', 'yellow', 'green'), fc.constantFrom('icu', 'general'), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 4 }),
    free: fc.array(fc.tuple(fc.constantFrom('icu', 'general'), fc.integer({ min: 0, max: 3 }), fc.option(fc.integer({ min: 1, max: 9 }), { nil: null })), { minLength: 1, maxLength: 4 }),
  });
  const build = ({ counts, free }: { counts: readonly (readonly [Triage, string, number])[]; free: readonly (readonly [string, number, number | null])[] }): CasualtyInput => ({
    groups: counts.map(([triage, need, count], i) => group(`g${i}`, triage, need === 'general' ? ['general', 'icu'] : [need], count)),
    beds: free.map(([code, count], i) => bed(`h${i}`, code, count)), travel: free.map(([, , durationS], i) => way(`h${i}`, durationS)), countStaleBeds: false,
  });

  it('property: no bed twice, nobody twice, and one bed more never lowers how many of the reds are placed', () => {
    fc.assert(fc.property(anyCase, fc.nat(), (given, pick) => {
      const input = build(given);
      const found = plan(input);
      for (const one of input.beds) expect(found.placed.filter((row) => row.hospitalId === one.hospitalId).reduce((sum, row) => sum + row.personCount, 0)).toBeLessThanOrEqual(one.freeCount);
      for (const one of input.groups) {
        const left = found.unplaced.find((row) => row.groupId === one.id)?.personCount ?? 0;
        expect(found.placed.filter((row) => row.groupId === one.id).reduce((sum, row) => sum + row.personCount, left)).toBe(one.personCount);
      }
      const more = plan({ ...input, beds: input.beds.map((one, i) => (i === pick % input.beds.length ? { ...one, freeCount: one.freeCount + 1 } : one)) });
      expect(more.byTriage[0]!.placedCount).toBeGreaterThanOrEqual(found.byTriage[0]!.placedCount);
    }), { numRuns: 80 });
  });

  it('property: for small cases the figures are those of trying everything, class by class', () => {
    fc.assert(fc.property(anyCase, (given) => {
      const input = build(given);
      expect(plan(input).byTriage.flatMap((one) => [one.placedCount, one.longestS ?? 0, one.totalPersonS])).toEqual(bruteForce(input));
    }), { numRuns: 40 });
  }, 20_000);
});

/** Every person to every bed or none; keeps the best by (placed, longest, total) of red, yellow, green. */
function bruteForce({ groups, beds, travel }: CasualtyInput): readonly number[] {
  const people = groups.flatMap((one) => Array.from({ length: one.personCount }, () => one)).slice(0);
  // Identical people are put in order of bed, so that each spread is tried once.
  let best: readonly number[] | undefined;
  const free = beds.map((one) => one.freeCount);
  const seats: number[] = [];
  const keyOf = (): readonly number[] => (['red', 'yellow', 'green'] as const).flatMap((triage) => {
    const times = people.flatMap((one, i) => (one.triage === triage && seats[i]! >= 0 ? [travel[seats[i]!]!.durationS!] : []));
    return [times.length, times.length === 0 ? 0 : Math.max(...times), times.reduce((sum, one) => sum + one, 0)];
  });
  const isBetter = (a: readonly number[], b: readonly number[]): boolean => {
    const at = a.findIndex((value, i) => value !== b[i]);
    return at >= 0 && (at % 3 === 0 ? a[at]! > b[at]! : a[at]! < b[at]!);
  };
  const visit = (i: number): void => {
    if (i === people.length) {
      const key = keyOf();
      if (best === undefined || isBetter(key, best)) best = key;
      return;
    }
    const low = i > 0 && people[i - 1] === people[i] ? seats[i - 1]! : -1;
    for (let seat = low; seat < beds.length; seat++) {
      if (seat >= 0 && (free[seat]! === 0 || travel[seat]!.durationS === null || !people[i]!.acceptedSpecialityCodes.includes(beds[seat]!.specialityCode))) continue;
      seats[i] = seat;
      if (seat >= 0) free[seat]! -= 1;
      visit(i + 1);
      if (seat >= 0) free[seat]! += 1;
    }
  };
  visit(0);
  return best ?? [];
}
