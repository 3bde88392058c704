// One move of the ledger at a time: receipt, issue, transfer, count, the answer to a difference, an
// audit, a verification. What will stand in the book is shown before it is sent; the refusal stands
// in the form. The version that was seen goes with it, so that a second press moves nothing twice.

import { useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { RegisterInfo, RegisterRecord } from '@anlan/contracts';
import { isVersionConflict } from '../../../api/api-error.ts';
import { useAction } from '../../../api/use-action.ts';
import { queryCache } from '../../../api/use-query.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { readNumber } from '../register/draft.ts';
import { exactQuantity } from '../register/units.ts';
import { useKeysFirst } from '../register/use-keys-first.ts';
import type { LedgerStep } from './ledger-step.ts';
import { onHandAfter, roundMillionths } from './ledger-step.ts';
import { LotChoice } from './LotChoice.tsx';
import { sendStep } from './send-step.ts';

interface Props { readonly register: RegisterInfo; readonly record: RegisterRecord; readonly step: LedgerStep; readonly onDone: () => void; readonly onCancel: () => void }

export function LedgerForm({ register, record, step, onDone, onCancel }: Props) {
  const { t } = useI18n();
  const action = useAction();
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState('');
  const [note, setNote] = useState('');
  const [toLotId, setToLotId] = useState('');
  const [approve, setApprove] = useState<boolean>();
  const [seenVersion] = useState(record.streamVersion);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  useKeysFirst({ Escape: onCancel });
  const quantityValue = readNumber(typed);
  const ready = isReady(step, { quantityValue, note, toLotId, approve }) && !action.busy;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const touched = [`register/${record.registerId}`];
    if (await action.run(() => sendStep(step, record, { quantityValue: quantityValue ?? 0, note: note.trim(), toLotId, approve: approve === true, seenVersion }), touched)) onDone();
  };
  const moved = action.error !== undefined && isVersionConflict(action.error);
  const reload = () => {
    queryCache.invalidate([`register/${record.registerId}`]);
    onCancel();
  };
  return (
    <form className="rg-form" ref={form} onSubmit={(event) => void send(event)}>
      <div className="form scroll">
        <h2>{t(`web.reserves.step.${step}`)}</h2>
        <p className="small quiet">{t(`web.reserves.step-hint.${step}`)}</p>
        <Standing step={step} record={record} />
        {step === 'transfer' && <LotChoice record={record} value={toLotId} onChange={setToLotId} />}
        {step === 'answer-count' ? <Answer approve={approve} onChange={setApprove} /> : step !== 'verify' && <Quantity step={step} record={record} typed={typed} onChange={setTyped} />}
        {step === 'verify' && register.verify?.documentFieldId != null && record.values[register.verify.documentFieldId] == null && <p className="rg-problem" role="alert">{t('web.reserves.verify-needs-document')}</p>}
        {step !== 'count' && (
          <div className="field">
            <label htmlFor="ledger-note">{t(step === 'verify' ? 'web.reserves.note-verify' : 'web.reserves.note')}</label>
            <textarea id="ledger-note" className="input" value={note} maxLength={1000} aria-required="true" onChange={(event) => setNote(event.target.value)} />
            <span className="hint">{t('web.reserves.note-hint')}</span>
          </div>
        )}
        {action.error !== undefined && <ErrorBox error={action.error} onRetry={moved ? reload : undefined} />}
      </div>
      <footer className="rg-foot">
        <button type="submit" className="btn primary" disabled={!ready}>{step === 'answer-count' && approve === false ? t('web.reserves.reject') : t(`web.reserves.step.${step}`)}</button>
        <button type="button" className="btn" onClick={onCancel}>{t('web.readiness.cancel')} <kbd>Esc</kbd></button>
      </footer>
    </form>
  );
}

interface Filled { readonly quantityValue: number | undefined; readonly note: string; readonly toLotId: string; readonly approve: boolean | undefined }

function isReady(step: LedgerStep, { quantityValue, note, toLotId, approve }: Filled): boolean {
  const noted = note.trim().length >= 2;
  if (step === 'count') return quantityValue !== undefined && quantityValue >= 0;
  if (step === 'answer-count') return approve !== undefined && noted;
  if (step === 'verify') return noted;
  if (step === 'audit') return quantityValue !== undefined && quantityValue >= 0 && noted;
  return quantityValue !== undefined && quantityValue > 0 && noted && (step !== 'transfer' || toLotId !== '');
}

/** What the book says now, and of a count what it said then. */
function Standing({ step, record: { holding, values } }: { readonly step: LedgerStep; readonly record: RegisterRecord }) {
  const { t, locale } = useI18n();
  if (holding === null) return null;
  const said = (value: number) => exactQuantity(roundMillionths(value), holding.unitCode, locale);
  const counted = values['countedValue'];
  const book = values['countBookValue'];
  if (step === 'answer-count' && typeof counted === 'number' && typeof book === 'number') {
    return <p className="num">{t('web.reserves.difference', { book: said(book), counted: said(counted), difference: `${counted > book ? '+' : ''}${said(counted - book)}` })}</p>;
  }
  if (step === 'audit') return <p className="num">{t('web.reserves.agreed', { agreed: said(Number(values['agreedValue'] ?? 0)), counted: said(Number(values['countedValue'] ?? values['agreedValue'] ?? 0)) })}</p>;
  if (step === 'verify') return null;
  return <p className="num">{t('web.reserves.standing', { onHand: said(holding.onHandValue), held: said(holding.heldValue), free: said(holding.onHandValue - holding.heldValue) })}</p>;
}

function Quantity({ step, record: { holding }, typed, onChange }: { readonly step: LedgerStep; readonly record: RegisterRecord; readonly typed: string; readonly onChange: (text: string) => void }) {
  const { t, locale } = useI18n();
  const unitCode = holding?.unitCode ?? '';
  const value = readNumber(typed);
  const after = onHandAfter(step, holding?.onHandValue ?? 0, value);
  const label = step === 'count' ? t('web.reserves.counted') : step === 'audit' ? t('web.reserves.found') : t('web.reserves.quantity');
  const unreadable = typed.trim() !== '' && value === undefined;
  return (
    <div className="field">
      <label htmlFor="ledger-quantity">{label}</label>
      <span className="rg-beside">
        <input id="ledger-quantity" className="input num" inputMode="decimal" autoComplete="off" value={typed} aria-required="true" aria-invalid={unreadable} onChange={(event) => onChange(event.target.value)} />
        <span className="quiet">{unitCode === '' ? '' : exactQuantity(0, unitCode, locale).replace(/^0\s*/, '')}</span>
      </span>
      {unreadable && <p className="rg-problem" role="alert">{t('web.reserves.no-number')}</p>}
      {after !== undefined && <span className="hint num">{t('web.reserves.after', { onHand: exactQuantity(after, unitCode, locale) })}</span>}
    </div>
  );
}

function Answer({ approve, onChange }: { readonly approve: boolean | undefined; readonly onChange: (approve: boolean) => void }) {
  const { t } = useI18n();
  return (
    <fieldset className="rg-answer">
      <label><input type="radio" name="ledger-answer" checked={approve === true} onChange={() => onChange(true)} />{t('web.reserves.approve')}</label>
      <label><input type="radio" name="ledger-answer" checked={approve === false} onChange={() => onChange(false)} />{t('web.reserves.reject')}</label>
    </fieldset>
  );
}
