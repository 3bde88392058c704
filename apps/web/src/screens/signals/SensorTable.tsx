// All sensors with their newest value and its age. A value that passed its limit greys by itself.

import { useState } from 'react';
import type { WebKey } from '@anlan/messages';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { clockTime, dateTime, duration } from '../../format/time.ts';
import { quantity } from '../../format/units.ts';
import type { I18n } from '../../i18n/i18n.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { SimulatedTag } from '../../parts/Marks.tsx';
import type { JudgedSensor } from './sensor-quality.ts';
import { countStates, SENSOR_STATES } from './sensor-quality.ts';

interface Props { readonly judged: readonly JudgedSensor[]; readonly chosenId: string | undefined; readonly onChoose: (id: string) => void }

export function SensorTable({ judged, chosenId, onChoose }: Props) {
  const { t } = useI18n();
  const [show, setShow] = useState<JudgedSensor['state'] | 'all'>('all');
  const counts = countStates(judged);
  const rows = judged.filter(({ state }) => show === 'all' || state === show);
  return (
    <>
      <h2 className="section-bar">{t('web.signals.sensors')} <b className="num">{judged.length}</b>
        <span className="sg-shows">
          {(['all', ...SENSOR_STATES] as const).map((name) => <button key={name} type="button" aria-pressed={show === name} onClick={() => setShow(name)}>{t(`web.signals.show.${name}`)} <span className="num">{name === 'all' ? judged.length : counts[name]}</span></button>)}
        </span>
      </h2>
      <div className="scroll">
        {rows.length === 0 ? <p className="empty-row">{judged.length === 0 ? t('web.signals.sensors-empty') : t('web.signals.none-in-state')}</p> : (
          <table className="sg-table">
            <thead><tr><th scope="col">{t('web.signals.column.sensor')}</th><th scope="col">{t('web.signals.column.quantity')}</th><th scope="col" className="right">{t('web.signals.column.value')}</th><th scope="col" className="right">{t('web.signals.column.observed')}</th><th scope="col">{t('web.signals.column.state')}</th></tr></thead>
            <tbody>{rows.map((row) => <SensorRow key={row.sensor.id} judged={row} chosen={row.sensor.id === chosenId} onChoose={() => onChoose(row.sensor.id)} />)}</tbody>
          </table>
        )}
      </div>
    </>
  );
}

function SensorRow({ judged, chosen, onChoose }: { readonly judged: JudgedSensor; readonly chosen: boolean; readonly onChoose: () => void }) {
  const i18n = useI18n();
  const { title, locale } = i18n;
  const zone = useZone();
  const { sensor, reading, state } = judged;
  return (
    <tr aria-selected={chosen} className={state === 'fresh' ? undefined : 'sg-old'} onClick={onChoose}>
      <th scope="row"><span className="sg-line"><button type="button" className="cut sg-name" onClick={(event) => { event.stopPropagation(); onChoose(); }}>{title(sensor.titles)}</button>{sensor.simulated && <SimulatedTag />}</span></th>
      <td className="cut" title={quantityName(i18n, sensor.quantity)}>{quantityName(i18n, sensor.quantity)}</td>
      <td className="right num sg-value">{reading === null ? '—' : quantity(reading.readingValue, sensor.unitCode, locale)}</td>
      <td className="right num" title={reading === null ? undefined : dateTime(reading.observedAt, zone)}>{reading === null ? '—' : clockTime(reading.observedAt, zone)}</td>
      <td><SensorState judged={judged} /></td>
    </tr>
  );
}

/** In shape and words: solid dot while fresh, hollow with the age when late or lost. */
export function SensorState({ judged }: { readonly judged: JudgedSensor }) {
  const { t, locale } = useI18n();
  const now = useNow();
  const { reading, state } = judged;
  const age = reading === null ? '' : duration(now - Date.parse(reading.observedAt), locale);
  if (state === 'fresh') return <span className="sg-fresh"><i className="solid-dot" />{t('web.signals.state.fresh')} <span className="quiet num">{age}</span></span>;
  return <span className={`quality ${state}`}><i className="hollow" />{state === 'none' ? t('web.quality.none') : state === 'lost' ? t('web.quality.lost', { age }) : t('web.quality.late', { age })}</span>;
}

export function quantityName({ t }: I18n, code: string): string {
  const name = t(`web.signals.quantity.${code}` as WebKey);
  return name.startsWith('[') ? code : name;
}
