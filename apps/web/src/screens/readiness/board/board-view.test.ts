import { describe, expect, it } from 'vitest';
import type { ForceUnit } from '@anlan/contracts';
import { unitKey, unitsShown } from './board-view.ts';

const unit = (id: string, part: Partial<ForceUnit> = {}): ForceUnit => ({
  registerId: 'teams', id, titles: { zh: `队伍${id}`, en: `Team ${id}` }, kindCode: 'spill', kindTitles: { zh: '清污', en: 'Spill' }, organisationId: 'o', organisationTitles: { zh: '海事', en: 'MSA' }, position: [122, 30],
  facilityId: null, facilityTitles: null, state: 'available', reasons: [], checkedInAt: null, checkedInBy: null, readyUntilAt: null, note: null, peopleOnDutyCount: null, crewCount: null, dutySinceAt: null, restHours: null,
  classCode: null, grade: null, ais: null, turnOut: null, freeBeds: null, freePlaceCount: null, mayCheckIn: false, ...part,
});
const all = [unit('c', { state: 'unknown' }), unit('b', { state: 'limited', registerId: 'vessels', kindCode: 'tug' }), unit('a')];
const ids = (units: readonly ForceUnit[]) => units.map(unitKey);

describe('the readiness board', () => {
  it('S-366: what can go stands first, what is unknown never among it', () => {
    expect(ids(unitsShown(all, { state: null, kind: '', text: '' }))).toEqual(['teams/a', 'vessels/b', 'teams/c']);
    expect(ids(unitsShown(all, { state: 'available', kind: '', text: '' }))).toEqual(['teams/a']);
  });

  it('is narrowed by kind and by words in either language', () => {
    expect(ids(unitsShown(all, { state: null, kind: 'vessels/tug', text: '' }))).toEqual(['vessels/b']);
    expect(ids(unitsShown(all, { state: null, kind: '', text: 'TEAM c' }))).toEqual(['teams/c']);
    expect(ids(unitsShown(all, { state: null, kind: '', text: '海事' }))).toHaveLength(3);
  });
});
