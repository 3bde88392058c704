import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '../log/index.ts';
import { seesIncident } from './index.ts';

const person = (organisationId: string, ...roles: Role[]): Actor => ({ kind: 'person', id: 'p-1', name: '张三', roles, organisationId });
const parties = (ownerOrganisationId: string | null, ...orderOrganisationIds: string[]) => ({ ownerOrganisationId, orderOrganisationIds: new Set(orderOrganisationIds) });

describe('who reads an incident', () => {
  it('S-451: an enterprise reads what was handed over to it and nothing else', () => {
    const reader = { actor: person('org-port', 'enterprise'), ofFirm: true };
    expect(seesIncident(reader, parties('org-port'))).toBe(true);
    for (const other of [parties('org-command'), parties(null), parties('org-command', 'org-port')]) expect(seesIncident(reader, other)).toBe(false);
    expect(seesIncident({ actor: person('', 'enterprise'), ofFirm: true }, parties(''))).toBe(false);
  });

  it('S-451: a responder of a firm reads where the firm is the owner or has orders, one of a public service reads all', () => {
    const reader = { actor: person('org-tug', 'responder'), ofFirm: true };
    expect(seesIncident(reader, parties('org-command'))).toBe(false);
    expect(seesIncident(reader, parties('org-command', 'org-port'))).toBe(false);
    expect(seesIncident(reader, parties('org-command', 'org-port', 'org-tug'))).toBe(true);
    expect(seesIncident(reader, parties('org-tug'))).toBe(true);
    expect(seesIncident({ actor: person('org-fire', 'responder'), ofFirm: false }, parties('org-command'))).toBe(true);
  });

  it('another role that reads all is not narrowed by also being a responder; who has no line reads none', () => {
    expect(seesIncident({ actor: person('org-tug', 'responder', 'dispatcher'), ofFirm: true }, parties('org-command'))).toBe(true);
    expect(seesIncident({ actor: person('org-tug', 'responder', 'enterprise'), ofFirm: true }, parties('org-command', 'org-tug'))).toBe(true);
    expect(seesIncident({ actor: person('org-a', 'industry'), ofFirm: false }, parties('org-a'))).toBe(false);
    expect(seesIncident({ actor: { ...person(''), kind: 'system' }, ofFirm: true }, parties(null))).toBe(true);
  });
});
