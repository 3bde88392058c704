// A document that proves the record: chosen as a file, sent at once, named in the record only when the
// record is saved. The server judges its content; the refusal stands here, at the field.

import { useRef, useState } from 'react';
import { callForm } from '../../../../api/call.ts';
import { useAction } from '../../../../api/use-action.ts';
import { useI18n } from '../../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../../parts/ErrorBox.tsx';
import { DocumentLink } from '../DocumentLink.tsx';
import type { InputProps } from './input-props.ts';
import { controlId } from './input-props.ts';

export function DocumentInput({ field, path, draft, problems, onChange }: InputProps) {
  const { t } = useI18n();
  const action = useAction();
  const file = useRef<HTMLInputElement>(null);
  const kept = typeof draft === 'string' ? draft : '';
  /** What was sent from this form; its link opens once the record is saved. */
  const [sent, setSent] = useState<{ readonly id: string; readonly name: string }>();
  const send = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    await action.run(async () => {
      const form = new FormData();
      form.append('file', chosen, chosen.name);
      const { id } = await callForm('uploadDocument', form);
      setSent({ id, name: chosen.name });
      onChange(id);
    });
    if (file.current !== null) file.current.value = '';
  };
  return (
    <>
      <span className="rg-document">
        <input
          ref={file} type="file" className="rg-picker" tabIndex={-1} aria-hidden="true" accept="application/pdf,image/jpeg,image/png"
          onChange={(event) => void send(event.target.files?.[0])}
        />
        <button id={controlId(path)} type="button" className="btn slim" aria-required={field.required} aria-invalid={problems.byPath.has(path)} disabled={action.busy} onClick={() => file.current?.click()}>
          {action.busy ? t('web.reserves.document.sending') : kept === '' ? t('web.reserves.document.attach') : t('web.reserves.document.replace')}
        </button>
        {kept !== '' && (sent?.id === kept ? <span className="cut" title={kept}>{sent.name}</span> : <DocumentLink documentId={kept} button />)}
        {kept !== '' && <button type="button" className="btn slim plain" disabled={action.busy} onClick={() => onChange('')}>{t('web.reserves.document.take-off')}</button>}
      </span>
      {action.error !== undefined && <ErrorBox error={action.error} onClose={action.clear} />}
    </>
  );
}
