import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '../log/index.ts';
import { COMMANDS, commandFromText, GRANTEES, mayDo, renderRoleMatrix, scopeOf } from './index.ts';
import type { Command } from './index.ts';

const person = (organisationId: string, ...roles: Role[]): Actor => ({ kind: 'person', id: 'p-1', name: '张三', roles, organisationId });
const allowed = (actor: Actor, command: Command, organisationId?: string) =>
  mayDo(actor, command, organisationId === undefined ? {} : { organisationId }).ok;

describe('access', () => {
  it('S-451: the role matrix is exactly this table', () => {
    const matrix = renderRoleMatrix();
    console.log(matrix);
    expect(matrix).toMatchInlineSnapshot(`
      "                         duty commander dispatcher responder enterprise reserve industry admin system device public
      queue.read               ●    ●         ●          ·         ·          ·       ·        ●     ·      ·      ·
      signal.read              ●    ●         ●          ●         ●          ●       ●        ●     ●      ·      ·
      signal.write             ●    ·         ·          ·         ·          ·       ·        ●     ●      ●      ·
      report.submit            ●    ●         ●          ●         ●          ●       ●        ●     ●      ●      ●
      report.read              ●    ●         ●          ·         ·          ·       ·        ●     ●      ·      ·
      report.acknowledge       ●    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      report.dismiss           ●    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      artefact.read            ●    ●         ●          ●         ○          ●       ·        ●     ●      ·      ·
      alert.read               ●    ●         ●          ●         ·          ●       ·        ●     ●      ·      ·
      alert.raise              ·    ·         ·          ·         ·          ·       ·        ·     ●      ·      ·
      alert.escalate           ·    ·         ·          ·         ·          ·       ·        ·     ●      ·      ·
      alert.acknowledge        ●    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      alert.dismiss            ●    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      incident.read            ●    ●         ●          ●         ○          ●       ·        ●     ●      ·      ·
      incident.open            ●    ●         ·          ·         ·          ·       ·        ●     ●      ·      ·
      incident.link            ●    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      incident.hand-over       ●    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      incident.verify          ●    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      incident.dismiss         ●    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      incident.record-fact     ●    ●         ●          ●         ·          ·       ·        ●     ·      ·      ·
      incident.note            ●    ●         ●          ●         ·          ·       ·        ●     ·      ·      ·
      incident.answer-clock    ●    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      incident.watch-clocks    ·    ·         ·          ·         ·          ·       ·        ·     ●      ·      ·
      incident.decide-level    ·    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      incident.contain         ●    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      incident.terminate       ·    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      incident.reactivate      ·    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      incident.close           ●    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      incident.close-override  ·    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      forecast.read            ●    ●         ●          ●         ·          ●       ·        ●     ●      ·      ·
      forecast.request         ●    ●         ●          ·         ·          ·       ·        ●     ●      ·      ·
      forecast.complete        ·    ·         ·          ·         ·          ·       ·        ·     ●      ·      ·
      forcing.write            ●    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      plan.read                ●    ●         ●          ●         ·          ●       ·        ●     ●      ·      ·
      plan.draw                ●    ●         ●          ·         ·          ·       ·        ●     ●      ·      ·
      plan.choose              ●    ●         ●          ·         ·          ·       ·        ●     ·      ·      ·
      order.read               ●    ●         ●          ○         ○          ●       ·        ●     ●      ·      ·
      order.issue              ●    ●         ●          ·         ·          ·       ·        ●     ·      ·      ·
      order.move               ●    ●         ●          ○         ○          ○       ·        ●     ·      ·      ·
      order.cancel             ●    ●         ●          ·         ·          ·       ·        ●     ·      ·      ·
      force.read               ●    ●         ●          ●         ●          ●       ●        ●     ●      ·      ·
      force.check-in           ●    ●         ●          ○         ○          ○       ·        ●     ●      ·      ·
      force.plan               ●    ●         ●          ●         ·          ●       ·        ●     ●      ·      ·
      review.read              ●    ●         ●          ●         ·          ●       ·        ●     ●      ·      ·
      review.open              ●    ●         ·          ·         ·          ·       ·        ●     ●      ·      ·
      review.write             ●    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      review.close             ●    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      notice.send              ●    ●         ·          ·         ·          ·       ·        ●     ·      ·      ·
      notice.read              ●    ●         ●          ○         ○          ●       ●        ●     ●      ·      ·
      notice.acknowledge       ●    ●         ○          ○         ○          ○       ○        ●     ·      ·      ·
      register.read            ●    ●         ●          ●         ●          ●       ●        ●     ●      ·      ·
      register.write           ●    ●         ●          ○         ○          ●       ●        ●     ●      ·      ·
      register.verify          ●    ●         ●          ·         ·          ●       ●        ·     ·      ·      ·
      document.upload          ●    ●         ●          ○         ○          ●       ●        ●     ●      ·      ·
      document.read            ●    ●         ●          ●         ○          ●       ●        ●     ●      ·      ·
      stock.move               ·    ·         ·          ·         ○          ●       ·        ●     ·      ·      ·
      stock.approve            ·    ·         ·          ·         ·          ●       ·        ●     ·      ·      ·
      stock.hold               ●    ●         ●          ·         ○          ●       ·        ●     ·      ·      ·
      stock.expire             ·    ·         ·          ·         ·          ·       ·        ·     ●      ·      ·
      agreement.call           ●    ●         ●          ·         ·          ●       ·        ●     ·      ·      ·
      warehouse.read           ●    ●         ●          ●         ○          ●       ●        ●     ●      ·      ·
      agreement.audit          ·    ·         ·          ·         ·          ●       ·        ●     ·      ·      ·
      stress.read              ●    ●         ●          ·         ·          ●       ●        ●     ●      ·      ·
      stress.run               ●    ●         ●          ·         ·          ●       ·        ●     ·      ·      ·
      stress.complete          ·    ·         ·          ·         ·          ·       ·        ·     ●      ·      ·
      reserve.read             ●    ●         ●          ·         ·          ●       ●        ●     ·      ·      ·
      catalogue.read           ●    ●         ●          ●         ●          ●       ●        ●     ●      ·      ·
      catalogue.publish        ·    ·         ·          ·         ·          ·       ●        ●     ·      ·      ·
      indicator.read           ●    ●         ·          ·         ·          ●       ●        ●     ●      ·      ·
      log.read                 ·    ●         ·          ·         ·          ·       ·        ●     ●      ·      ·
      account.read             ·    ·         ·          ·         ·          ·       ·        ●     ·      ·      ·
      account.create           ·    ·         ·          ·         ·          ·       ·        ●     ●      ·      ·
      account.reset-password   ·    ·         ·          ·         ·          ·       ·        ●     ●      ·      ·
      account.revoke           ·    ·         ·          ·         ·          ·       ·        ●     ●      ·      ·
      device.read              ·    ·         ·          ·         ·          ·       ·        ●     ·      ·      ·
      device.create            ·    ·         ·          ·         ·          ·       ·        ●     ●      ·      ·
      device.revoke            ·    ·         ·          ·         ·          ·       ·        ●     ●      ·      ·"
    `);
  });

  it('S-327: only a commander or an administrator decides a level, terminates, reopens or overrides a close', () => {
    for (const command of ['incident.decide-level', 'incident.terminate', 'incident.reactivate', 'incident.close-override'] as const) {
      const may = GRANTEES.filter((grantee) => grantee in COMMANDS[command]);
      expect(may).toEqual(['commander', 'admin']);
    }
  });

  it('S-451: an enterprise reaches its own orders and records and nobody else’s', () => {
    const actor = person('org-aoshan', 'enterprise');
    expect(allowed(actor, 'order.read', 'org-aoshan')).toBe(true);
    expect(allowed(actor, 'order.read', 'org-other')).toBe(false);
    expect(allowed(actor, 'order.read')).toBe(false);
    expect(allowed(actor, 'queue.read', 'org-aoshan')).toBe(false);
    expect(scopeOf(actor, 'order.read')).toBe('own');
  });

  it('an empty organisation owns nothing', () => {
    expect(mayDo(person('', 'enterprise'), 'order.read', { organisationId: '' }).ok).toBe(false);
  });

  it('several roles give the widest of their scopes', () => {
    const actor = person('org-a', 'responder', 'dispatcher');
    expect(scopeOf(actor, 'order.move')).toBe('all');
    expect(allowed(actor, 'order.move', 'org-b')).toBe(true);
  });

  it('a person cannot borrow the rights of the system, nor a device those of a role', () => {
    expect(allowed(person('org-a', 'admin'), 'alert.escalate')).toBe(false);
    const device: Actor = { kind: 'device', id: 'd', name: 'd', roles: ['admin'], organisationId: 'org-a' };
    expect(allowed(device, 'account.read')).toBe(false);
    expect(allowed(device, 'signal.write')).toBe(true);
  });

  it('a refusal names the command and the caller', () => {
    expect(mayDo(person('org-a', 'industry'), 'order.issue')).toEqual({
      ok: false, refusal: { code: 'ACCESS_DENIED', params: { command: 'order.issue', actorName: '张三' } },
    });
    expect(commandFromText('constructor')).toMatchObject({ ok: false, refusal: { code: 'ACCESS_COMMAND_UNKNOWN' } });
    expect(commandFromText('queue.read')).toEqual({ ok: true, value: 'queue.read' });
  });
});
