import { describe, expect, it } from 'vitest';
import { drillDatabaseName, isKeptDrill, sweepDrills } from './leftovers.ts';

describe('databases of drills', () => {
  it('what a dead play left is dropped; a living play, a kept drill, a connected and a foreign database stay', async () => {
    const names = ['anlan', 'postgres', 'play_x', drillDatabaseName('D1', true, 11), drillDatabaseName('D1', false, 11), drillDatabaseName('D1', false, 12), drillDatabaseName('D1', false, 13), 'play_d1_0123abcd'];
    const dropped: string[] = [];
    const server = {
      connectionString: () => '', createDatabase: async () => true, listDatabases: async () => names,
      countSessions: async (name: string) => (name.includes('_p13_') ? 1 : 0),
      dropDatabase: async (name: string) => dropped.push(name) > 0,
    };
    expect(await sweepDrills(server, (pid) => pid === 12)).toEqual([names[4], 'play_d1_0123abcd']);
    expect(dropped).toEqual([names[4], 'play_d1_0123abcd']);
    expect(names.filter(isKeptDrill)).toEqual([names[3]]);
  });
});
