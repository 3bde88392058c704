// A reason and a button: dismissing an alert, a report or an incident, terminating.

import { useState } from 'react';
import type { WebKey } from '@anlan/messages';
import { useAction } from '../../../api/use-action.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { desk } from '../desk-store.ts';
import { Field, FormFrame } from './FormFrame.tsx';

interface Props {
  readonly titleKey: WebKey;
  readonly labelKey?: WebKey;
  readonly hintKey?: WebKey;
  readonly onSend: (text: string) => Promise<unknown>;
  readonly touched: readonly string[];
  readonly onReload?: () => void;
}

export function ReasonForm({ titleKey, labelKey = 'web.form.reason', hintKey, onSend, touched, onReload }: Props) {
  const { t } = useI18n();
  const action = useAction();
  const [text, setText] = useState('');
  const send = () => void action.run(() => onSend(text.trim()), touched).then((done) => done && desk.closeForm());
  return (
    <FormFrame titleKey={titleKey} action={action} ready={text.trim().length >= 2} onSend={send} onReload={onReload}>
      <Field label={t(labelKey)} id="reason" {...(hintKey === undefined ? {} : { hint: t(hintKey) })}>
        <textarea id="reason" className="input" value={text} maxLength={1000} onChange={(event) => setText(event.target.value)} />
      </Field>
    </FormFrame>
  );
}
