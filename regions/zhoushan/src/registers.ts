// Seed records of the pack, one file a register, in the shape that the register engine seeds from.
// Beside `values` a file states for every record whether it is invented, its source and confidence;
// firms, people, figures and telephone numbers are fictional, sites are real only as places.

import type { SeedRecord, SeedRegister } from '@anlan/domain';
import { readJson } from './files.ts';

export interface PackRecord extends SeedRecord {
  /** True where the record is invented for demonstration. */
  readonly demonstration: boolean;
  readonly source: string;
  readonly confidence: 'verified' | 'likely' | 'unsure' | 'demonstration';
}

/** In the order in which relations find their targets. */
export const SEEDED_REGISTER_IDS = [
  'organisations', 'contacts', 'enterprises', 'facilities', 'sensors', 'tanks', 'sensitive-sites', 'alert-rules', 'item-kinds',
  'storage-bins', 'stock-lots', 'social-agreements', 'capacity-contracts', 'teams', 'vessels', 'vehicles', 'aircraft', 'hospitals', 'shelters', 'generators',
  'power-loads', 'islands', 'landing-sites', 'force-packages', 'kits', 'stock-policies', 'products', 'indicators',
] as const;
export type SeededRegisterId = (typeof SEEDED_REGISTER_IDS)[number];

/** A word that the people of a unit would have given; invented, for the demonstration only. */
export interface PackCheckIn {
  readonly registerId: string;
  readonly id: string;
  readonly readinessCode: 'available' | 'limited' | 'unavailable';
  readonly note: string;
  /** From the first start of the demonstration; then it lapses as any other. */
  readonly validHours: number;
  readonly peopleOnDutyCount: number | null;
  readonly freeBeds?: readonly { readonly specialityCode: string; readonly freeCount: number }[];
  readonly takenPlaceCount?: number;
}

export function loadCheckIns(): readonly PackCheckIn[] {
  return readJson<{ checkIns: readonly PackCheckIn[] }>('check-ins.json').checkIns;
}

export type PackRegisters = Readonly<Record<SeededRegisterId, readonly PackRecord[]>>;

export function loadRegisters(): PackRegisters {
  const entries = SEEDED_REGISTER_IDS.map((id) => [id, readJson<{ records: readonly PackRecord[] }>(`registers/${id}.json`).records] as const);
  return Object.fromEntries(entries) as unknown as PackRegisters;
}

/** What `handleSeedRecords` takes: everything, as demonstration mode wants it. */
export function seedRegisters(registers: PackRegisters): readonly SeedRegister[] {
  return SEEDED_REGISTER_IDS.map((registerId) => ({ registerId, records: registers[registerId].map(seedOf) }));
}

/** The facts alone: no record that is invented, and no relation of a fact to one. */
export function seedFacts(registers: PackRegisters): readonly SeedRegister[] {
  const invented = new Set(SEEDED_REGISTER_IDS.flatMap((registerId) => registers[registerId].filter(({ demonstration }) => demonstration).map(({ id }) => id)));
  const withoutInvented = (values: SeedRecord['values']): SeedRecord['values'] => Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value !== 'string' || !invented.has(value)));
  return SEEDED_REGISTER_IDS.map((registerId) => ({
    registerId,
    records: registers[registerId].filter(({ demonstration }) => !demonstration).map((record) => seedOf({ ...record, values: withoutInvented(record.values) })),
  }));
}

function seedOf({ id, values, state }: SeedRecord): SeedRecord {
  return state === undefined ? { id, values } : { id, values, state };
}
