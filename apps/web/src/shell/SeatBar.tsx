// Who sits here, how many sources speak, sound, theme, language, wall mode, sign out.

import { useState } from 'react';
import { Dropdown } from 'antd';
import { useQuery } from '../api/use-query.ts';
import { ageState } from '../format/age.ts';
import { useLiveValues } from '../app/installation.tsx';
import { useNow } from '../app/now.ts';
import { useAccount, useSeat } from '../app/seat.tsx';
import { useI18n } from '../i18n/i18n.tsx';
import type { WebKey } from '@anlan/messages';
import { Icon } from '../parts/Marks.tsx';
import type { SoundControl } from '../sound/use-sound.ts';
import { newest } from './environment.ts';
import { PasswordDialog } from './PasswordDialog.tsx';

export function SeatBar({ sound, onHelp }: { readonly sound: SoundControl; readonly onHelp: () => void }) {
  const { t, title } = useI18n();
  const account = useAccount();
  const { preferences, change } = useSeat();
  const role = account.roles[0];
  return (
    <div className="seat-bar">
      <dl className="env-cell grow">
        <dt>{role === undefined ? t('web.seat.no-role') : t(`web.role.${role}` satisfies WebKey)}</dt>
        <dd className="cut">{title(account.displayName)}</dd>
      </dl>
      <SourcesCell />
      <SoundButton sound={sound} />
      <button type="button" className="icon-btn" aria-label={t('web.seat.theme')} title={t('web.seat.theme')} onClick={() => change({ theme: preferences.theme === 'dark' ? 'light' : 'dark' })}>
        <Icon name={preferences.theme === 'dark' ? 'sun' : 'moon'} />
      </button>
      <SeatMenu onHelp={onHelp} sound={sound} />
    </div>
  );
}

function SourcesCell() {
  const { t } = useI18n();
  const now = useNow();
  const sensors = useQuery('listSensors', {}).data ?? [];
  const { readings } = useLiveValues();
  const freshCount = sensors.filter(({ sensor, reading }) => {
    const last = newest(reading, readings.get(sensor.id));
    return ageState(last === null ? undefined : Date.parse(last.observedAt), now, sensor.updateContract === 'event' ? Infinity : sensor.staleAfterS) === 'fresh';
  }).length;
  return (
    <dl className="env-cell">
      <dt>{t('web.seat.sources')}</dt>
      <dd className="num">{sensors.length === 0 ? '—' : `${freshCount}/${sensors.length}`} <small>{t('web.seat.sources-live')}</small></dd>
    </dl>
  );
}

function SoundButton({ sound }: { readonly sound: SoundControl }) {
  const { t } = useI18n();
  const blocked = sound.state === 'blocked';
  const label = blocked ? t('web.sound.blocked') : t('web.sound.test');
  return (
    <button type="button" className={blocked ? 'icon-btn sound-blocked' : 'icon-btn'} aria-label={label} title={label} onClick={sound.test}>
      <Icon name={blocked ? 'muted' : 'bell'} />
      {blocked && <span className="chip">{t('web.sound.blocked-short')}</span>}
    </button>
  );
}

function SeatMenu({ onHelp, sound }: { readonly onHelp: () => void; readonly sound: SoundControl }) {
  const { t } = useI18n();
  const { preferences, change, changeLayout, logout } = useSeat();
  const [open, setOpen] = useState(false);
  const [changing, setChanging] = useState(false);
  const wall = preferences.layout?.['wall'] === true;
  const items = [
    { key: 'locale', label: preferences.locale === 'en' ? '中文' : 'English', onClick: () => change({ locale: preferences.locale === 'en' ? 'zh-CN' : 'en' }) },
    { key: 'wall', label: wall ? t('web.seat.desk-mode') : t('web.seat.wall-mode'), onClick: () => changeLayout('wall', !wall) },
    ...(preferences.theme === 'dark' ? [{ key: 'dusk', label: preferences.mapMode === 'dusk' ? t('web.seat.map-night') : t('web.seat.map-dusk'), onClick: () => change({ mapMode: preferences.mapMode === 'dusk' ? 'night' : 'dusk' }) }] : []),
    { type: 'divider' as const },
    { key: 'new', label: t('web.sound.test-new'), onClick: () => sound.play('new') },
    { key: 'escalated', label: t('web.sound.test-escalated'), onClick: () => sound.play('escalated') },
    { key: 'clock', label: t('web.sound.test-clock'), onClick: () => sound.play('clock') },
    { type: 'divider' as const },
    { key: 'help', label: `${t('web.keys.title')} ?`, onClick: onHelp },
    { key: 'password', label: `${t('web.password.title')}…`, onClick: () => setChanging(true) },
    { key: 'logout', label: t('web.seat.logout'), onClick: () => void logout() },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} open={open} onOpenChange={setOpen} placement="bottomRight">
        <button type="button" className="icon-btn" aria-label={t('web.seat.menu')} title={t('web.seat.menu')}><Icon name="person" /></button>
      </Dropdown>
      {changing && <PasswordDialog onClose={() => setChanging(false)} />}
    </>
  );
}
