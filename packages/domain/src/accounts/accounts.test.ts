import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { instant, ok } from '@anlan/kernel';
import { createTestMemory } from '../log/memory-for-tests.ts';
import type { Actor, Context } from '../log/index.ts';
import { accountFold, decideNewAccount, decidePassword, handleAddAccount, handleChangeOwnPassword, handleResetPassword, handleRevokeAccount } from './index.ts';
import type { AccountStore, PasswordDeps } from './index.ts';

const now = instant('2026-11-25T04:00:00Z');
const administrator: Actor = { kind: 'person', id: 'account-root', name: '管理员', roles: ['admin'], organisationId: '' };
const officer: Actor = { kind: 'person', id: 'account-duty.one', name: '值班员', roles: ['duty'], organisationId: 'org-a' };
const by = (actor: Actor): Context => ({ realm: 'real', actor, now });
const given = { userName: 'duty.one', displayName: { zh: '值班员', en: 'Duty' }, roles: ['duty'] as const, organisationId: 'org-a', demonstration: false };

function create() {
  const memory = createTestMemory([accountFold, { kind: 'record', apply: (_body, event) => event.payload }]);
  const hashes = new Map<string, string>();
  const sessions = new Map<string, string>();
  const accounts = {
    setPasswordHash: (id: string, hash: string) => Promise.resolve(void hashes.set(id, hash)),
    findPasswordHash: (id: string) => Promise.resolve(hashes.get(id)),
    removeSessionsOf(id: string, except?: string) {
      const gone = [...sessions].filter(([token, accountId]) => accountId === id && token !== except);
      gone.forEach(([token]) => sessions.delete(token));
      return Promise.resolve(gone.length);
    },
  } as unknown as AccountStore;
  const deps: PasswordDeps = { ...memory, accounts, hashPassword: (password) => Promise.resolve(`#${password}`), verifyPassword: (hash, password) => Promise.resolve(hash === `#${password}`) };
  const organisation = memory.log.append({ realm: 'real', recordedAt: now, appends: [{ stream: 'record:organisations/org-a', expectedVersion: 0, events: [{ type: 'record.created', payload: {}, happenedAt: now, actor: administrator, basis: [] }] }] });
  return { deps, hashes, sessions, events: memory.events, organisation };
}

describe('a new account', () => {
  it('S-451: only an administrator or the system makes one, and only once under a name, however many ask at once', async () => {
    const { deps, hashes, organisation } = create();
    await organisation;
    const denied = await handleAddAccount(deps, { ...given, password: 'long enough, twelve' }, by(officer));
    expect(denied).toMatchObject({ ok: false, refusal: { code: 'ACCESS_DENIED' } });
    const made = await Promise.all(['one', 'two', 'three'].map((word) => handleAddAccount(deps, { ...given, password: `long enough ${word}` }, by(administrator))));
    expect(made.map((result) => (result.ok ? 'made' : result.refusal.code)).sort()).toEqual(['ACCOUNT_NAME_TAKEN', 'ACCOUNT_NAME_TAKEN', 'made']);
    const winner = ['one', 'two', 'three'][made.findIndex((result) => result.ok)];
    expect(hashes.get('account-duty.one')).toBe(`#long enough ${winner ?? ''}`);
  });

  it.each([
    [{ userName: 'Duty' }, 'ACCOUNT_NAME_UNREADABLE'], [{ userName: 'a' }, 'ACCOUNT_NAME_UNREADABLE'], [{ userName: 'a:b' }, 'ACCOUNT_NAME_UNREADABLE'],
    [{ displayName: { zh: ' ', en: 'x' } }, 'ACCOUNT_DISPLAY_NAME_MISSING'], [{ roles: [] }, 'ACCOUNT_ROLE_MISSING'],
    [{ organisationId: '' }, 'ACCOUNT_ORGANISATION_UNKNOWN'], [{ organisationId: '', roles: ['admin', 'duty'] as const }, 'ACCOUNT_ORGANISATION_UNKNOWN'],
  ])('%j is refused as %s', (change, code) => {
    expect(decideNewAccount({ ...given, ...change }, !('organisationId' in change))).toMatchObject({ ok: false, refusal: { code } });
  });

  it('a display name has no character that turns or hides it; one of nothing else is missing', () => {
    const displayName = { zh: ' 王\u202e海\u0007\u200b ', en: 'Wang\n\u2066Hai\u2069\u{e0041}' };
    expect(decideNewAccount({ ...given, displayName }, true)).toMatchObject({ ok: true, value: { displayName: { zh: '王海', en: 'Wang Hai' } } });
    expect(decideNewAccount({ ...given, displayName: { zh: '\u202e\u200b', en: 'x' } }, true)).toMatchObject({ ok: false, refusal: { code: 'ACCOUNT_DISPLAY_NAME_MISSING' } });
  });

  it('an administrator alone may be without an organisation', () => {
    expect(decideNewAccount({ ...given, organisationId: '', roles: ['admin'] }, false).ok).toBe(true);
  });

  it('a password of twelve characters or more that is not the name is good, whatever it is made of; no shorter one is', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', minLength: 12, maxLength: 40 }), (password) => { expect(decidePassword('duty', password)).toEqual(ok(true)); }));
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 11 }), (password) => { expect(decidePassword('duty', password).ok).toBe(false); }));
    expect(decidePassword('longer.user.name', ' Longer.User.Name')).toMatchObject({ refusal: { code: 'ACCOUNT_PASSWORD_IS_NAME' } });
  });
});

describe('a password that changes', () => {
  it('by an administrator: every session of the account ends; no event holds the password or its hash', async () => {
    const { deps, hashes, sessions, events, organisation } = create();
    await organisation;
    await handleAddAccount(deps, { ...given, password: 'the first password' }, by(administrator));
    sessions.set('t1', 'account-duty.one').set('t2', 'account-duty.one').set('t3', 'account-root');
    expect(await handleResetPassword(deps, { id: 'account-duty.one', password: 'the second password' }, by(officer))).toMatchObject({ refusal: { code: 'ACCESS_DENIED' } });
    expect(await handleResetPassword(deps, { id: 'account-duty.one', password: 'the second password' }, by(administrator))).toEqual(ok({ id: 'account-duty.one', endedSessionCount: 2 }));
    expect([...sessions.keys()]).toEqual(['t3']);
    expect(hashes.get('account-duty.one')).toBe('#the second password');
    expect(events.at(-1)).toMatchObject({ type: 'account.password-changed', payload: { by: 'administrator' }, actor: { id: 'account-root' } });
    expect(JSON.stringify(events)).not.toContain('password"');
    expect(JSON.stringify(events)).not.toMatch(/the (first|second)/);
  });

  it('by its holder: the old one is proved, the session that asks goes on, and a wrong one changes nothing', async () => {
    const { deps, hashes, sessions, events, organisation } = create();
    await organisation;
    await handleAddAccount(deps, { ...given, password: 'the first password' }, by(administrator));
    sessions.set('t1', 'account-duty.one').set('t2', 'account-duty.one');
    const before = events.length;
    expect(await handleChangeOwnPassword(deps, { currentPassword: 'guess', password: 'the second password', tokenHash: 't1' }, by(officer))).toMatchObject({ refusal: { code: 'ACCOUNT_PASSWORD_WRONG' } });
    expect([events.length, hashes.get('account-duty.one'), sessions.size]).toEqual([before, '#the first password', 2]);
    expect(await handleChangeOwnPassword(deps, { currentPassword: 'the first password', password: 'the second password', tokenHash: 't1' }, by(officer))).toEqual(ok({ endedSessionCount: 1 }));
    expect([...sessions.keys()]).toEqual(['t1']);
  });

  it('a revoked account gets no new password', async () => {
    const { deps, organisation } = create();
    await organisation;
    await handleAddAccount(deps, { ...given, password: 'the first password' }, by(administrator));
    await handleRevokeAccount(deps, { id: 'account-duty.one', reason: 'left' }, by(administrator));
    expect(await handleResetPassword(deps, { id: 'account-duty.one', password: 'the second password' }, by(administrator))).toMatchObject({ refusal: { code: 'ACCOUNT_REVOKED' } });
  });
});
