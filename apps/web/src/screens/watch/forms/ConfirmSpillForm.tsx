// Everything that is confirmed about a spill on one sheet; it becomes facts, the verification and the
// first forecast at once. Only what the officer typed becomes a fact: the station's wind is a hint
// beside an empty field, and the forecast itself takes it and names it as its assumption.

import { useMemo, useState } from 'react';
import { Select } from 'antd';
import type { Incident, LonLat } from '@anlan/contracts';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useQuery } from '../../../api/use-query.ts';
import { useLiveValues, useZone } from '../../../app/installation.tsx';
import { serverClock } from '../../../app/now.ts';
import { num } from '../../../format/numbers.ts';
import { hourMinute } from '../../../format/time.ts';
import { mass as massText, volume as volumeText } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import type { I18n } from '../../../i18n/i18n.tsx';
import { Age } from '../../../parts/Age.tsx';
import { environmentValue } from '../../../shell/environment.ts';
import { desk } from '../desk-store.ts';
import { currentFact } from '../panel/incident-view.ts';
import { Field, FormFrame } from './FormFrame.tsx';
import { NumberField, PlaceField, TimeField } from './fields.tsx';
import { readNumber } from './read-number.ts';
import { readWind, windHint } from './wind-hint.ts';

export function ConfirmSpillForm({ incident, onReload }: { readonly incident: Incident; readonly onReload: () => void }) {
  const { t } = useI18n();
  const action = useAction();
  const fact = (code: Parameters<typeof currentFact>[1]) => currentFact(incident.facts, code);
  const station = useStationWind(incident.position);
  const zone = useZone();
  const [oilId, setOilId] = useState(fact('oil')?.text);
  const [byMass, setByMass] = useState(fact('spilled-volume') === undefined);
  const [amount, setAmount] = useState(initialAmount(fact('spilled-mass')?.factValue, fact('spilled-volume')?.factValue));
  const [place, setPlace] = useState<LonLat>(fact('position')?.position ?? incident.position);
  const [startAt, setStartAt] = useState(fact('release-started')?.happenedAt ?? incident.happenedAt);
  const [minutes, setMinutes] = useState('');
  const [windSpeed, setWindSpeed] = useState('');
  const [windFrom, setWindFrom] = useState('');
  const [water, setWater] = useState('');
  const [note, setNote] = useState('');
  const [amountValue, minutesValue] = [readNumber(amount), readNumber(minutes)];
  const wind = readWind(windSpeed, windFrom);
  const ready = oilId !== undefined && amountValue !== undefined && amountValue > 0 && minutesValue !== undefined && wind !== 'half';
  const missing = [...(oilId === undefined ? [t('web.fact.oil')] : []), ...(amountValue === undefined || amountValue <= 0 ? [t('web.fact.amount')] : []), ...(minutesValue === undefined ? [t('web.form.release-minutes')] : []), ...(wind === 'half' ? [t(readNumber(windSpeed) === undefined ? 'web.form.wind-speed' : 'web.form.wind-from')] : [])];
  const send = () => {
    if (!ready) return;
    void action.run(() => call('confirmSpill', {
      params: { id: incident.id },
      body: {
        oilId, position: place, releaseStartedAt: startAt, releaseDurationS: minutesValue * 60, note: note.trim(), seenVersion: incident.streamVersion,
        massKg: byMass ? amountValue * 1000 : null, volumeM3: byMass ? null : amountValue,
        windSpeedMps: wind.speedMps, windFromDegTrue: wind.fromDegTrue, waterTemperatureDegC: readNumber(water) ?? null,
      },
    }), [`incident/${incident.id}`, 'queue']).then((done) => done && desk.closeForm());
  };
  return (
    <FormFrame titleKey="web.form.confirm-spill" sendKey="web.form.confirm-send" action={action} ready={ready} missing={missing} onSend={send} onReload={onReload}>
      <OilField value={oilId} onChange={setOilId} amount={amountValue} byMass={byMass} />
      <Field label={t('web.fact.amount')} id="spill-amount">
        <span className="with-unit">
          <input id="spill-amount" className="input num" inputMode="decimal" value={amount} aria-invalid={amount !== '' && amountValue === undefined} onChange={(event) => setAmount(event.target.value)} />
          <span className="segmented">
            <button type="button" aria-pressed={byMass} onClick={() => setByMass(true)}>{t('web.unit.t')}</button>
            <button type="button" aria-pressed={!byMass} onClick={() => setByMass(false)}>{t('web.unit.m3')}</button>
          </span>
        </span>
      </Field>
      <PlaceField value={place} onChange={setPlace} />
      <div className="field-row">
        <TimeField id="spill-start" label={t('web.form.release-start')} value={startAt} onChange={setStartAt} />
        <NumberField id="spill-minutes" label={t('web.form.release-minutes')} value={minutes} onChange={setMinutes} unit={t('web.unit.min')} hint={t('web.form.release-hint')} />
      </div>
      <div className="field-row">
        <NumberField id="spill-wind" label={t('web.form.wind-speed')} value={windSpeed} onChange={setWindSpeed} unit="m/s" placeholder={stationText(t, station, zone, station.speedMps, 1, 'm/s')} hint={windHint(t, readNumber(windSpeed))} />
        <NumberField id="spill-wind-from" label={t('web.form.wind-from')} value={windFrom} onChange={setWindFrom} unit={t('web.unit.deg')} placeholder={stationText(t, station, zone, station.fromDegTrue, 0, '°')} />
      </div>
      <StationNote station={station} />
      <NumberField id="spill-water" label={t('web.form.water-temperature')} value={water} onChange={setWater} unit="°C" hint={t('web.form.water-hint')} />
      <Field label={t('web.form.note-label')} id="spill-note"><textarea id="spill-note" className="input" value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} /></Field>
    </FormFrame>
  );
}

interface OilProps { readonly value: string | undefined; readonly onChange: (id: string) => void; readonly amount: number | undefined; readonly byMass: boolean }

/** Search over every name of the oil; the density turns mass into volume for the eye only. */
function OilField({ value, onChange, amount, byMass }: OilProps) {
  const { t, title, coded } = useI18n();
  const oils = useQuery('listOils', {}).data;
  const options = useMemo(() => (oils ?? []).map((oil) => ({ value: oil.id, label: oil.titles === undefined ? oil.name : title(oil.titles), keys: `${oil.name} ${oil.titles?.zh ?? ''} ${oil.productType} ${oil.id}`.toLowerCase() })), [oils, title]);
  const chosen = oils?.find((oil) => oil.id === value);
  const density = chosen?.densityKgPerM3;
  const other = amount === undefined || density === null || density === undefined ? undefined : byMass ? volumeText((amount * 1000) / density) : massText(amount * density);
  return (
    <Field label={t('web.fact.oil')} hint={chosen === undefined ? t('web.form.oil-hint') : [density === null || density === undefined ? t('web.form.oil-no-density') : `${num(density)} kg/m³`, ...(other === undefined ? [] : [`≈ ${other}`]), ...chosen.warnings.map(coded)].join(' · ')}>
      <Select className="oil-select" showSearch={{ filterOption: (input, option) => input.toLowerCase().split(/\s+/).every((word) => (option?.keys ?? '').includes(word)) }} placeholder={t('web.form.oil-placeholder')} options={options} value={value ?? null} loading={oils === undefined} onChange={(id: string) => onChange(id)} />
    </Field>
  );
}

interface StationWind {
  readonly speedMps: number | undefined;
  readonly fromDegTrue: number | undefined;
  readonly name: { readonly zh: string; readonly en: string } | undefined;
  readonly observedAt: string | undefined;
  readonly simulated: boolean;
}

export function useStationWind(near: LonLat): StationWind {
  const sensors = useQuery('listSensors', {}).data ?? [];
  const { readings } = useLiveValues();
  const speedValue = environmentValue(sensors, readings, 'wind-speed', near);
  const fromValue = environmentValue(sensors, readings, 'wind-from', near);
  return {
    speedMps: speedValue?.reading?.readingValue, fromDegTrue: fromValue?.reading?.readingValue,
    name: speedValue?.sensor.titles, observedAt: speedValue?.reading?.observedAt, simulated: speedValue?.reading?.simulated ?? false,
  };
}

/** What the station says, shown in the empty field: read, never sent. */
function stationText(t: I18n['t'], station: StationWind, zone: string, value: number | undefined, decimals: number, unit: string): string {
  if (value === undefined || station.observedAt === undefined) return '';
  return t('web.form.wind-station-says', { time: hourMinute(station.observedAt, zone), value: `${num(value, decimals)} ${unit}` });
}

export function StationNote({ station }: { readonly station: StationWind }) {
  const { t, title } = useI18n();
  if (station.name === undefined || station.observedAt === undefined) return <p className="small quiet">{t('web.form.wind-no-station')}</p>;
  return (
    <p className="small quiet">
      {t('web.form.wind-station', { name: title(station.name) })} <Age at={station.observedAt} />
      {station.simulated && <> <span className="sim-mark">{t('web.mark.simulated')}</span></>}
      {serverClock.now() - Date.parse(station.observedAt) > OLD_MS && <> <span className="chip outline">{t('web.form.wind-old')}</span></>}
    </p>
  );
}

function initialAmount(massKg: number | null | undefined, volumeM3: number | null | undefined): string {
  if (massKg !== null && massKg !== undefined) return String(massKg / 1000);
  return volumeM3 === null || volumeM3 === undefined ? '' : String(volumeM3);
}

/** A station reading older than this is offered, and said to be old, ms. */
const OLD_MS = 3_600_000;
