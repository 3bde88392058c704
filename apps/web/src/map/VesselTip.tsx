// What a vessel says of itself, beside the pointer: name, MMSI, course and speed, age, 模拟.

import { useNow } from '../app/now.ts';
import { duration } from '../format/time.ts';
import { course, speed } from '../format/units.ts';
import { useI18n } from '../i18n/i18n.tsx';
import { SimulatedTag } from '../parts/Marks.tsx';
import type { HoveredVessel } from './use-vessel-layer.ts';

export function VesselTip({ hovered }: { readonly hovered: HoveredVessel }) {
  const { t, locale } = useI18n();
  const now = useNow();
  const { vessel, stale } = hovered.drawn;
  return (
    <div className="vessel-tip" style={{ left: hovered.xPx + 14, top: hovered.yPx + 14 }}>
      <b>{vessel.name ?? t('web.vessel.unnamed')}</b> {vessel.simulated && <SimulatedTag />} {hovered.drawn.own && <span className="tag">{t('web.vessel.own')}</span>}
      <div className="num quiet">MMSI {vessel.mmsi}{vessel.callSign === undefined ? '' : ` · ${vessel.callSign}`}</div>
      <div className="num">{vessel.courseDegTrue === undefined ? '' : `${course(vessel.courseDegTrue)} `}{vessel.speedMps === undefined ? t('web.unknown') : speed(vessel.speedMps)}{vessel.draughtM === undefined ? '' : ` · ${t('web.vessel.draught', { metres: vessel.draughtM })}`}</div>
      {vessel.destination !== undefined && <div>{t('web.vessel.destination', { port: vessel.destination })}</div>}
      <div className={stale ? 'stale' : 'quiet'}>{stale ? t('web.quality.late', { age: duration(now - Date.parse(vessel.observedAt), locale) }) : t('web.vessel.age', { age: duration(now - Date.parse(vessel.observedAt), locale) })}</div>
    </div>
  );
}
