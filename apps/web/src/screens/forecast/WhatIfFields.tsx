// The three fields of a what-if run.

import { compassName } from '../../format/units.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { NumberField } from '../watch/forms/fields.tsx';
import { readNumber } from '../watch/forms/read-number.ts';
import { windHint } from '../watch/forms/wind-hint.ts';
import type { WhatIf } from './use-what-if.ts';

export function WhatIfFields({ whatIf }: { readonly whatIf: WhatIf }) {
  const { t, locale } = useI18n();
  const fromDegTrue = readNumber(whatIf.windFrom);
  return (
    <>
      <div className="field-row">
        <NumberField id="what-if-wind" label={t('web.form.wind-speed')} value={whatIf.windSpeed} onChange={whatIf.setWindSpeed} unit="m/s" hint={windHint(t, readNumber(whatIf.windSpeed))} />
        <NumberField id="what-if-from" label={t('web.form.wind-from')} value={whatIf.windFrom} onChange={whatIf.setWindFrom} unit={t('web.unit.deg')} hint={fromDegTrue === undefined ? '' : compassName(fromDegTrue, locale)} />
      </div>
      <NumberField id="what-if-hours" label={t('web.form.horizon')} value={whatIf.hours} onChange={whatIf.setHours} unit={t('web.unit.h')} />
    </>
  );
}
