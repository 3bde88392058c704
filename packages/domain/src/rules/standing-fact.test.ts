import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { addS, instant } from '@anlan/kernel';
import { standingFact, standingFacts, unreplacedFacts } from './index.ts';
import type { StatedFact } from './index.ts';

const T0 = instant('2026-11-23T01:00:00Z');
const fact = (id: string, more: Partial<StatedFact> = {}): StatedFact => ({ id, code: 'spilled-mass', verified: false, happenedAt: T0, recordedAt: T0, supersedesFactId: null, ...more });
const standingId = (facts: readonly StatedFact[], at = addS(T0, 1e6)) => standingFact(facts, 'spilled-mass', at)?.id;

/** Facts of two codes, each about another time or of another standing, none replaced. */
const independent = fc.uniqueArray(
  fc.record({ code: fc.constantFrom('spilled-mass', 'deaths'), verified: fc.boolean(), happenedS: fc.integer({ min: 0, max: 30 }), recordedS: fc.integer({ min: 0, max: 30 }) }),
  { maxLength: 12, selector: ({ code, verified, happenedS, recordedS }) => `${code} ${verified} ${happenedS} ${recordedS}` },
).map((parts) => parts.map(({ code, verified, happenedS, recordedS }, i) => fact(`f${i}`, { code, verified, happenedAt: addS(T0, happenedS), recordedAt: addS(T0, recordedS) })));
const ids = (facts: readonly StatedFact[], at = addS(T0, 1e6)) => [...standingFacts(facts, at)].map(([code, { id }]) => `${code} ${id}`).toSorted();

describe('the fact that stands', () => {
  it('S-327: a verified fact stands before an unverified estimate, whichever is newer or recorded later', () => {
    const verified = fact('verified', { verified: true });
    const newer = fact('newer', { happenedAt: addS(T0, 600), recordedAt: addS(T0, 600) });
    expect(standingId([verified, newer])).toBe('verified');
    expect(standingId([newer, verified])).toBe('verified');
  });

  it('of the same standing: the latest state of affairs, then the one recorded last, then the order of the log', () => {
    expect(standingId([fact('later', { happenedAt: addS(T0, 60) }), fact('told-late', { recordedAt: addS(T0, 600) })])).toBe('later');
    expect(standingId([fact('second', { recordedAt: addS(T0, 60) }), fact('first')])).toBe('second');
    expect(standingId([fact('one'), fact('two')])).toBe('two');
  });

  it('a correction stands over what it names, even unverified over verified, and only once it is known', () => {
    const facts = [fact('old', { verified: true }), fact('new', { supersedesFactId: 'old', recordedAt: addS(T0, 60) })];
    expect(standingId(facts)).toBe('new');
    expect(standingId(facts, addS(T0, 59))).toBe('old');
    expect(standingId([fact('a', { verified: true }), fact('b', { verified: true }), fact('c', { supersedesFactId: 'b', alsoSupersedesFactIds: ['a'] })])).toBe('c');
  });

  it('whatever the order in which independent facts are given, the same ones stand', () => {
    fc.assert(fc.property(independent.chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length, maxLength: facts.length }))), ([facts, shuffled]) => {
      expect(ids(shuffled)).toEqual(ids(facts));
    }));
  });

  it('asking about an instant is asking about what was recorded by then', () => {
    fc.assert(fc.property(independent, fc.integer({ min: 0, max: 30 }), (facts, s) => {
      const at = addS(T0, s);
      expect(ids(facts, at)).toEqual(ids(facts.filter(({ recordedAt }) => recordedAt <= at)));
    }));
  });

  it('each code has one that stands as long as any is unreplaced, and no unverified one stands beside a verified one', () => {
    fc.assert(fc.property(independent, (facts) => {
      const standing = standingFacts(facts);
      for (const { code } of unreplacedFacts(facts)) expect(standing.has(code)).toBe(true);
      for (const one of standing.values()) if (!one.verified) expect(facts.some(({ code, verified }) => code === one.code && verified)).toBe(false);
    }));
  });
});
