// Child of the race test: reserves one by one over the same lot until it is killed, and prints each
// reservation that was acknowledged.
import { AdapterError, createIdSource, createRng, instant } from '@anlan/kernel';
import { folds, handleHold } from '@anlan/domain';
import type { Actor } from '@anlan/domain';
import { createPgMemory } from './memory/memory.ts';
import { createPgPool } from './pool.ts';

const [connectionString = '', keyPrefix = ''] = process.argv.slice(2);
const pool = createPgPool({ connectionString });
const memory = createPgMemory({ pool, folds });
const actor: Actor = { kind: 'person', id: 'child', name: 'child', roles: ['reserve'], organisationId: 'org-a' };
const deps = { log: memory, views: memory, ids: createIdSource(createRng(1)) };
for (let i = 0; i < 100_000; i += 1) {
  const requestKey = `${keyPrefix}${i}`;
  const wanted = { lines: [{ registerId: 'stock-lots', supplyId: 'lot-1', quantityValue: 1 }] } as const;
  const context = { realm: 'real', actor, now: instant('2026-11-24T01:00:00Z') } as const;
  const held = await withRetry(() => handleHold(deps, { wanted, purposeText: 'race', holdForS: 3600, requestKey }, context));
  if (!held.ok) break;
  process.stdout.write(`${held.value.id}\n`);
}
await pool.close();

/** Its connections are cut too; then it asks again with the same key. */
async function withRetry<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AdapterError && error.retryable)) throw error;
    }
  }
}
