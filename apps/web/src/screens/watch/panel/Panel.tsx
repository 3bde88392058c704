// The right column: what is selected, or the form that a person fills for it.

import type { QueueRow } from '@anlan/contracts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { useDesk } from '../desk-store.ts';
import { OpenIncidentForm } from '../forms/OpenIncidentForm.tsx';
import type { Selection } from '../selection.ts';
import { AlertPanel } from './AlertPanel.tsx';
import { IncidentPanel } from './IncidentPanel.tsx';
import { OrderPanel } from './OrderPanel.tsx';
import { ReportPanel } from './ReportPanel.tsx';

interface Props { readonly selection: Selection | undefined; readonly row: QueueRow | undefined }

export function Panel({ selection }: Props) {
  const { t } = useI18n();
  const form = useDesk((state) => state.form);
  if (form === 'open-incident') return <OpenIncidentForm selection={selection} />;
  if (selection === undefined) {
    return (
      <div className="form quiet">
        <p>{t('web.panel.nothing')}</p>
        <p><kbd>↓</kbd> <kbd>↑</kbd> {t('web.panel.nothing-walk')}</p>
        <p><kbd>F1</kbd> {t('web.keys.f1')}</p>
      </div>
    );
  }
  if (selection.kind === 'alert') return <AlertPanel id={selection.id} />;
  if (selection.kind === 'report') return <ReportPanel id={selection.id} />;
  if (selection.kind === 'order') return <OrderPanel id={selection.id} />;
  return <IncidentPanel id={selection.id} />;
}
