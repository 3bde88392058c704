// The steps of the ledger that this person may take with this record, each with its key.

import type { RegisterRecord } from '@anlan/contracts';
import type { KeyMap } from '../../../app/keys.ts';
import { useKeys } from '../../../app/keys.ts';
import { useAccount } from '../../../app/seat.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import type { LedgerStep } from './ledger-step.ts';
import { ledgerSteps, STEP_KEYS } from './ledger-step.ts';

export function LedgerSteps({ record, onStep }: { readonly record: RegisterRecord; readonly onStep: (step: LedgerStep) => void }) {
  const { t } = useI18n();
  const steps = ledgerSteps(record, useAccount().roles);
  const keys: KeyMap = Object.fromEntries(steps.map((step) => [STEP_KEYS[step], () => onStep(step)]));
  useKeys(keys);
  if (steps.length === 0) return null;
  return (
    <div className="rg-ledger" role="group" aria-label={t('web.reserves.steps')}>
      {steps.map((step) => <button key={step} type="button" className="btn slim" onClick={() => onStep(step)}>{t(`web.reserves.step.${step}`)} <kbd>{STEP_KEYS[step].toUpperCase()}</kbd></button>)}
    </div>
  );
}
