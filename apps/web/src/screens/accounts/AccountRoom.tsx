// Who may sign in, with which roles; an account is revoked with a reason, and its sessions end at
// that moment. Revoked accounts stay on the list.

import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Account } from '@anlan/contracts';
import { call } from '../../api/call.ts';
import { useQuery } from '../../api/use-query.ts';
import { useKeys } from '../../app/keys.ts';
import { useAccount } from '../../app/seat.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { CreateAccountDialog, ResetPasswordDialog } from './AccountDialogs.tsx';
import { RevokeForm } from './RevokeForm.tsx';

export function AccountRoom({ tabs }: { readonly tabs: ReactNode }) {
  const { t } = useI18n();
  const query = useQuery('listAccounts', {});
  const [chosenId, setChosenId] = useState<string>();
  const [creating, setCreating] = useState(false);
  const accounts = [...(query.data ?? [])].sort((a, b) => Number(a.revoked) - Number(b.revoked));
  const chosen = accounts.find(({ id }) => id === chosenId);
  const walk = (step: number) => {
    const index = accounts.findIndex(({ id }) => id === chosenId);
    setChosenId(accounts[Math.max(0, Math.min(accounts.length - 1, index + step))]?.id);
  };
  useKeys({ j: () => walk(1), ArrowDown: () => walk(1), k: () => walk(-1), ArrowUp: () => walk(-1), Escape: () => setChosenId(undefined) });
  const activeCount = accounts.filter(({ revoked }) => !revoked).length;
  return (
    <>
      <section className="ac-main" aria-label={t('web.accounts.title')}>
        <div className="section-bar">{tabs}<span>{t('web.accounts.counts', { active: activeCount, revoked: accounts.length - activeCount })}</span><button type="button" className="btn slim" onClick={() => setCreating(true)}>{t('web.accounts.create')}…</button></div>
        <div className="scroll">
          {query.error !== undefined && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
          {query.data === undefined ? query.error === undefined && <p className="empty-row">{t('web.loading')}</p> : <AccountTable accounts={accounts} chosenId={chosenId} onChoose={setChosenId} />}
        </div>
      </section>
      <article className="ac-panel">{chosen === undefined ? <p className="empty-row">{t('web.accounts.choose')}</p> : <AccountPanel key={chosen.id} account={chosen} />}</article>
      {creating && <CreateAccountDialog onClose={() => setCreating(false)} />}
    </>
  );
}

function AccountTable({ accounts, chosenId, onChoose }: { readonly accounts: readonly Account[]; readonly chosenId: string | undefined; readonly onChoose: (id: string) => void }) {
  const { t, title } = useI18n();
  const own = useAccount();
  return (
    <table className="ac-table">
      <thead><tr><th scope="col">{t('web.accounts.column.name')}</th><th scope="col">{t('web.accounts.column.user-name')}</th><th scope="col">{t('web.accounts.column.roles')}</th><th scope="col">{t('web.accounts.column.organisation')}</th><th scope="col">{t('web.accounts.column.state')}</th></tr></thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id} aria-selected={account.id === chosenId} className={account.revoked ? 'ac-revoked' : undefined} onClick={() => onChoose(account.id)}>
            <th scope="row"><button type="button" onClick={(event) => { event.stopPropagation(); onChoose(account.id); }}>{title(account.displayName)}</button> {account.id === own.id && <span className="tag">{t('web.accounts.you')}</span>} {account.demonstration && <span className="tag dashed">{t('web.accounts.demonstration')}</span>}</th>
            <td className="num cut">{account.userName}</td>
            <td className="cut"><RoleNames account={account} /></td>
            <td className="cut"><OrganisationName id={account.organisationId} /></td>
            <td>{account.revoked ? <span className="tag">{t('web.accounts.revoked')}</span> : t('web.accounts.active')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RoleNames({ account }: { readonly account: Account }) {
  const { t } = useI18n();
  return <>{account.roles.length === 0 ? t('web.seat.no-role') : account.roles.map((role) => t(`web.role.${role}`)).join(t('web.list.separator'))}</>;
}

function OrganisationName({ id }: { readonly id: string }) {
  const { t, title } = useI18n();
  const page = useQuery('listRecords', { params: { registerId: 'organisations' }, query: { limit: 2000 } }).data;
  if (id === '') return <span className="quiet">{t('web.accounts.no-organisation')}</span>;
  const record = page?.records.find((candidate) => candidate.id === id);
  return <>{record === undefined ? id : title(record.title)}</>;
}

function AccountPanel({ account }: { readonly account: Account }) {
  const { t, title } = useI18n();
  const own = useAccount();
  return (
    <>
      <header className="ac-head"><p className="small quiet num">{account.id}</p><h1>{title(account.displayName)}</h1></header>
      <dl className="ac-facts">
        <div><dt>{t('web.accounts.column.user-name')}</dt><dd className="num">{account.userName}</dd></div>
        <div><dt>{t('web.accounts.column.organisation')}</dt><dd><OrganisationName id={account.organisationId} /></dd></div>
        {account.roles.map((role) => <div key={role}><dt>{t(`web.role.${role}`)}</dt><dd className="small">{t(`web.accounts.role-means.${role}`)}</dd></div>)}
      </dl>
      {account.revoked ? <p className="ac-foot small quiet">{t('web.accounts.revoked-hint')}</p>
        : account.id === own.id ? <p className="ac-foot small quiet">{t('web.accounts.not-yourself')}</p>
        : <AccountFoot account={account} />}
    </>
  );
}

function AccountFoot({ account }: { readonly account: Account }) {
  const { t, title } = useI18n();
  const [resetting, setResetting] = useState(false);
  return (
    <>
      <RevokeForm ask={t('web.accounts.revoke-ask', { name: title(account.displayName) })} hint={t('web.accounts.revoke-hint')} touched="accounts" send={(reason) => call('revokeAccount', { params: { id: account.id }, body: { reason } })}>
        <button type="button" className="btn" onClick={() => setResetting(true)}>{t('web.accounts.reset')}…</button>
      </RevokeForm>
      {resetting && <ResetPasswordDialog account={account} onClose={() => setResetting(false)} />}
    </>
  );
}
