// Every vector of conformance/ais_valid.txt is taken and says what it should; every one of
// ais_invalid.txt is refused with its code. Values from /conformance are for any decoder.
import type { VesselState } from '@anlan/domain';
import { instant, isoFromInstant } from '@anlan/kernel';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createAisDecoder } from './decode-stream.ts';

const RECEIVED_AT = instant('2026-11-23T10:00:00.000Z');

describe.each(groupsOf('ais_valid.txt'))('valid: %s', (_group, vectors) => {
  it.each(vectors)('%s', (sentences, expected) => {
    const decoder = createAisDecoder({ sourceId: 'conformance' });
    const states = sentences.split(/ (?=[!\\])/).flatMap((line) => decoder.pushLine(line, RECEIVED_AT));
    expect(decoder.counts().refusedCounts).toEqual({});
    expect(comparable(states.at(-1))).toEqual(JSON.parse(expected));
  });
});

describe.each(groupsOf('ais_invalid.txt'))('invalid: %s', (_group, vectors) => {
  it.each(vectors)('%s', (sentences, code) => {
    const decoder = createAisDecoder({ sourceId: 'conformance' });
    const states = decoder.push(new TextEncoder().encode(sentences.split(/ (?=[!\\])/).join('\r\n')), RECEIVED_AT);
    expect([...states, ...decoder.end(RECEIVED_AT)]).toEqual([]);
    expect(decoder.counts()).toMatchObject({ acceptedCount: 0, refusedCounts: { [code]: 1 } });
  });
});

/** Groups of [input, expected]; an empty group is a mistake in the file. */
function groupsOf(name: string): [string, [string, string][]][] {
  const groups: [string, [string, string][]][] = [];
  for (const line of readFileSync(new URL(`../../../../conformance/${name}`, import.meta.url), 'utf8').split('\n')) {
    const group = /^# group: (.+)$/.exec(line)?.[1];
    if (group !== undefined) groups.push([group, []]);
    if (line === '' || line.startsWith('#')) continue;
    const [input, expected] = line.split('\t');
    if (input === undefined || expected === undefined) throw new Error(`${name}: no tab in ${line}`);
    groups.at(-1)?.[1].push([input, expected]);
  }
  for (const [group, vectors] of groups) if (vectors.length === 0) throw new Error(`${name}: group ${group} is empty`);
  if (groups.length === 0) throw new Error(`${name}: no groups`);
  return groups;
}

/** What the vectors state: rounded, without source and times that no vector gives. */
function comparable(state: VesselState | undefined): unknown {
  if (state === undefined) return undefined;
  const { observedAt, receivedAt: _receivedAt, sourceId: _sourceId, simulated, ...said } = state;
  return {
    ...said,
    ...(said.position === undefined ? {} : { position: said.position.map(round6) }),
    ...(said.speedMps === undefined ? {} : { speedMps: round6(said.speedMps) }),
    ...(simulated ? { simulated, observedAt: isoFromInstant(observedAt) } : {}),
  };
}

function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
