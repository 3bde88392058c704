// The fakes keep the contracts that the real adapters keep.
import { describeAccountContract } from '../contracts/accounts.ts';
import { describeArtefactContract } from '../contracts/artefacts.ts';
import { describeHoldingContract } from '../contracts/holdings.ts';
import type { MemoryHarness } from '../contracts/memory.ts';
import { describeMemoryContract } from '../contracts/memory.ts';
import { describeObservationContract } from '../contracts/observations.ts';
import type { Folds } from '@anlan/domain';
import { createFakeAccounts, createFakeDeviceTokens } from './accounts.ts';
import { describeTamperContract } from '../contracts/tamper.ts';
import { createFakeMemory } from './memory.ts';
import { createFakeObservations } from './observations.ts';
import { createFakeArtefacts } from './small.ts';

function createHarness(folds: Folds): Promise<MemoryHarness> {
  const memory = createFakeMemory(folds);
  return Promise.resolve({
    memory,
    tamperLog: (change) => Promise.resolve(memory.tamperLog(change)),
    tamperHolding: (holding) => Promise.resolve(memory.tamperHolding(holding)),
    close: () => Promise.resolve(),
  });
}

describeMemoryContract('fake', createHarness);
describeHoldingContract('fake', createHarness);
describeTamperContract('fake', createHarness);
describeObservationContract('fake', () => Promise.resolve({ store: createFakeObservations(), close: () => Promise.resolve() }));
describeArtefactContract('fake', () => Promise.resolve({ store: createFakeArtefacts(), close: () => Promise.resolve() }));
describeAccountContract('fake', () => Promise.resolve({ accounts: createFakeAccounts(), deviceTokens: createFakeDeviceTokens(), close: () => Promise.resolve() }));
