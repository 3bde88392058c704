// Where a unit is known to be: age of its own AIS, distance to the place, said to be straight. A unit
// without an MMSI has no source of position, and that is said.

import type { Order, Vessel } from '@anlan/contracts';
import { distanceM } from '@anlan/kernel';
import { useNow } from '../../app/now.ts';
import { ageState, VESSEL_STALE_AFTER_S } from '../../format/age.ts';
import { duration } from '../../format/time.ts';
import { distance } from '../../format/units.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { isOpen } from './order-view.ts';

export function PositionAge({ order, vessel }: { readonly order: Order; readonly vessel: Vessel | undefined }) {
  const { t, locale } = useI18n();
  const now = useNow();
  if (order.unitId === null) return null;
  if (order.unitMmsi === null) return <span className="quiet">{t('web.dispatch.no-position-source')}</span>;
  if (vessel?.position === undefined) return <span className="quality none"><i className="hollow" />{t('web.dispatch.no-ais')}</span>;
  const state = ageState(Date.parse(vessel.observedAt), now, VESSEL_STALE_AFTER_S);
  const age = duration(now - Date.parse(vessel.observedAt), locale);
  const away = isOpen(order) ? ` · ${t('web.dispatch.away', { distance: distance(distanceM(vessel.position, order.toPosition)) })}` : '';
  if (state === 'fresh') return <span className="quiet num">AIS {age}{away}</span>;
  return <span className="quality num"><i className="hollow" />{state === 'lost' ? t('web.quality.lost', { age }) : t('web.quality.late', { age })}</span>;
}
