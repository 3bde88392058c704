// Readiness: what may be endangered, what is kept in reserve, who can go, and what of it runs out.

import { useI18n } from '../../i18n/i18n.tsx';
import { BoardPage } from './board/BoardPage.tsx';
import { ExpiryPage } from './ExpiryPage.tsx';
import { ReachPage } from './reach/ReachPage.tsx';
import { RegisterRoom } from './register/RegisterRoom.tsx';
import { ScanPage } from './warehouse/ScanPage.tsx';
import { WarehousePage } from './warehouse/WarehousePage.tsx';
import './reserves.css';

export function ReadinessScreen() {
  const { t } = useI18n();
  const pages = [
    { id: 'board', title: t('web.board.title'), page: <BoardPage /> },
    { id: 'stores', title: t('web.store.title'), page: <WarehousePage /> },
    { id: 'scan', title: t('web.scan.title'), page: <ScanPage /> },
    { id: 'reach', title: t('web.reach.title'), page: <ReachPage /> },
    { id: 'expiring', title: t('web.reserves.expiring'), page: <ExpiryPage /> },
  ];
  return <RegisterRoom base="/readiness" rooms={ROOMS} pages={pages} />;
}

const ROOMS = ['readiness/reserves', 'readiness/forces', 'readiness/hazards'] as const;
