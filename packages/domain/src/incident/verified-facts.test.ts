import { describe, expect, it } from 'vitest';
import { alertFold } from '../alert/index.ts';
import { createTestMemory } from '../log/memory-for-tests.ts';
import { standingFact } from '../rules/index.ts';
import { reportFold } from '../signal/index.ts';
import { handleConfirm, handleRecordFacts, incidentFold } from './index.ts';
import type { FactInput } from './index.ts';
import { at, commander, dispatcher, duty, fact, responder, worldOn } from './incident-for-tests.ts';

async function confirmed() {
  const { deps, open, find } = worldOn(createTestMemory([alertFold, reportFold, incidentFold]));
  const id = await open();
  await handleConfirm(deps, { incidentId: id, note: '', facts: [fact('spilled-mass', 125_000, 'kg', { verified: true })] }, commander(100));
  const record = async (input: FactInput, context = responder(200)) => {
    const done = await handleRecordFacts(deps, { incidentId: id, facts: [input] }, context);
    return done.ok ? 'done' : done.refusal.code;
  };
  const standing = async () => standingFact((await find(id)).body.facts, 'spilled-mass');
  return { record, standing, confirmedId: (await standing())?.id ?? '' };
}

describe('whose word makes a fact verified', () => {
  it('not that of the field or of the dispatcher: a later "verified" fact of theirs is refused and the confirmed one stands', async () => {
    const { record, standing } = await confirmed();
    const claim = fact('spilled-mass', 900_000, 'kg', { verified: true, happenedAt: at(150) });
    expect(await record(claim)).toBe('INCIDENT_FACT_VERIFY_FORBIDDEN');
    expect(await record(claim, dispatcher(200))).toBe('INCIDENT_FACT_VERIFY_FORBIDDEN');
    expect(await standing()).toMatchObject({ factValue: 125_000 });
    expect(await record(claim, duty(210))).toBe('done');
    expect(await standing()).toMatchObject({ factValue: 900_000 });
  });

  it('nor do they replace a verified fact; their estimate stands beside it, and they correct estimates', async () => {
    const { record, standing, confirmedId } = await confirmed();
    const estimate = fact('spilled-mass', 900_000, 'kg', { happenedAt: at(150) });
    expect(await record({ ...estimate, supersedesFactId: confirmedId })).toBe('INCIDENT_FACT_VERIFIED_STANDS');
    expect(await record({ ...estimate, alsoSupersedesFactIds: [confirmedId] })).toBe('INCIDENT_FACT_VERIFIED_STANDS');
    expect(await record(estimate)).toBe('done');
    expect(await standing()).toMatchObject({ factValue: 125_000 });
    expect(await record({ ...estimate, supersedesFactId: confirmedId }, duty(220))).toBe('done');
    expect(await standing()).toMatchObject({ factValue: 900_000 });
  });
});
