import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { solve } from './commands/routing.ts';
import type { RoutingOptions } from './commands/routing.ts';

const folder = mkdtempSync(join(tmpdir(), 'anlan-routing-'));
afterAll(() => rmSync(folder, { recursive: true }));
const BASE: RoutingOptions = { seed: '1', arcs: 'cut', objective: 'distance', schema: false };

function printed(options: Partial<RoutingOptions>): Record<string, unknown> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  try {
    solve({ ...BASE, ...options });
    return JSON.parse(String(write.mock.calls[0]![0])) as Record<string, unknown>;
  } finally {
    write.mockRestore();
  }
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const SOLOMON = 'T1\n\nVEHICLE\nNUMBER CAPACITY\n 2 10\n\nCUSTOMER\n 0 0 0 0 0 100 0\n 1 3 4 5 0 90 1\n 2 6 8 5 0 90 1\n 3 90 0 5 0 20 1\n';

describe('anlan routing solve', () => {
  it('prints routes, distance, gap and what is in the way of who is left out; the same budget prints the same', () => {
    const solomon = file('t1.txt', SOLOMON);
    const one = printed({ solomon, iterations: '50', best: '20' });
    expect(one).toMatchObject({ name: 'T1', distance: 20, vehicles: 1, checked: true, faults: [], gapPercent: 0, unserved: [{ customer: 3, reasons: [{ code: 'TRIP_WINDOW_BEFORE_ARRIVAL', params: { arrives: 90, closes: 20 } }, { code: 'TRIP_RETURN_TOO_LATE', params: { back: 181, closes: 100 } }] }] });
    expect({ ...printed({ solomon, iterations: '50', best: '20' }), cpuS: 0 }).toEqual({ ...one, cpuS: 0 });
  });

  it('takes a case with real vehicles as its schema says', () => {
    const schema = printed({ schema: true }) as { required: string[] };
    const input = { placeIds: ['a', 'b'], segregated: [], travel: [{ id: 'road', distanceM: [[0, 1000], [1000, 0]], buckets: [{ fromS: 0, durationS: [[0, 100], [100, 0]] }] }],
      vehicles: [{ id: 'v', classId: 'truck', travelId: 'road', startPlaceId: 'a', endPlaceId: 'a', shiftFromS: 0, shiftUntilS: 1000, dutySMax: null, capacity: { massKg: 5 }, skills: [], refusedGroups: [], reloadPlaceIds: [], reloadS: 0, tripCountMax: 1, costPerSValue: 1, costPerMValue: 0, fixedCostValue: 0, pinnedJobIds: [] }],
      jobs: [{ id: 'j', placeId: 'b', pickupPlaceId: null, pickupWindows: [], pickupServiceS: 0, windows: [], serviceS: 60, serviceSByClass: {}, load: { massKg: 5 }, skills: [], group: null, unservedCostValue: 1000, transfer: null }] };
    expect(Object.keys(input).sort()).toEqual([...schema.required].sort());
    expect(printed({ input: file('case.json', JSON.stringify(input)), iterations: '5' })).toMatchObject({ checked: true, costValue: 200, unserved: [], routes: [{ vehicleId: 'v', endS: 260 }] });
  });

  it('refuses what does not fit, by option', () => {
    const solomon = file('t2.txt', SOLOMON);
    const refusals: readonly [Partial<RoutingOptions>, string][] = [[{}, '--solomon | --input'], [{ solomon, seconds: 'x' }, '--seconds'], [{ solomon, seed: '1.5' }, '--seed'], [{ solomon, arcs: 'round' }, '--arcs'], [{ solomon, objective: 'joy' }, '--objective']];
    for (const [options, option] of refusals) expect(() => printed(options)).toThrow(expect.objectContaining({ code: 'CLI_OPTION_INVALID', params: expect.objectContaining({ option }) as unknown }) as Error);
    expect(() => printed({ solomon: file('t3.txt', 'nothing') })).toThrow(expect.objectContaining({ code: 'TRIP_TEXT_WRONG' }) as Error);
    expect(() => printed({ input: file('t4.json', '{') })).toThrow(expect.objectContaining({ code: 'CLI_FILE_UNREADABLE' }) as Error);
    const bare = { placeIds: [], travel: [], vehicles: [{ id: 'v' }], jobs: [], segregated: [] };
    expect(() => printed({ input: file('t6.json', JSON.stringify(bare)) })).toThrow(expect.objectContaining({ code: 'TRIP_INPUT_WRONG', params: { name: 'vehicle v.classId', given: 'undefined' } }) as Error);
    expect(() => printed({ input: file('t5.json', '{}') })).toThrow(expect.objectContaining({ code: 'TRIP_INPUT_WRONG' }) as Error);
  });
});
