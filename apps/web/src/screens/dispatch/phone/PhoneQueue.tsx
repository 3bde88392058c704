// Every step that was tapped on this phone with where it stands: on the phone, on its way, recorded at
// which time, or refused with the reason.

import { useZone } from '../../../app/installation.tsx';
import { useNow } from '../../../app/now.ts';
import { clockTime, duration } from '../../../format/time.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { forgetQueued, retryQueued, useStepOutbox } from './step-outbox-store.ts';
import type { QueuedStep } from './step-outbox.ts';

export function PhoneQueue({ accountId }: { readonly accountId: string }) {
  const { t } = useI18n();
  const now = useNow();
  // What was recorded at once needs no line; what waited is shown until it is an hour old.
  const shown = useStepOutbox().filter((step) => step.accountId === accountId && (step.state !== 'recorded' || (step.recordedAt !== null && step.recordedAt - step.tappedAt > SOON_MS && now - step.recordedAt < SHOWN_MS)));
  if (shown.length === 0) return null;
  return (
    <section className="phone-queue" aria-live="polite">
      <h2>{t('web.phone.queue', { count: shown.filter((step) => step.state !== 'recorded').length })}</h2>
      <ul>{shown.map((step) => <Item key={step.key} step={step} />)}</ul>
    </section>
  );
}

function Item({ step }: { readonly step: QueuedStep }) {
  const { t, title, locale } = useI18n();
  const zone = useZone();
  return (
    <li data-state={step.state}>
      <p><b>{t(`web.phone.did.${step.step}`)}</b> <span className="num">{clockTime(step.tappedAt, zone)}</span> <span className={step.state === 'refused' ? 'chip' : step.state === 'recorded' ? 'tag' : 'tag dashed'}>{t(`web.phone.state.${step.state}`)}</span></p>
      <p className="quiet cut">{title(step.task)}</p>
      {step.recordedAt !== null && <p className="quiet num">{t('web.dispatch.recorded', { time: clockTime(step.recordedAt, zone), age: duration(step.recordedAt - step.tappedAt, locale) })}</p>}
      {step.state === 'kept' && step.attemptCount > 0 && <p className="quiet">{t('web.phone.tried', { count: step.attemptCount })}</p>}
      {step.refusal !== null && <p>{locale === 'en' ? step.refusal.en : step.refusal.zh} <span className="quiet small">{step.refusal.code}</span></p>}
      {(step.state === 'kept' || step.state === 'refused') && (
        <div className="phone-reasons">
          <button type="button" className="btn slim" onClick={() => retryQueued(step.key, step.accountId)}>{t('web.error.retry')}</button>
          {step.state === 'refused' && <button type="button" className="btn slim plain" onClick={() => forgetQueued(step.key)}>{t('web.phone.forget')}</button>}
        </div>
      )}
    </li>
  );
}

/** Recorded within this time counts as at once, ms. */
const SOON_MS = 10_000;
const SHOWN_MS = 3_600_000;
