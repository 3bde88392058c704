import { describe, expect, it } from 'vitest';
import { readRoutingText } from './solomon.ts';

const TABLE = `T1

VEHICLE
NUMBER     CAPACITY
  3         50

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0         0          0          0       230          0
    1      1         1          7        161       171         10
    2      3         4         13         50        60         10
`;

const SECTIONS = `NAME : T1
TYPE : CVRPTW
DIMENSION : 3
VEHICLES : 3
CAPACITY : 50
SERVICE_TIME : 10
SCALE : 10
EDGE_WEIGHT_TYPE : FLOOR_2D
NODE_COORD_SECTION
1 0 0
2 1 1
3 3 4
DEMAND_SECTION
1 0
2 7
3 13
TIME_WINDOW_SECTION
1 0 230
2 161 171
3 50 60
DEPOT_SECTION
1
-1
EOF
`;

describe('routing files', () => {
  it('reads both layouts to the same case', () => {
    const [table, sections] = [readRoutingText(TABLE, 'cut'), readRoutingText(SECTIONS, 'cut')];
    expect(table).toEqual(sections);
    if (!table.ok) throw new Error(table.refusal.code);
    expect(table.value.instance).toMatchObject({ nodeCount: 3, vehicleCount: 3, capacityValue: 50 });
    expect([...table.value.instance.demand]).toEqual([0, 7, 13]);
  });

  it('cuts arcs after one decimal, as whole tenths, or keeps them in full', () => {
    const [cut, full] = [readRoutingText(TABLE, 'cut'), readRoutingText(TABLE, 'full')];
    if (!cut.ok || !full.ok) throw new Error('not read');
    expect([...cut.value.instance.cost.slice(0, 3)]).toEqual([0, 14, 50]);
    expect(cut.value.scaleValue).toBe(10);
    expect(cut.value.instance.closes[1]).toBe(1710);
    expect(full.value.instance.cost[1]).toBeCloseTo(Math.SQRT2, 12);
  });

  it('refuses what is not such a file, and says where', () => {
    const wrong = [['', 'layout'], ['hello world', 'layout'], [TABLE.replace('3         50', '0         50'), 'VEHICLE'], [TABLE.replace('161       171', '181       171'), 'node 1'], [SECTIONS.replace('DEPOT_SECTION\n1', 'DEPOT_SECTION\n2'), 'DEPOT_SECTION'], [SECTIONS.replace('3 50 60', '4 50 60'), 'node 2']] as const;
    for (const [text, what] of wrong) {
      const read = readRoutingText(text, 'cut');
      expect(read.ok ? 'read' : [read.refusal.code, read.refusal.params['what']]).toEqual(['TRIP_TEXT_WRONG', what]);
    }
  });
});
