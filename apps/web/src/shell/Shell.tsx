// The house around every room: top bar, the room, command bar. Three columns run through all of it;
// the queue, the map and the incident stand in the same columns as brand, environment and shift.

import { useState } from 'react';
import { Outlet } from 'react-router-dom';
import { isDrill, useMeta } from '../app/installation.tsx';
import { useSeat } from '../app/seat.tsx';
import { useI18n } from '../i18n/i18n.tsx';
import { ErrorBox } from '../parts/ErrorBox.tsx';
import { useKeys } from '../app/keys.ts';
import { useSound } from '../sound/use-sound.ts';
import { Brand } from './Brand.tsx';
import { CommandBar } from './CommandBar.tsx';
import { EnvironmentBar } from './EnvironmentBar.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { SeatBar } from './SeatBar.tsx';
import './shell.css';

export function Shell() {
  const meta = useMeta();
  const { saveError } = useSeat();
  const { t } = useI18n();
  const [helpOpen, setHelpOpen] = useState(false);
  const sound = useSound();
  useKeys({ '?': () => setHelpOpen((open) => !open) });
  return (
    <div className="app">
      <a className="skip" href="#room">{t('web.shell.skip')}</a>
      <header className="brand-cell"><Brand /></header>
      <EnvironmentBar />
      <SeatBar sound={sound} onHelp={() => setHelpOpen(true)} />
      <main className="room" id="room"><Outlet /></main>
      <CommandBar onHelp={() => setHelpOpen(true)} />
      <KeyHelp open={helpOpen} onClose={() => setHelpOpen(false)} />
      {isDrill(meta) && <div className="drill-frame" aria-hidden="true" />}
      {saveError !== undefined && <div className="shell-notice"><ErrorBox error={saveError} /></div>}
    </div>
  );
}
