// Blocking or cancelling an order: a reason in words, and what becomes of the goods.

import { useState } from 'react';
import type { Order } from '@anlan/contracts';
import type { WebKey } from '@anlan/messages';
import { useAction } from '../../api/use-action.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ReviewDialog } from '../../parts/room/ReviewDialog.tsx';
import { hasDeparted } from './order-view.ts';
import { sendStep, touchedBy } from './send-step.ts';

interface Props { readonly order: Order; readonly step: 'block' | 'cancel'; readonly onClose: () => void }

export function ReasonDialog({ order, step, onClose }: Props) {
  const { t, title } = useI18n();
  const action = useAction();
  const [text, setText] = useState('');
  const send = () => void action.run(() => sendStep({ orderId: order.id, step, note: text.trim(), seenVersion: order.streamVersion }), touchedBy(order.id, order.incidentId)).then((done) => done && onClose());
  const becomes: WebKey = step === 'block' ? 'web.dispatch.block-goods' : hasDeparted(order) ? 'web.dispatch.cancel-drawn' : 'web.dispatch.cancel-held';
  return (
    <ReviewDialog title={t(`web.dispatch.${step}-title`)} sendText={t(`web.dispatch.${step}`)} action={action} ready={text.trim().length >= 2} onSend={send} onClose={onClose}>
      <p>{title(order.task)}</p>
      <p className="quiet">{t(becomes)}</p>
      <div className="field">
        <label htmlFor="reason">{t('web.form.reason')}</label>
        <textarea id="reason" data-first className="input" maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }} />
      </div>
    </ReviewDialog>
  );
}
