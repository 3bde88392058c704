// Heads kept outside the log, on a real file: what they show, and what a crash or an intruder does to them.
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FakeMemory } from '@anlan/testkit';
import { createFakeMemory, SAMPLE_AT, sampleEvent, sampleFolds } from '@anlan/testkit';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { auditLog } from './audit-log.ts';
import { checkpointPath, readCheckpoints, startCheckpoints } from './checkpoints.ts';

let dataDir: string;
let memory: FakeMemory;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'anlan-heads-'));
  memory = createFakeMemory(sampleFolds);
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const open = (id: string) => memory.append({ realm: 'real', recordedAt: SAMPLE_AT, appends: [{ stream: `incident:${id}`, expectedVersion: 0, events: [sampleEvent('sample.opened', { title: id })] }] });
const failures: unknown[] = [];
const start = () => startCheckpoints({ dataDir, log: memory, now: () => SAMPLE_AT, note: (error) => failures.push(error) });
const codes = async (...heads: string[]) => (await auditLog(memory, readCheckpoints(checkpointPath(dataDir)), heads)).findings.map(({ code }) => code);

describe('heads kept outside the log', () => {
  it('are written at the start, when they have moved, and at the stop; the same head is written once', async () => {
    await open('a');
    const kept = await start();
    await kept.keep();
    await open('b');
    await kept.keep();
    await open('c');
    await kept.stop();
    expect(readCheckpoints(checkpointPath(dataDir)).checkpoints.map((one) => [one.eventCount, one.positionIndex])).toEqual([[1, 1], [2, 2], [3, 3]]);
    expect(await codes()).toEqual([]);
    expect(failures).toEqual([]);
  });

  it('show a cut tail, also after a start has written the shorter head, and after the log has grown again', async () => {
    for (const id of ['a', 'b', 'c']) await open(id);
    await (await start()).stop();
    memory.tamperLog((events) => events.slice(0, 1));
    expect(await codes()).toEqual(['LOG_TAIL_CUT']);
    await (await start()).stop();
    expect(await codes()).toEqual(['LOG_TAIL_CUT']);
    for (const id of ['d', 'e', 'f']) await open(id);
    expect(await codes()).toEqual(['LOG_REWRITTEN']);
  });

  it('a realm that vanished whole is asked for by its head', async () => {
    await open('a');
    await (await start()).stop();
    memory.tamperLog(() => []);
    expect(await codes()).toEqual(['LOG_TAIL_CUT']);
  });

  it('a head brought from outside must be in the log, in whatever realm', async () => {
    await open('a');
    const { hash } = await memory.head('real');
    await open('b');
    expect(await codes(hash.toUpperCase())).toEqual([]);
    expect(await codes('f'.repeat(64))).toEqual(['LOG_HEAD_NOT_FOUND']);
  });

  it('a line cut by a crash is no finding and takes no other with it; a changed line is one', async () => {
    await open('a');
    await (await start()).stop();
    const path = checkpointPath(dataDir);
    appendFileSync(path, '{"realm":"re');
    expect(await codes()).toEqual([]);
    await open('b');
    await (await start()).stop();
    expect(readCheckpoints(path)).toMatchObject({ unreadableLines: [2], checkpoints: [{ eventCount: 1 }, { eventCount: 2 }] });
    writeFileSync(path, readFileSync(path, 'utf8').replace('{"realm":"re\n', ''));
    expect(await codes()).toEqual([]);
  });
});
