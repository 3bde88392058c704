// A dialog that asks for one text: verifying a lesson, closing the review.

import { useState } from 'react';
import { useAction } from '../../api/use-action.ts';
import { ReviewDialog } from '../../parts/room/ReviewDialog.tsx';

interface Props {
  readonly title: string;
  /** What it is about, in the words of the record. */
  readonly said?: string;
  readonly label: string;
  readonly hint: string;
  readonly sendText: string;
  readonly textMax: number;
  readonly touched: readonly string[];
  readonly onSend: (text: string) => Promise<unknown>;
  readonly onClose: () => void;
}

export function TextDialog({ title, said, label, hint, sendText, textMax, touched, onSend, onClose }: Props) {
  const action = useAction();
  const [text, setText] = useState('');
  return (
    <ReviewDialog title={title} sendText={sendText} action={action} ready={text.trim().length >= 2} onSend={() => void action.run(() => onSend(text.trim()), touched).then((done) => done && onClose())} onClose={onClose}>
      {said !== undefined && <p>{said}</p>}
      <div className="field">
        <label htmlFor="dialog-text">{label}</label>
        <textarea id="dialog-text" data-first className="input dialog-text" maxLength={textMax} value={text} onChange={(event) => setText(event.target.value)} />
        <span className="hint">{hint}</span>
      </div>
    </ReviewDialog>
  );
}
