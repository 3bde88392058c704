// Industry: the policy's targets on one page, computed from records; beside them the registers of
// enterprises and products that they are computed from.

import { useI18n } from '../../i18n/i18n.tsx';
import { RegisterRoom } from '../readiness/register/RegisterRoom.tsx';
import { IndicatorPage } from './IndicatorPage.tsx';

export function IndustryScreen() {
  const { t } = useI18n();
  return <RegisterRoom base="/industry" rooms={ROOMS} front={{ title: t('web.industry.indicators'), page: <IndicatorPage /> }} />;
}

const ROOMS = ['industry/enterprises', 'industry/catalogue', 'industry/indicators'] as const;
