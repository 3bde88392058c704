// A small world for the unit tests of plan and dispatch: one depot, two firms, a boat, a team, and
// one supply of each of the three reserves.

import { instant } from '@anlan/kernel';
import type { IdSource } from '@anlan/kernel';
import type { Context, Fold } from '../../log/index.ts';
import { handleSeedRecords, recordFold } from '../../register/index.ts';
import type { SeedRegister } from '../../register/index.ts';
import { createFakeMemory, testContext, testIds } from '../../register/testing/fake-memory.ts';
import type { FakeMemory } from '../../register/testing/fake-memory.ts';
import { registers } from '../../registers.ts';

export const DEPOT = [122.1, 29.95] as const;
export const SCENE = [122.158, 29.943] as const;
const name = (zh: string, en: string) => ({ zh, en });

export const smallWorld: readonly SeedRegister[] = [
  { registerId: 'organisations', records: ['org-a', 'org-b', 'org-firm'].map((id) => ({ id, values: { name: name(id, id), kindCode: 'rescue-service' } })) },
  { registerId: 'enterprises', records: [{ id: 'firm-1', values: { name: name('海安', 'Haian'), creditCode: '91350100M000100Y43', organisationId: 'org-firm', fieldCode: 'rescue' } }] },
  { registerId: 'facilities', records: [{ id: 'depot-1', values: { name: name('岙山库', 'Aoshan depot'), kindCode: 'depot', organisationId: 'org-a', position: DEPOT } }] },
  {
    registerId: 'item-kinds',
    records: [
      { id: 'boom-open', values: { name: name('开阔水域围油栏', 'Open-water boom'), capabilityCode: 'boom-open', unitCode: 'm', massKgPerUnit: 12, handlingDurationS: 1800 } },
      { id: 'skimmer-light', values: { name: name('收油机', 'Skimmer'), capabilityCode: 'skimmer-light', unitCode: 'm3/h', massKgPerUnit: 30, handlingDurationS: 1800 } },
      { id: 'sorbent', values: { name: name('吸油毡', 'Sorbent'), capabilityCode: 'sorbent', unitCode: 'kg', massKgPerUnit: 1, handlingDurationS: 900 } },
    ],
  },
  {
    registerId: 'stock-lots',
    records: [
      lot('lot-boom', 'boom-open', 1000, '2030-01-01T00:00:00Z'),
      lot('lot-skimmer', 'skimmer-light', 60, '2030-01-01T00:00:00Z'),
    ],
  },
  {
    registerId: 'social-agreements',
    records: [{
      id: 'agreement-1',
      values: {
        name: name('围油栏协议', 'Boom agreement'), itemKindId: 'boom-open', enterpriseId: 'firm-1', organisationId: 'org-firm', position: [122.2, 29.95], agreedValue: 600,
        callUpLeadS: 3600, acceptanceRatio: 0.9, validFromAt: '2026-01-01T00:00:00Z', validUntilAt: '2028-01-01T00:00:00Z',
      },
    }],
  },
  {
    registerId: 'capacity-contracts',
    records: [{
      id: 'capacity-1',
      values: {
        name: name('吸油毡产能', 'Sorbent works'), itemKindId: 'sorbent', enterpriseId: 'firm-1', organisationId: 'org-firm', position: [122.2, 29.96], startLeadS: 7200,
        ramp: [{ fromHours: 0, ratePerHourValue: 100 }, { fromHours: 4, ratePerHourValue: 300 }], rawMaterialCapValue: 2000,
        validFromAt: '2026-01-01T00:00:00Z', validUntilAt: '2028-01-01T00:00:00Z',
      },
    }],
  },
  {
    registerId: 'vessels',
    records: [{
      id: 'boat-1',
      values: {
        name: name('海清一号', 'Haiqing 1'), kindCode: 'boom-boat', organisationId: 'org-a', mmsi: '412345678', position: DEPOT, draughtM: 2, airDraughtM: 8, serviceSpeedMps: 6,
        musterDurationS: 900, waveHeightMMax: 2, windSpeedMpsMax: 17, payloadKg: 40_000,
      },
    }],
  },
  {
    registerId: 'teams',
    records: [{ id: 'team-1', values: { name: name('清污队', 'Clean-up team'), kindCode: 'spill-response', organisationId: 'org-b', position: DEPOT, peopleCount: 12, musterDurationS: 1200 } }],
  },
];

/** Folds of streams that a test writes by hand: the first payload is the body, later ones are merged, the id stays. */
export function payloadFold(kind: Fold['kind']): Fold {
  return { kind, apply: (body, event) => (body === undefined ? event.payload : { ...(body as object), ...(event.payload as object), id: (body as { id?: string }).id }) };
}

export interface SmallWorld extends FakeMemory {
  readonly ids: IdSource;
  readonly admin: Context;
}

/** The memory with the world in it; `folds` besides those of records. */
export async function createSmallWorld(folds: readonly Fold[]): Promise<SmallWorld> {
  const memory = createFakeMemory([recordFold, ...folds]);
  const ids = testIds();
  const admin = { ...testContext(['admin']), now: instant('2026-11-01T00:00:00Z') };
  const seeded = await handleSeedRecords({ ...memory, ids, registers }, smallWorld, admin);
  if (!seeded.ok) throw new Error(JSON.stringify(seeded.refusal));
  return { ...memory, ids, admin };
}

function lot(id: string, itemKindId: string, openingValue: number, expiresAt: string) {
  return {
    id,
    values: {
      lotNumber: id, itemKindId, organisationId: 'org-a', facilityId: 'depot-1', position: DEPOT, openingValue, expiresAt,
      inspectionCode: 'passed', inspectedAt: '2026-06-01T00:00:00Z', inspectionValidUntilAt: '2027-06-01T00:00:00Z',
    },
  };
}
