// What an auditor may rely on: whoever changes the store behind the log's back is found, and by what.
// A changed, removed or moved event breaks the chain; a changed figure is not the sum of the moves; a cut
// tail and a chain that was made again are sound in themselves and show only against a head kept outside.

import type { EventEnvelope, LogCheckpoint, LogVerification } from '@anlan/domain';
import { findingsOf, GENESIS_HASH, hashEvent } from '@anlan/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SAMPLE_AT, sampleEvent, sampleFolds } from '../samples.ts';
import type { MemoryHarness } from './memory.ts';
import { opened, request } from './memory.ts';

export function describeTamperContract(name: string, create: (folds: typeof sampleFolds) => Promise<MemoryHarness>): void {
  describe(`tamper contract: ${name}`, () => {
    let harness: MemoryHarness;
    let checkpoint: LogCheckpoint;
    beforeEach(async () => {
      harness = await create(sampleFolds);
      checkpoint = await fill(harness);
    });
    afterEach(async () => { await harness.close(); });
    const audit = async (): Promise<LogVerification> => harness.memory.verify('real', { hashes: [checkpoint.hash] });
    const codes = async (): Promise<readonly string[]> => findingsOf(await audit(), [checkpoint]).map((finding) => finding.code);
    declareBreaks(() => harness, audit, codes);
    declareOutside(() => harness, () => checkpoint, codes);
  });
}

/** Five events with moves among them; the head after the last one is written down. */
async function fill({ memory }: MemoryHarness): Promise<LogCheckpoint> {
  const stock = { ...sampleEvent('sample.opened', { title: '围油栏' }), moves: [{ holdingId: 'boom-1', move: 'open', quantityValue: 600 }] } as const;
  await memory.append(request([{ stream: 'record:stock/1', expectedVersion: 0, events: [stock] }]));
  for (const id of ['a', 'b', 'c']) await memory.append(opened(`incident:${id}`, `第${id}起`));
  const hold = { ...sampleEvent('sample.opened', { title: '调度' }), moves: [{ holdingId: 'boom-1', move: 'hold', quantityValue: 40 }] } as const;
  await memory.append(request([{ stream: 'order:1', expectedVersion: 0, events: [hold] }]));
  return { ...(await memory.head('real')), at: SAMPLE_AT };
}

function declareBreaks(harness: () => MemoryHarness, audit: () => Promise<LogVerification>, codes: () => Promise<readonly string[]>): void {
  it('an untouched store has no finding, also after it has grown beyond the head that was kept', async () => {
    expect(await codes()).toEqual([]);
    await harness().memory.append(opened('incident:later'));
    expect(await audit()).toMatchObject({ eventCount: 6, brokenAtPositionIndex: undefined, holdingCount: 1, holdingDifferences: [], missingHashes: [] });
    expect(await codes()).toEqual([]);
  });

  it('a changed event is found at its place', async () => {
    await harness().tamperLog((events) => events.map((event, i) => (i === 1 ? { ...event, payload: { title: '别的' } } : event)));
    expect(await audit()).toMatchObject({ eventCount: 1, brokenAtPositionIndex: 2 });
    expect(await codes()).toEqual(['LOG_CHAIN_BROKEN']);
  });

  it('a changed move is found at its place, and the figure it makes as well', async () => {
    await harness().tamperLog((events) => events.map((event, i) => (i === 4 ? { ...event, moves: [{ holdingId: 'boom-1', move: 'hold', quantityValue: 4 }] } : event)));
    expect(await audit()).toMatchObject({ eventCount: 4, brokenAtPositionIndex: 5 });
    expect(await codes()).toEqual(['LOG_CHAIN_BROKEN', 'LOG_HOLDING_DIFFERS']);
  });

  it('an event deleted in the middle, and two that changed places, break the chain there', async () => {
    let kept: readonly EventEnvelope[] = [];
    await harness().tamperLog((events) => {
      kept = events;
      return events.filter((_event, i) => i !== 2);
    });
    expect(await audit()).toMatchObject({ eventCount: 2, brokenAtPositionIndex: 4 });
    const order = [0, 2, 1, 3, 4];
    await harness().tamperLog(() => order.flatMap((from, i) => (kept[from] === undefined ? [] : [{ ...kept[from], positionIndex: i + 1 }])));
    expect(await audit()).toMatchObject({ eventCount: 1, brokenAtPositionIndex: 2 });
    expect(await codes()).toEqual(['LOG_CHAIN_BROKEN']);
  });

  it('a changed holding is named with both figures, and a rebuild makes it right again', async () => {
    await harness().tamperHolding({ realm: 'real', holdingId: 'boom-1', onHandValue: 500, heldValue: 40 });
    expect(findingsOf(await audit())).toEqual([{ code: 'LOG_HOLDING_DIFFERS', params: { realm: 'real', holdingId: 'boom-1', logged: '600/40', kept: '500/40' } }]);
    expect(await harness().memory.rebuild()).toMatchObject({ eventCount: 5, holdingCount: 1 });
    expect(await codes()).toEqual([]);
    expect(await harness().memory.findHolding('real', 'boom-1')).toMatchObject({ onHandValue: 600, heldValue: 40 });
  });
}

function declareOutside(harness: () => MemoryHarness, checkpoint: () => LogCheckpoint, codes: () => Promise<readonly string[]>): void {
  it('a cut tail holds as a chain, and is found by the head that was kept outside', async () => {
    await harness().tamperLog((events) => events.slice(0, 3));
    await harness().memory.rebuild();
    const verification = await harness().memory.verify('real', { hashes: [checkpoint().hash] });
    expect(verification).toMatchObject({ eventCount: 3, brokenAtPositionIndex: undefined, holdingDifferences: [], missingHashes: [checkpoint().hash] });
    expect(findingsOf(verification, [checkpoint()])).toMatchObject([{ code: 'LOG_TAIL_CUT', params: { checkpointCount: 5, eventCount: 3 } }]);
  });

  it('a log that was emptied is found as well', async () => {
    await harness().tamperLog(() => []);
    await harness().memory.rebuild();
    expect(await codes()).toEqual(['LOG_TAIL_CUT']);
  });

  it('a whole chain made again with right hashes is found only by the head that was kept outside', async () => {
    await harness().tamperLog((events) => rechained(events.map((event, i) => (i === 1 ? { ...event, payload: { title: '别的' } } : event))));
    expect(findingsOf(await harness().memory.verify('real'))).toEqual([]);
    expect(await codes()).toEqual(['LOG_REWRITTEN']);
  });
}

/** As an intruder who knows the rules would write them. */
function rechained(events: readonly EventEnvelope[]): readonly EventEnvelope[] {
  let prevHash = GENESIS_HASH;
  return events.map((event) => {
    const { realm, stream, streamVersion, recordedAt } = event;
    const hash = hashEvent(prevHash, { realm, stream, streamVersion, recordedAt, event });
    const written = { ...event, prevHash, hash };
    prevHash = hash;
    return written;
  });
}
