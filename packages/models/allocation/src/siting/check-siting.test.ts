import { describe, expect, it } from 'vitest';
import type { SitingAnswer, SitingRequest } from './types.ts';
import { checkSiting } from './check-siting.ts';
import { randomProblem, solved } from './test-cases.ts';

const problem = randomProblem({ seed: 12, siteCount: 8, demandCount: 15, corridorCount: 3 });
const request: SitingRequest = { model: 'pmedian', siteCount: 3, radiusValue: 40 };
const answer = solved(problem, request);
const faultsOf = (wrong: SitingAnswer, asked = request): string[] => checkSiting(problem, asked, wrong).faults.map((fault) => fault.params.what);

describe('the independent check finds what was put in', () => {
  it('nothing in a right answer', () => {
    expect(checkSiting(problem, request, answer)).toEqual({ isRight: true, faults: [] });
  });

  const seeded: readonly (readonly [string, Partial<SitingAnswer>])[] = [
    ['objective', { objectiveValue: answer.objectiveValue + 1 }],
    ['bound', { boundValue: answer.objectiveValue + 5, isProven: false }],
    ['bound of a proven answer', { boundValue: answer.objectiveValue - 5 }],
    ['number', { siteIds: answer.siteIds.slice(1) }],
    ['unknown site', { siteIds: [...answer.siteIds.slice(1), 'nowhere'] }],
    ['doubled', { siteIds: [answer.siteIds[0]!, answer.siteIds[0]!, answer.siteIds[1]!] }],
    ['sum of shares', { assignment: answer.assignment.slice(1) }],
    ['distance', { assignment: answer.assignment.map((share, k) => (k === 0 ? { ...share, distanceValue: share.distanceValue! + 3 } : share)) }],
    ['served from', { assignment: answer.assignment.map((share, k) => (k === 0 ? { ...share, siteId: 's-other' } : share)) }],
    ['cover', { cover: answer.cover.map((cover, k) => (k === 0 ? { ...cover, coverRatio: cover.coverRatio === 1 ? 0 : 1 } : cover)) }],
    ['backup', { cover: answer.cover.map((cover, k) => (k === 0 ? { ...cover, hasBackup: !cover.hasBackup } : cover)) }],
  ];
  for (const [what, change] of seeded) {
    it(`a wrong ${what}`, () => expect(faultsOf({ ...answer, ...change })).toContain(what));
  }

  it('an assignment that is not to the nearest site', () => {
    const other = answer.siteIds.find((id) => id !== answer.assignment[0]!.siteId)!;
    const distanceValue = problem.distanceValues[problem.sites.findIndex((site) => site.id === other) * problem.demands.length]!;
    expect(faultsOf({ ...answer, assignment: answer.assignment.map((share, k) => (k === 0 ? { ...share, siteId: other, distanceValue } : share)) })).toContain('nearest site');
  });

  it('an existing site left out and a forbidden one chosen', () => {
    const [chosen, out] = [answer.siteIds[0]!, problem.sites.find((site) => !answer.siteIds.includes(site.id))!.id];
    const held = { ...problem, sites: problem.sites.map((site) => ({ ...site, state: site.id === out ? ('existing' as const) : site.id === chosen ? ('forbidden' as const) : site.state })) };
    expect(checkSiting(held, request, answer).faults.map((fault) => fault.params.what)).toEqual(['existing site', 'forbidden site'].sort((a) => (problem.sites.findIndex((s) => s.id === out) < problem.sites.findIndex((s) => s.id === chosen) ? (a === 'existing site' ? -1 : 1) : a === 'existing site' ? 1 : -1)));
  });

  it('a site above its capacity', () => {
    const tight = { ...problem, sites: problem.sites.map((site) => ({ ...site, capacityValue: 3 })) };
    expect(checkSiting(tight, request, answer).faults.map((fault) => fault.params.what)).toContain('capacity');
  });

  it('a demand of a set cover that is out of reach, and one without backup', () => {
    const covering = solved(problem, { model: 'lscp', radiusValue: 60 });
    expect(faultsOf(covering, { model: 'lscp', radiusValue: 20 })).toContain('must be covered');
    const bare = covering.cover.some((cover) => !cover.hasBackup);
    expect(faultsOf(covering, { model: 'lscp', radiusValue: 60, backupRatio: 1 }).includes('must have backup')).toBe(bare);
  });
});
