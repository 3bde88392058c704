// Every vector of conformance/osm_valid.txt is taken and says what it should; every one of
// osm_invalid.txt is refused with its code.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoadExtract } from './index.ts';
import { readRoadExtract } from './index.ts';

describe.each(groupsOf('osm_valid.txt'))('valid: %s', (_group, vectors) => {
  it.each(vectors)('%s %#', (format, file, expected) => {
    const read = readRoadExtract(bytesOf(format, file), `extract.${format}`);
    expect(read.ok ? comparable(read.value) : read.refusal).toEqual(JSON.parse(expected));
  });
});

describe.each(groupsOf('osm_invalid.txt'))('invalid: %s', (_group, vectors) => {
  it.each(vectors)('%s %#', (format, file, code) => {
    expect(readRoadExtract(bytesOf(format, file), `extract.${format}`)).toMatchObject({ ok: false, refusal: { code } });
  });
});

describe('hostile extracts', () => {
  const pbf = groupsOf('osm_valid.txt').flatMap(([, vectors]) => vectors).find(([format]) => format === 'pbf')!;

  it('a PBF with any byte changed or cut off is refused or read, never thrown', () => {
    const bytes = bytesOf('pbf', pbf[1]);
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 0, max: 255 }), fc.boolean(), (at, value, cut) => {
        const broken = cut ? bytes.slice(0, at) : bytes.with(at, value);
        expect(typeof readRoadExtract(broken, 'x.osm.pbf').ok).toBe('boolean');
      }),
      { numRuns: 400, seed: 20261124 },
    );
  });

  it('any text as XML or GeoJSON is refused or read, never thrown', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom('x.osm', 'x.geojson'), (text, name) => {
        expect(readRoadExtract(new TextEncoder().encode(text), name).ok).toBe(false);
      }),
      { numRuns: 200, seed: 20261124 },
    );
  });
});

function bytesOf(format: string, file: string): Uint8Array {
  return format === 'pbf' ? new Uint8Array(Buffer.from(file, 'base64')) : new TextEncoder().encode(file);
}

function comparable({ network, ferryRoutes, junk }: RoadExtract): unknown {
  const links = network.links.map(({ name, classCode, speedMps, oneWay, massKgMax, heightMMax, bridgeId, hazmatForbidden, lengthM }) => {
    const said = { name, classCode, speedMps: round3(speedMps), oneWay, massKgMax, heightMMax: round3(heightMMax), bridgeId, hazmatForbidden, lengthM: Math.round(lengthM) };
    return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
  });
  return { nodeCount: network.nodes.length, links, ferryRoutes: ferryRoutes.map(({ name }) => name), junk };
}

function round3(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 1000) / 1000;
}

/** Groups of [format, file, expected]; an empty group is a mistake in the file. */
function groupsOf(name: string): [string, [string, string, string][]][] {
  const groups: [string, [string, string, string][]][] = [];
  for (const line of readFileSync(new URL(`../../../../conformance/${name}`, import.meta.url), 'utf8').split('\n')) {
    const group = /^# group: (.+)$/.exec(line)?.[1];
    if (group !== undefined) groups.push([group, []]);
    if (line === '' || line.startsWith('#')) continue;
    const [format, file, expected] = line.split('\t');
    if (format === undefined || file === undefined || expected === undefined) throw new Error(`${name}: two tabs in ${line.slice(0, 60)}`);
    groups.at(-1)?.[1].push([format, file, expected]);
  }
  for (const [group, vectors] of groups) if (vectors.length === 0) throw new Error(`${name}: group ${group} is empty`);
  if (groups.length === 0) throw new Error(`${name}: no groups`);
  return groups;
}
