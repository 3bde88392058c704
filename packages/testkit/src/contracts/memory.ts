// What every event log with views must keep. Run against the fake (unit) and PostgreSQL
// (integration); the head hash is written out, so both must chain the very same bytes.

import type { AppendRequest, EventEnvelope, EventLog, Folds, Holding, StreamAppend, StreamId, ViewStore } from '@anlan/domain';
import { addS } from '@anlan/kernel';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SampleBody } from '../samples.ts';
import { SAMPLE_AT, sampleEvent, sampleFolds } from '../samples.ts';

export interface MemoryHarness {
  readonly memory: EventLog & ViewStore;
  /** Puts other events in the place of the stored ones, behind the log's back. */
  tamperLog(change: (events: readonly EventEnvelope[]) => readonly EventEnvelope[]): Promise<void>;
  /** Writes other figures into the table of holdings, behind the log's back. */
  tamperHolding(holding: Holding): Promise<void>;
  close(): Promise<void>;
}

export function describeMemoryContract(name: string, create: (folds: Folds) => Promise<MemoryHarness>): void {
  describe(`memory contract: ${name}`, () => {
    let harness: MemoryHarness;
    beforeEach(async () => { harness = await create(sampleFolds); });
    afterEach(async () => { await harness.close(); });
    declareAppendRules(() => harness);
    declareRealmAndTimeRules(() => harness);
    declareChainRules(() => harness);
    declareViewRules(() => harness);
  });
}

export function request(appends: readonly StreamAppend[], over: Partial<AppendRequest> = {}): AppendRequest {
  return { realm: 'real', recordedAt: SAMPLE_AT, appends, ...over };
}

export function opened(stream: StreamId, title = '码头溢油', over: Partial<AppendRequest> = {}): AppendRequest {
  return request([{ stream, expectedVersion: 0, events: [sampleEvent('sample.opened', { title })] }], over);
}

function declareAppendRules(harness: () => MemoryHarness): void {
  it('appends in order, with versions from 1 and positions that grow', async () => {
    const { memory } = harness();
    const first = await memory.append(request([{ stream: 'incident:a', expectedVersion: 0, events: [sampleEvent('sample.opened', { title: 'a' }), sampleEvent('sample.noted', {})] }]));
    const second = await memory.append(opened('incident:b'));
    expect(first.ok && first.value.map((e) => [e.stream, e.streamVersion])).toEqual([['incident:a', 1], ['incident:a', 2]]);
    expect(second.ok).toBe(true);
    const all = await memory.readAll({ afterPositionIndex: 0, limitCount: 10 });
    expect(all.map((e) => e.stream)).toEqual(['incident:a', 'incident:a', 'incident:b']);
    expect(all.every((e, i) => i === 0 || e.positionIndex > (all[i - 1]?.positionIndex ?? 0))).toBe(true);
    expect(await memory.readAll({ afterPositionIndex: all[0]?.positionIndex ?? 0, limitCount: 1 })).toEqual([all[1]]);
  });

  it('gives back exactly what it was given, with any text in it', async () => {
    const { memory } = harness();
    const payload = { text: '溢油\u0000"\\\ud83d\udea2\n', nested: { list: [1.5, -0.25, 1e21, null], kept: true } };
    const written = await memory.append(request([{ stream: 'incident:a', expectedVersion: 0, events: [sampleEvent('sample.noted', payload)] }]));
    const [read] = await memory.readStream('real', 'incident:a');
    expect(read?.payload).toEqual(payload);
    expect(written.ok && written.value[0]).toEqual(read);
    expect(read?.happenedAt).toBe(SAMPLE_AT);
  });

  it('of two that act at once the second sees the conflict and nothing of it is kept', async () => {
    const { memory } = harness();
    await memory.append(opened('incident:a'));
    const close = request([{ stream: 'incident:a', expectedVersion: 1, events: [sampleEvent('sample.closed', {})] }]);
    const results = await Promise.all([memory.append(close), memory.append(close)]);
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    const refused = results.find((r) => !r.ok);
    expect(refused).toMatchObject({ refusal: { code: 'LOG_VERSION_CONFLICT', params: { stream: 'incident:a', expectedVersion: 1, actualVersion: 2 } } });
    expect(await memory.readStream('real', 'incident:a')).toHaveLength(2);
  });

  it('a request over several streams is kept whole or not at all', async () => {
    const { memory } = harness();
    await memory.append(opened('incident:a'));
    const mixed = request([
      { stream: 'incident:b', expectedVersion: 0, events: [sampleEvent('sample.opened', { title: 'b' })] },
      { stream: 'incident:a', expectedVersion: 0, events: [sampleEvent('sample.closed', {})] },
    ]);
    expect(await memory.append(mixed)).toMatchObject({ ok: false });
    expect(await memory.readStream('real', 'incident:b')).toEqual([]);
    expect(await memory.find('real', 'incident', 'b')).toBeUndefined();
    expect((await memory.append(opened('incident:b'))).ok).toBe(true);
  });
}

function declareRealmAndTimeRules(harness: () => MemoryHarness): void {
  it('realms are apart: the same stream of a drill is another stream', async () => {
    const { memory } = harness();
    await memory.append(opened('incident:a', '真实'));
    expect((await memory.append(opened('incident:a', '演练', { realm: 'drill-1' }))).ok).toBe(true);
    expect(await memory.listRealms()).toEqual(['drill-1', 'real']);
    expect((await memory.find<SampleBody>('drill-1', 'incident', 'a'))?.body.title).toBe('演练');
    expect((await memory.find<SampleBody>('real', 'incident', 'a'))?.body.title).toBe('真实');
    expect(await memory.readAll({ realm: 'drill-1', afterPositionIndex: 0, limitCount: 9 })).toHaveLength(1);
  });

  it('replays a stream as it was known then, whatever happened earlier', async () => {
    const { memory } = harness();
    await memory.append(opened('incident:a'));
    const late = sampleEvent('sample.noted', { said: '九点已见油膜' }, addS(SAMPLE_AT, -3600));
    await memory.append(request([{ stream: 'incident:a', expectedVersion: 1, events: [late] }], { recordedAt: addS(SAMPLE_AT, 60) }));
    expect(await memory.readStream('real', 'incident:a', { knownAt: addS(SAMPLE_AT, 59) })).toHaveLength(1);
    expect(await memory.readStream('real', 'incident:a', { knownAt: addS(SAMPLE_AT, 60) })).toHaveLength(2);
  });
}

function declareChainRules(harness: () => MemoryHarness): void {
  it('chains the same bytes to the same head in every adapter', async () => {
    const { memory } = harness();
    await memory.append(opened('incident:a'));
    await memory.append(opened('incident:drill', '演练', { realm: 'drill-1' }));
    await memory.append(request([{ stream: 'incident:a', expectedVersion: 1, events: [sampleEvent('sample.closed', { note: undefined, quantity: 1e-7 })] }]));
    expect(await memory.verify('real')).toMatchObject({ realm: 'real', eventCount: 2, headHash: EXPECTED_HEAD, brokenAtPositionIndex: undefined });
    expect(await memory.verify('drill-none')).toMatchObject({ realm: 'drill-none', eventCount: 0, headHash: '0'.repeat(64), brokenAtPositionIndex: undefined });
    expect(await memory.head('real')).toMatchObject({ realm: 'real', hash: EXPECTED_HEAD, eventCount: 2 });
    expect(await memory.head('drill-none')).toEqual({ realm: 'drill-none', positionIndex: 0, hash: '0'.repeat(64), eventCount: 0 });
  });
}

function declareViewRules(harness: () => MemoryHarness): void {
  it('a view follows its stream in the same moment', async () => {
    const { memory } = harness();
    await memory.append(opened('incident:a'));
    await memory.append(request([{ stream: 'incident:a', expectedVersion: 1, events: [sampleEvent('sample.closed', {})] }], { recordedAt: addS(SAMPLE_AT, 5) }));
    expect(await memory.find('real', 'incident', 'a')).toEqual({
      realm: 'real', kind: 'incident', id: 'a', streamVersion: 2, updatedAt: addS(SAMPLE_AT, 5),
      body: { title: '码头溢油', state: 'closed', openCount: 2, urgent: false },
    });
    await memory.append(request([{ stream: 'incident:a', expectedVersion: 2, events: [sampleEvent('sample.erased', {})] }]));
    expect(await memory.find('real', 'incident', 'a')).toBeUndefined();
    expect((await memory.append(request([{ stream: 'incident:a', expectedVersion: 3, events: [sampleEvent('sample.noted', {})] }]))).ok).toBe(true);
  });

  it('finds views by equality, by any of a list, by prefix of the id, newest first', async () => {
    const { memory } = harness();
    for (const id of ['stock/1', 'stock/2', 'team/1']) await memory.append(opened(`record:${id}`, id === 'stock/2' ? '围油栏' : '其他'));
    await memory.append(request([{ stream: 'record:stock/1', expectedVersion: 1, events: [sampleEvent('sample.closed', {})] }]));
    const ids = async (query: object): Promise<string[]> => (await memory.list({ realm: 'real', kind: 'record', ...query })).map((view) => view.id);
    expect(await ids({})).toEqual(['stock/2', 'team/1', 'stock/1']);
    expect(await ids({ newestFirst: true, limitCount: 2 })).toEqual(['stock/1', 'team/1']);
    expect(await ids({ idPrefix: 'stock/' })).toEqual(['stock/2', 'stock/1']);
    expect(await ids({ where: { title: '围油栏' } })).toEqual(['stock/2']);
    expect(await ids({ where: { state: ['closed', 'never'], openCount: 2, urgent: false } })).toEqual(['stock/1']);
    expect(await ids({ where: { state: [] } })).toEqual([]);
    expect(await ids({ where: { title: '没有\u0000' } })).toEqual([]);
  });

  it('rebuild folds the log again to equal views', async () => {
    const { memory } = harness();
    for (let i = 0; i < 12; i++) await memory.append(opened(`incident:${i}`, `第${i}起`));
    for (let i = 0; i < 12; i += 3) await memory.append(request([{ stream: `incident:${i}`, expectedVersion: 1, events: [sampleEvent(i === 0 ? 'sample.erased' : 'sample.closed', {})] }]));
    const before = await memory.list({ realm: 'real', kind: 'incident' });
    expect(await memory.rebuild()).toEqual({ eventCount: 16, viewCount: 11, holdingCount: 0 });
    expect(await memory.list({ realm: 'real', kind: 'incident' })).toEqual(before);
  });
}

/** Of the two real events above; computed once by the fake and by PostgreSQL alike. */
const EXPECTED_HEAD = 'c31766a7d8d7018ea36b51932d85384d2120db4685c6df94a6d6624e6c12bb58';
