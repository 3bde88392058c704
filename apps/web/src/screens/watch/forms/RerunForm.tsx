// What if the wind is different: a new run beside the old one, which stays.

import { useQuery } from '../../../api/use-query.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { useWhatIf } from '../../forecast/use-what-if.ts';
import { WhatIfFields } from '../../forecast/WhatIfFields.tsx';
import { desk } from '../desk-store.ts';
import { newestForecast } from '../panel/incident-view.ts';
import { FormFrame } from './FormFrame.tsx';

export function RerunForm({ incidentId }: { readonly incidentId: string }) {
  const { t } = useI18n();
  const base = newestForecast(useQuery('listForecasts', { params: { id: incidentId } }).data ?? []);
  const whatIf = useWhatIf(incidentId, base);
  return (
    <FormFrame titleKey="web.form.rerun" sendKey="web.form.rerun-send" action={whatIf.action} ready={whatIf.ready} onSend={() => void whatIf.send().then((done) => done && desk.closeForm())}>
      <p>{t('web.form.rerun-hint')}</p>
      <WhatIfFields whatIf={whatIf} />
    </FormFrame>
  );
}
