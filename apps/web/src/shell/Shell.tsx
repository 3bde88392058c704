// The house around every room: top bar, the room, command bar. Three columns run through all of it;
// the queue, the map and the incident stand in the same columns as brand, environment and shift.

import { useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router-dom';
import { isDrill, useMeta } from '../app/installation.tsx';
import { useSeat } from '../app/seat.tsx';
import { useI18n } from '../i18n/i18n.tsx';
import { ErrorBox } from '../parts/ErrorBox.tsx';
import { useKeys } from '../app/keys.ts';
import { hasRoom } from '../app/rooms.ts';
import { desk } from '../screens/watch/desk-store.ts';
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
  const navigate = useNavigate();
  const onDesk = useLocation().pathname.startsWith('/watch');
  const toDesk = () => void navigate('/watch');
  // The desk has its own function keys; from another room they lead there.
  useKeys({
    '?': () => setHelpOpen((open) => !open),
    ...(onDesk ? {} : { F1: () => { toDesk(); desk.openForm('open-incident'); }, F2: toDesk, F3: hasRoom('plan') ? () => void navigate('/plan') : toDesk, F4: toDesk }),
  });
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
