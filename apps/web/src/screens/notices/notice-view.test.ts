import { describe, expect, it } from 'vitest';
import type { NoticeReceipt, RegisterRecord } from '@anlan/contracts';
import { contactsByUnit, orderUnits, splitReceipts } from './notice-view.ts';

const receipt = (organisationId: string, at: string | null): NoticeReceipt => ({
  organisationId, titles: { zh: organisationId, en: organisationId },
  acknowledged: at === null ? null : { at, recordedAt: at, by: 'x', byOrganisationId: organisationId, channel: 'system', spokenTo: null, note: '' },
});
const record = (registerId: string, id: string, values: Record<string, unknown>): RegisterRecord => ({
  registerId, id, values, state: null, title: { zh: id, en: id }, position: null, mayEdit: false, archived: false, archivedReason: null, updatedAt: '', updatedBy: '', streamVersion: 1, holding: null, verification: null, mayVerify: false,
});

describe('receipts on the screen', () => {
  it('S-001: units that have not acknowledged stand first, in the order of the notice; then the last answer first', () => {
    const split = splitReceipts({ receipts: [receipt('a', '2026-11-24T01:00:00Z'), receipt('b', null), receipt('c', '2026-11-24T02:00:00Z'), receipt('d', null)] });
    expect(split.open.map(({ organisationId }) => organisationId)).toEqual(['b', 'd']);
    expect(split.answered.map(({ organisationId }) => organisationId)).toEqual(['c', 'a']);
  });

  it('S-001: units stand in the order in which the opinions name their addressees', () => {
    const units = [['org-a', 'enterprise'], ['org-b', 'department'], ['org-c', 'function-zone'], ['org-d', 'county'], ['org-e', 'district']].map(([id, kindCode]) => record('organisations', id ?? '', { kindCode }));
    expect(orderUnits(units).map(({ id }) => id)).toEqual(['org-e', 'org-d', 'org-c', 'org-b', 'org-a']);
  });

  it('S-001: whom to call is the telephone of the unit, then its contacts; one without a number is left out', () => {
    const found = contactsByUnit(
      [record('organisations', 'org-a', { phone: '0580-1' }), record('organisations', 'org-b', {})],
      [record('contacts', 'con-a', { organisationId: 'org-a', personName: '何浦', phone: '0580-2' }), record('contacts', 'con-b', { organisationId: 'org-b' })],
    );
    expect(found.get('org-a')?.map(({ phone }) => phone)).toEqual(['0580-1', '0580-2']);
    expect(found.get('org-b')).toBeUndefined();
  });
});
