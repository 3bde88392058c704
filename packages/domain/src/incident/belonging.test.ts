import { describe, expect, it } from 'vitest';
import { alertFold } from '../alert/index.ts';
import { createTestMemory } from '../log/memory-for-tests.ts';
import { reportFold } from '../signal/index.ts';
import { handleHandOver, incidentFold } from './index.ts';
import { duty, enterprise, worldOn } from './incident-for-tests.ts';

const createWorld = () => worldOn(createTestMemory([alertFold, reportFold, incidentFold]));

describe('whom an incident belongs to', () => {
  it('S-001: to the organisation that opened it, with the county of its place (S-321), until it is handed over with a reason', async () => {
    const { deps, open, find } = createWorld();
    const id = await open();
    expect((await find(id)).body).toMatchObject({
      owner: { organisationId: 'org-command', titles: { zh: '市应急管理局' } }, county: { divisionCode: '330902', basis: 'nearest-shore' },
    });
    expect(await handleHandOver(deps, { incidentId: id, organisationId: 'org-2', reason: '属地处置' }, duty(90))).toMatchObject({ ok: true });
    expect((await find(id)).body.owner).toEqual({ organisationId: 'org-2', titles: { zh: '定海区人民政府', en: 'Dinghai District Government' } });
  });

  it('is not handed over without a reason, to nobody on record, to its owner, or by those who may not', async () => {
    const { deps, open, find } = createWorld();
    const id = await open();
    const over = async (organisationId: string, reason: string, context = duty(90)) => {
      const done = await handleHandOver(deps, { incidentId: id, organisationId, reason }, context);
      return done.ok ? 'done' : done.refusal.code;
    };
    expect(await over('org-2', ' ')).toBe('INCIDENT_TEXT_MISSING');
    expect(await over('org-9', '属地处置')).toBe('INCIDENT_OWNER_UNKNOWN');
    expect(await over('org-command', '属地处置')).toBe('INCIDENT_OWNER_SAME');
    expect(await over('org-2', '属地处置', enterprise(90))).toBe('ACCESS_DENIED');
    expect((await find(id)).body.owner?.organisationId).toBe('org-command');
  });
});
