// The steps of one slip so far, and the next ones: what was counted or received line by line, how
// long a passed test holds, and a note. Who may is the server's word; a refusal stays on the screen.

import { useState } from 'react';
import type { Slip } from '@anlan/contracts';
import type { WebKey } from '@anlan/messages';
import { useAction } from '../../../api/use-action.ts';
import { useZone } from '../../../app/installation.tsx';
import { dateTime } from '../../../format/time.ts';
import { quantity } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import type { Named } from './names.ts';
import { nameOf } from './names.ts';
import { sendSlipStep } from './send-slip-step.ts';
import { asksUntil, enteredLines, nextSteps } from './slip-view.ts';
import type { SlipStep } from './slip-view.ts';

export function SlipSteps({ slip, named }: { readonly slip: Slip; readonly named: Named }) {
  const { t, title, locale } = useI18n();
  const zone = useZone();
  const action = useAction();
  const [note, setNote] = useState('');
  const [until, setUntil] = useState('');
  const lines = enteredLines(slip);
  const [amounts, setAmounts] = useState<Readonly<Record<string, string>>>({});
  const valueOf = (key: string, usual: number | null) => amounts[key] ?? (usual === null ? '' : String(usual));
  const complete = lines.every(({ key, usualValue }) => valueOf(key, usualValue) !== '' && Number(valueOf(key, usualValue)) >= 0);
  const send = (step: SlipStep) => void action.run(() => sendSlipStep(slip, step, { note: note.trim(), untilDay: until, amountOf: (key, usual) => Number(valueOf(key, usual)) }), ['slips', 'register/stock-lots']).then((done) => {
    if (done) setNote('');
  });
  const steps = nextSteps(slip);
  return (
    <div className="store-slip">
      <ol className="store-steps">{slip.steps.map((step, i) => <li key={i}><span className="num">{dateTime(step.at, zone).slice(0, 16)}</span> {t(`web.store.step.${step.type}` as WebKey)} · {step.by}{step.note === '' ? '' : ` · ${step.note}`}</li>)}</ol>
      {steps.length > 0 && lines.length > 0 && (
        <ul className="store-entries">
          {lines.map(({ key, itemKindId, lotId, bookValue, usualValue }) => (
            <li key={key}><label>{title(nameOf(named, 'item-kinds', itemKindId))} <span className="quiet">{title(nameOf(named, 'stock-lots', lotId))}</span> {bookValue !== null && <span className="quiet num">{t('web.store.book', { book: quantity(bookValue, named.unitCodes[itemKindId] ?? null, locale) })}</span>}
              <input className="input" inputMode="decimal" value={valueOf(key, usualValue)} onChange={(event) => setAmounts((old) => ({ ...old, [key]: event.target.value }))} /></label></li>
          ))}
        </ul>
      )}
      {steps.length > 0 && (
        <div className="store-next">
          {asksUntil(slip) && <label className="rs-pick">{t('web.store.valid-until')} <input type="date" className="input" value={until} onChange={(event) => setUntil(event.target.value)} /></label>}
          <input className="input" aria-label={t('web.store.note')} placeholder={t('web.store.note')} value={note} maxLength={1000} onChange={(event) => setNote(event.target.value)} />
          {steps.map((step, i) => <button key={step} type="button" className={i === 0 ? 'btn primary' : 'btn'} disabled={action.busy || note.trim().length < 2 || !complete || (step === 'retest' && until === '')} onClick={() => send(step)}>{t(`web.store.do.${step}`)}</button>)}
        </div>
      )}
      {action.error !== undefined && <ErrorBox error={action.error} />}
    </div>
  );
}
