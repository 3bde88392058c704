// What if the wind is different: a new run beside the old one, which stays.

import { useState } from 'react';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useQuery } from '../../../api/use-query.ts';
import { num } from '../../../format/numbers.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { desk } from '../desk-store.ts';
import { newestForecast } from '../panel/incident-view.ts';
import { windHint, windName } from './ConfirmSpillForm.tsx';
import { FormFrame } from './FormFrame.tsx';
import { NumberField, readNumber } from './fields.tsx';

export function RerunForm({ incidentId }: { readonly incidentId: string }) {
  const { t, locale } = useI18n();
  const action = useAction();
  const base = newestForecast(useQuery('listForecasts', { params: { id: incidentId } }).data ?? []);
  const [windSpeed, setWindSpeed] = useState<string>();
  const [windFrom, setWindFrom] = useState<string>();
  const [hours, setHours] = useState<string>();
  const speedText = windSpeed ?? (base === undefined ? '' : num(base.input.wind.speedMps, 1));
  const fromText = windFrom ?? (base === undefined ? '' : num(base.input.wind.windFromDegTrue));
  const hoursText = hours ?? (base === undefined ? '' : num(base.input.horizonS / 3600));
  const [speedMps, windFromDegTrue, horizonHours] = [readNumber(speedText), readNumber(fromText), readNumber(hoursText)];
  const ready = speedMps !== undefined && windFromDegTrue !== undefined && horizonHours !== undefined && horizonHours > 0;
  const send = () => {
    if (!ready) return;
    void action.run(() => call('requestForecast', { params: { id: incidentId }, body: { wind: { speedMps, windFromDegTrue }, horizonS: horizonHours * 3600 } }), [`incident/${incidentId}`])
      .then((done) => done && desk.closeForm());
  };
  return (
    <FormFrame titleKey="web.form.rerun" sendKey="web.form.rerun-send" action={action} ready={ready} onSend={send}>
      <p>{t('web.form.rerun-hint')}</p>
      <div className="field-row">
        <NumberField id="rerun-wind" label={t('web.form.wind-speed')} value={speedText} onChange={setWindSpeed} unit="m/s" hint={windHint(t, speedMps)} />
        <NumberField id="rerun-from" label={t('web.form.wind-from')} value={fromText} onChange={setWindFrom} unit={t('web.unit.deg')} hint={windName(windFromDegTrue, locale)} />
      </div>
      <NumberField id="rerun-hours" label={t('web.form.horizon')} value={hoursText} onChange={setHours} unit={t('web.unit.h')} />
    </FormFrame>
  );
}
