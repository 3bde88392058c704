// One sensor: what it measures and where, how good its value is, which rules watch it.

import { Link, useNavigate } from 'react-router-dom';
import { useQuery } from '../../api/use-query.ts';
import { useZone } from '../../app/installation.tsx';
import { dateTime } from '../../format/time.ts';
import { position, quantity } from '../../format/units.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { SimulatedTag } from '../../parts/Marks.tsx';
import { exactQuantity } from '../readiness/register/units.ts';
import { desk } from '../watch/desk-store.ts';
import { doorName } from './Doors.tsx';
import type { JudgedSensor } from './sensor-quality.ts';
import { quantityName, SensorState } from './SensorTable.tsx';
import type { SensorRule } from './use-rules.ts';
import { useRules } from './use-rules.ts';

export function SensorDetail({ judged }: { readonly judged: JudgedSensor }) {
  const i18n = useI18n();
  const { t, title, locale } = i18n;
  const zone = useZone();
  const navigate = useNavigate();
  const { sensor, reading } = judged;
  const rules = useRules(sensor.id);
  const sources = useQuery('listIngest', {}).data;
  const source = sources?.find(({ sourceId }) => sourceId === reading?.sourceId);
  const showOnMap = () => {
    void navigate('/watch');
    desk.lookAt(sensor.position);
  };
  return (
    <>
      <header className="sg-head">
        <p className="sg-line small"><span>{quantityName(i18n, sensor.quantity)}</span>{sensor.simulated && <SimulatedTag />}<em className="num cut">{sensor.id}</em></p>
        <h1>{title(sensor.titles)}</h1>
        <p className={judged.state === 'fresh' ? 'sg-now num' : 'sg-now num stale'}>{reading === null ? t('web.quality.none') : quantity(reading.readingValue, sensor.unitCode, locale)}</p>
        <SensorState judged={judged} />
      </header>
      <div className="scroll">
        <dl className="sg-facts">
          <div><dt>{t('web.signals.observed')}</dt><dd className="num">{reading === null ? '—' : dateTime(reading.observedAt, zone)}</dd></div>
          <div><dt>{t('web.signals.received')}</dt><dd className="num">{reading === null ? '—' : dateTime(reading.receivedAt, zone)}</dd></div>
          <div><dt>{t('web.signals.source')}</dt><dd>{reading === null ? '—' : source === undefined ? reading.sourceId : doorName(i18n, source)} {reading?.simulated === true && <SimulatedTag />}</dd></div>
          <div><dt>{t('web.signals.contract')}</dt><dd>{sensor.updateContract === 'event' ? t('web.signals.contract.event') : t('web.signals.contract.periodic', { age: exactQuantity(sensor.staleAfterS, 's', locale) })}</dd></div>
          <div><dt>{t('web.signals.range')}</dt><dd className="num">{quantity(sensor.validMinValue, sensor.unitCode, locale)} … {quantity(sensor.validMaxValue, sensor.unitCode, locale)}</dd></div>
          <div><dt>{t('web.signals.place')}</dt><dd><span className="num">{position(sensor.position)}</span> <button type="button" className="btn slim plain" onClick={showOnMap}>{t('web.readiness.show-on-map')}</button></dd></div>
        </dl>
        <h2 className="section-bar">{t('web.signals.rules')} <b className="num">{rules.length}</b></h2>
        {rules.length === 0 && <p className="empty-row">{t('web.signals.rules-empty')}</p>}
        <ul className="sg-rules">{rules.map((rule) => <Rule key={rule.id} rule={rule} unitCode={sensor.unitCode} />)}</ul>
      </div>
      <footer className="sg-foot"><Link className="btn" to={`/readiness/sensors/${encodeURIComponent(sensor.id)}`}>{t('web.signals.to-record')}</Link></footer>
    </>
  );
}

function Rule({ rule, unitCode }: { readonly rule: SensorRule; readonly unitCode: string }) {
  const { t, title, locale } = useI18n();
  const value = (amount: number) => quantity(amount, unitCode, locale);
  return (
    <li>
      <p className="sg-line"><Link className="cut" to={`/readiness/alert-rules/${encodeURIComponent(rule.id)}`}>{title(rule.titles)}</Link>{!rule.on && <span className="tag dashed">{t('web.signals.rule-off')}</span>}<em>{t('web.signals.urgency', { index: rule.urgencyIndex })}</em></p>
      <p className="small num">{t(rule.above ? 'web.signals.rule-above' : 'web.signals.rule-below', { value: value(rule.thresholdValue), lasts: exactQuantity(rule.persistenceS, 's', locale), clear: value(rule.clearValue) })}</p>
      <p className="small quiet">{rule.sourceText}</p>
    </li>
  );
}
