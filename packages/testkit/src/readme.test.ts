import { expect, it } from 'vitest';
import { createFakeMemory, createSimulatedClock, sampleEvent, sampleFolds } from './index.ts';

it('the example of the README holds', async () => {
  const clock = createSimulatedClock();
  const memory = createFakeMemory(sampleFolds);
  const written = await memory.append({
    realm: 'real', recordedAt: clock.advanceS(60),
    appends: [{ stream: 'incident:a', expectedVersion: 0, events: [sampleEvent('sample.opened', { title: '码头溢油' })] }],
  });
  expect(written.ok).toBe(true);
});
