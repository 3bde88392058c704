// Readiness: what may be endangered, what is kept in reserve, who can go, and what of it runs out.

import { useI18n } from '../../i18n/i18n.tsx';
import { ExpiryPage } from './ExpiryPage.tsx';
import { RegisterRoom } from './register/RegisterRoom.tsx';
import './reserves.css';

export function ReadinessScreen() {
  const { t } = useI18n();
  return <RegisterRoom base="/readiness" rooms={ROOMS} pages={[{ id: 'expiring', title: t('web.reserves.expiring'), page: <ExpiryPage /> }]} />;
}

const ROOMS = ['readiness/reserves', 'readiness/forces', 'readiness/hazards'] as const;
