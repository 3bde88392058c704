// Industry: the policy's targets on one page, computed from records; beside them the registers of
// enterprises and products that they are computed from, the gaps in the reserves that local products
// could fill, and the city's catalogue.

import { useI18n } from '../../i18n/i18n.tsx';
import { RegisterRoom } from '../readiness/register/RegisterRoom.tsx';
import '../readiness/reserves.css';
import { CataloguePage } from './CataloguePage.tsx';
import { GapPage } from './GapPage.tsx';
import { IndicatorPage } from './IndicatorPage.tsx';

export function IndustryScreen() {
  const { t } = useI18n();
  const pages = [{ id: 'gap', title: t('web.reserves.gap'), page: <GapPage /> }, { id: 'catalogue', title: t('web.reserves.catalogue'), page: <CataloguePage /> }];
  return <RegisterRoom base="/industry" rooms={ROOMS} front={{ title: t('web.industry.indicators'), page: <IndicatorPage /> }} pages={pages} />;
}

const ROOMS = ['industry/enterprises', 'industry/catalogue', 'industry/indicators'] as const;
