// A new account, and a new password for one that stands. The password is shown in clear: the
// administrator hands it over, and its holder changes it at the seat.

import { useState } from 'react';
import type { Account } from '@anlan/contracts';
import { call } from '../../api/call.ts';
import { useAction } from '../../api/use-action.ts';
import { useQuery } from '../../api/use-query.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ReviewDialog } from '../../parts/room/ReviewDialog.tsx';
import { drawPassword } from './draw-password.ts';

type Role = Account['roles'][number];

export function CreateAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  const action = useAction();
  const [userName, setUserName] = useState('');
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>([]);
  const [organisationId, setOrganisationId] = useState('');
  const [password, setPassword] = useState('');
  const standsAlone = organisationId === '' && !roles.every((role) => role === 'admin');
  const ready = userName.trim().length >= 2 && zh.trim() !== '' && en.trim() !== '' && roles.length > 0 && !standsAlone && password.length >= PASSWORD_LENGTH_COUNT_MIN;
  const send = () => void action.run(
    () => call('createAccount', { body: { userName: userName.trim(), displayName: { zh: zh.trim(), en: en.trim() }, roles: [...roles], organisationId, password } }), ['accounts'],
  ).then((done) => done && onClose());
  const toggle = (role: Role) => setRoles(roles.includes(role) ? roles.filter((one) => one !== role) : [...roles, role]);
  return (
    <ReviewDialog title={t('web.accounts.create')} sendText={t('web.accounts.create-send')} action={action} ready={ready} onSend={send} onClose={onClose}>
      <div className="field">
        <label htmlFor="account-user-name">{t('web.accounts.column.user-name')}</label>
        <input id="account-user-name" data-first className="input num" maxLength={40} autoComplete="off" value={userName} onChange={(event) => setUserName(event.target.value)} />
        <span className="hint">{t('web.accounts.user-name-hint')}</span>
      </div>
      <div className="field-row">
        <div className="field"><label htmlFor="account-zh">{t('web.accounts.name-zh')}</label><input id="account-zh" className="input" maxLength={80} value={zh} onChange={(event) => setZh(event.target.value)} /></div>
        <div className="field"><label htmlFor="account-en">{t('web.accounts.name-en')}</label><input id="account-en" className="input" maxLength={80} value={en} onChange={(event) => setEn(event.target.value)} /></div>
      </div>
      <fieldset className="field ac-roles">
        <legend className="label">{t('web.accounts.column.roles')}</legend>
        {ROLES.map((role) => (
          <label key={role} title={t(`web.accounts.role-means.${role}`)}><input type="checkbox" checked={roles.includes(role)} onChange={() => toggle(role)} /> {t(`web.role.${role}`)}</label>
        ))}
      </fieldset>
      <OrganisationField value={organisationId} onChange={setOrganisationId} />
      <PasswordField value={password} onChange={setPassword} />
    </ReviewDialog>
  );
}

export function ResetPasswordDialog({ account, onClose }: { readonly account: Account; readonly onClose: () => void }) {
  const { t, title } = useI18n();
  const action = useAction();
  const [password, setPassword] = useState('');
  const send = () => void action.run(() => call('resetPassword', { params: { id: account.id }, body: { password } }), ['accounts']).then((done) => done && onClose());
  return (
    <ReviewDialog title={t('web.accounts.reset')} sendText={t('web.accounts.reset-send')} action={action} ready={password.length >= PASSWORD_LENGTH_COUNT_MIN} onSend={send} onClose={onClose}>
      <p><b>{title(account.displayName)}</b> <span className="num quiet">{account.userName}</span></p>
      <p className="small quiet">{t('web.accounts.reset-hint')}</p>
      <PasswordField value={password} onChange={setPassword} first />
    </ReviewDialog>
  );
}

function OrganisationField({ value, onChange }: { readonly value: string; readonly onChange: (id: string) => void }) {
  const { t, title } = useI18n();
  const records = useQuery('listRecords', { params: { registerId: 'organisations' }, query: { limit: 2000 } }).data?.records ?? [];
  return (
    <div className="field">
      <label htmlFor="account-organisation">{t('web.accounts.column.organisation')}</label>
      <select id="account-organisation" className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('web.accounts.no-organisation')}</option>
        {records.map((record) => <option key={record.id} value={record.id}>{title(record.title)}</option>)}
      </select>
      <span className="hint">{t('web.accounts.organisation-hint')}</span>
    </div>
  );
}

function PasswordField({ value, onChange, first = false }: { readonly value: string; readonly onChange: (password: string) => void; readonly first?: boolean }) {
  const { t } = useI18n();
  return (
    <div className="field">
      <label htmlFor="account-password">{t('web.accounts.password')}</label>
      <div className="ac-with-button">
        <input id="account-password" className="input num" {...(first ? { 'data-first': true } : {})} maxLength={200} autoComplete="off" spellCheck={false} value={value} onChange={(event) => onChange(event.target.value)} />
        <button type="button" className="btn" onClick={() => onChange(drawPassword((bytes) => crypto.getRandomValues(bytes)))}>{t('web.accounts.draw')}</button>
      </div>
      <span className="hint">{t('web.accounts.password-hint')}</span>
    </div>
  );
}

const ROLES = ['duty', 'commander', 'dispatcher', 'responder', 'enterprise', 'reserve', 'industry', 'admin'] as const satisfies readonly Role[];
/** As the server judges; it has the last word. */
const PASSWORD_LENGTH_COUNT_MIN = 12;
