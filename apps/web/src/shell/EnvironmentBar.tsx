// Clock and sea state in the top bar: each value with its age, its source marked when simulated, and
// a dash with 未接入 when no sensor gives it. Never a zero that nobody measured.

import type { ReactNode } from 'react';
import { createContext, useContext } from 'react';
import { useLiveValues, useMeta, useZone } from '../app/installation.tsx';
import { useNow } from '../app/now.ts';
import { useQuery } from '../api/use-query.ts';
import { beaufort, compassName, course, quantity, speed } from '../format/units.ts';
import { num } from '../format/numbers.ts';
import { clockTime, dayName, hourMinute } from '../format/time.ts';
import { useI18n } from '../i18n/i18n.tsx';
import { Age, QualityMark, useStale } from '../parts/Age.tsx';
import { environmentValue, tideNow, tideWindow } from './environment.ts';
import type { EnvironmentValue } from './environment.ts';

export function EnvironmentBar() {
  const { t } = useI18n();
  const meta = useMeta();
  const sensors = useQuery('listSensors', {}, { everyS: 60 }).data ?? [];
  const { readings } = useLiveValues();
  const find = (quantityCode: string) => environmentValue(sensors, readings, quantityCode, meta.region.centre);
  const shown = ['wind-speed', 'wave-height', 'visibility', 'current-speed'].map(find).filter((value) => value !== undefined);
  // One mark for all when all are simulated: five marks would leave no room for the values.
  const allSimulated = shown.length > 0 && shown.every(isSimulated);
  return (
    <div className="environment" role="group" aria-label={t('web.shell.environment')}>
      <Clock />
      <TideCell />
      <MarkedAbove.Provider value={allSimulated}>
        {/* The mark and the first value that it marks leave the bar together when there is no room. */}
        <div className="env-pair">
          {allSimulated && <span className="env-simulated">{t('web.mark.simulated')}</span>}
          <WindCell speedValue={find('wind-speed')} fromValue={find('wind-from')} />
        </div>
        <PlainCell label={t('web.env.wave')} value={find('wave-height')} />
        <PlainCell label={t('web.env.visibility')} value={find('visibility')} />
        <CurrentCell speedValue={find('current-speed')} toValue={find('current-to')} />
      </MarkedAbove.Provider>
    </div>
  );
}

function Clock() {
  const now = useNow();
  const zone = useZone();
  const { locale } = useI18n();
  return (
    <div className="clock">
      <b className="num">{clockTime(now, zone)}</b>
      <span>{dayName(now, zone, locale)}<br /><span className="num">{hourMinute(now, 'UTC')} UTC</span></span>
    </div>
  );
}

function TideCell() {
  const { t } = useI18n();
  const now = useNow();
  const zone = useZone();
  const tide = useQuery('getTide', { query: tideWindow(now) }, { enabled: now > 0 }).data;
  const current = tide === undefined ? undefined : tideNow(tide, now);
  return (
    <Cell label={t('web.env.tide')} mark={tide?.indicative === true ? <span className="quiet">{t('web.env.indicative')}</span> : null}>
      {current === undefined ? <NoData /> : (
        <>
          {num(current.heightM, 2)} m <small>{current.rising ? t('web.env.rising') : t('web.env.falling')} {current.next === undefined ? '' : `${current.next.kind === 'high' ? t('web.env.high') : t('web.env.low')} ${hourMinute(current.next.at, zone)}`}</small>
        </>
      )}
    </Cell>
  );
}

function WindCell({ speedValue, fromValue }: { readonly speedValue: EnvironmentValue | undefined; readonly fromValue: EnvironmentValue | undefined }) {
  const { t, locale } = useI18n();
  const reading = speedValue?.reading;
  return (
    <Cell label={t('web.env.wind')} value={speedValue}>
      {reading === null || reading === undefined ? <NoData /> : (
        <>
          {fromValue?.reading === null || fromValue === undefined ? '' : `${compassName(fromValue.reading.readingValue, locale)} `}
          {t('web.env.force', { force: beaufort(reading.readingValue) })} <small>{speed(reading.readingValue)}</small>
        </>
      )}
    </Cell>
  );
}

function CurrentCell({ speedValue, toValue }: { readonly speedValue: EnvironmentValue | undefined; readonly toValue: EnvironmentValue | undefined }) {
  const { t } = useI18n();
  const reading = speedValue?.reading;
  if (speedValue === undefined) return null;
  return (
    <Cell label={t('web.env.current')} value={speedValue}>
      {reading === null || reading === undefined ? <NoData /> : (
        <>{toValue?.reading === null || toValue === undefined ? '' : `${course(toValue.reading.readingValue)} `}<small>{speed(reading.readingValue)}</small></>
      )}
    </Cell>
  );
}

function PlainCell({ label, value }: { readonly label: string; readonly value: EnvironmentValue | undefined }) {
  const { locale } = useI18n();
  return (
    <Cell label={label} value={value}>
      {value?.reading === null || value === undefined ? <NoData /> : quantity(value.reading.readingValue, value.sensor.unitCode, locale)}
    </Cell>
  );
}

function NoData() {
  const { t } = useI18n();
  return <span className="quiet small">{t('web.env.no-source')}</span>;
}

function isSimulated(value: EnvironmentValue): boolean {
  return value.reading?.simulated ?? value.sensor.simulated;
}

interface CellProps { readonly label: string; readonly value?: EnvironmentValue | undefined; readonly mark?: ReactNode; readonly children: ReactNode }

function Cell({ label, value, mark, children }: CellProps) {
  const { t, title } = useI18n();
  const observedAt = value?.reading?.observedAt;
  const stale = useStale(observedAt, value?.sensor.staleAfterS ?? Infinity) && value !== undefined;
  const markedAbove = useContext(MarkedAbove);
  const simulated = value !== undefined && isSimulated(value) && !markedAbove;
  return (
    <dl className="env-cell" title={value === undefined ? label : title(value.sensor.titles)}>
      <dt>
        {label}
        {simulated && <span className="sim-mark">{t('web.mark.simulated')}</span>}
        {mark}
        {observedAt !== undefined && (stale ? <QualityMark observedAt={observedAt} staleAfterS={value?.sensor.staleAfterS ?? 0} /> : <em><Age at={observedAt} /></em>)}
      </dt>
      <dd className={stale ? 'stale' : ''}>{children}</dd>
    </dl>
  );
}

/** True when one mark already says that all values beside are simulated. */
const MarkedAbove = createContext(false);
