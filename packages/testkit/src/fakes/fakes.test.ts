// The fakes keep the contracts that the real adapters keep.
import { describeArtefactContract } from '../contracts/artefacts.ts';
import { describeHoldingContract } from '../contracts/holdings.ts';
import type { MemoryHarness } from '../contracts/memory.ts';
import { describeMemoryContract } from '../contracts/memory.ts';
import { describeObservationContract } from '../contracts/observations.ts';
import type { Folds } from '@anlan/domain';
import { createFakeMemory } from './memory.ts';
import { createFakeObservations } from './observations.ts';
import { createFakeArtefacts } from './small.ts';

function createHarness(folds: Folds): Promise<MemoryHarness> {
  const memory = createFakeMemory(folds);
  return Promise.resolve({
    memory,
    tamper: (positionIndex, payload) => Promise.resolve(memory.tamper(positionIndex, { payload })),
    close: () => Promise.resolve(),
  });
}

describeMemoryContract('fake', createHarness);
describeHoldingContract('fake', createHarness);
describeObservationContract('fake', () => Promise.resolve({ store: createFakeObservations(), close: () => Promise.resolve() }));
describeArtefactContract('fake', () => Promise.resolve({ store: createFakeArtefacts(), close: () => Promise.resolve() }));
