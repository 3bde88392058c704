// Who may sign in, and which devices may write readings: two lists of one room, for administrators.

import { useState } from 'react';
import { useQuery } from '../../api/use-query.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { AccountRoom } from './AccountRoom.tsx';
import { DeviceRoom } from './DeviceRoom.tsx';
import './accounts.css';

export function AccountsScreen() {
  const { t } = useI18n();
  const [shown, setShown] = useState<'accounts' | 'devices'>('accounts');
  const counts = { accounts: useQuery('listAccounts', {}).data?.length, devices: useQuery('listDevices', {}).data?.length };
  const tabs = (
    <div className="ac-tabs" role="tablist">
      {(['accounts', 'devices'] as const).map((name) => (
        <button key={name} type="button" role="tab" aria-selected={shown === name} onClick={() => setShown(name)}>{t(`web.accounts.tab.${name}`)} <b className="num">{counts[name] ?? ''}</b></button>
      ))}
    </div>
  );
  return shown === 'accounts' ? <AccountRoom tabs={tabs} /> : <DeviceRoom tabs={tabs} />;
}
