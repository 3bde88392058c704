// Import: the file is judged first and nothing is written; what would be made, changed or refused is
// shown row by row; only then may it be taken in.

import { useRef, useState } from 'react';
import type { RegisterInfo, RouteAnswer } from '@anlan/contracts';
import { callWithBytes } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { Icon } from '../../../parts/Marks.tsx';
import { num } from '../../../format/numbers.ts';
import { fieldsOf } from './declared.ts';
import { formatOf, IMPORT_FORMATS, rowNumber } from './import-file.ts';
import type { ImportFormat } from './import-file.ts';
import { problemText } from './problems.ts';

type Answer = RouteAnswer<'importRecords'>;
interface Judged { readonly file: File; readonly format: ImportFormat; readonly answer: Answer; readonly written: boolean }

export function ImportPanel({ register, onClose }: { readonly register: RegisterInfo; readonly onClose: () => void }) {
  const { t, title } = useI18n();
  const action = useAction();
  const input = useRef<HTMLInputElement>(null);
  const [judged, setJudged] = useState<Judged>();
  const [strange, setStrange] = useState('');
  const send = (file: File, format: ImportFormat, written: boolean) => void action.run(async () => {
    const answer = await callWithBytes('importRecords', { params: { registerId: register.id }, query: { format, dryRun: !written } }, file);
    setJudged({ file, format, answer, written });
  }, written ? [`register/${register.id}`, 'indicators'] : []);
  const choose = (file: File | undefined) => {
    if (file === undefined) return;
    setJudged(undefined);
    const format = formatOf(file.name);
    setStrange(format === undefined ? file.name : '');
    if (format !== undefined) send(file, format, false);
  };
  const formats = IMPORT_FORMATS.filter((format) => format !== 'geojson' || register.geometryFieldId !== null);
  const takenCount = judged === undefined ? 0 : judged.answer.createdCount + judged.answer.changedCount;
  return (
    <>
      <header className="rg-head">
        <div className="rg-head-row"><span>{title(register.titles)}</span><button type="button" className="icon-btn rg-close" aria-label={t('web.readiness.close')} onClick={onClose}><Icon name="close" /></button></div>
        <h2>{t('web.readiness.import-title')}</h2>
      </header>
      <div className="scroll">
        <div className="form">
          <p className="small">{t('web.readiness.import-hint')}</p>
          <div className="rg-drop" onDragOver={(event) => event.preventDefault()} onDrop={(event) => { event.preventDefault(); choose(event.dataTransfer.files[0]); }}>
            <button type="button" className="btn" autoFocus disabled={action.busy} onClick={() => input.current?.click()}>{t('web.readiness.import-choose')}</button>
            <span className="small quiet">{t('web.readiness.import-drop', { formats: formats.map((format) => format.toUpperCase()).join(t('web.list.separator')) })}</span>
            <input ref={input} type="file" hidden accept={formats.map((format) => `.${format}`).join(',')} onChange={(event) => { choose(event.target.files?.[0]); event.target.value = ''; }} />
          </div>
          {strange !== '' && <p className="rg-problem" role="alert">{t('web.readiness.import-strange', { name: strange })}</p>}
          {action.busy && <p className="quiet" role="status">{judged === undefined ? t('web.readiness.import-reading') : t('web.readiness.import-writing')}</p>}
          {action.error !== undefined && <ErrorBox error={action.error} />}
        </div>
        {judged !== undefined && <ImportResult judged={judged} register={register} />}
      </div>
      <footer className="rg-foot">
        {judged !== undefined && !judged.written && <button type="button" className="btn primary" disabled={action.busy || takenCount === 0} onClick={() => send(judged.file, judged.format, true)}>{takenCount === 0 ? t('web.readiness.import-nothing') : t('web.readiness.import-take', { count: num(takenCount) })}</button>}
        <button type="button" className="btn" onClick={onClose}>{judged?.written === true ? t('web.readiness.close') : t('web.readiness.cancel')} <kbd>Esc</kbd></button>
      </footer>
    </>
  );
}

function ImportResult({ judged, register }: { readonly judged: Judged; readonly register: RegisterInfo }) {
  const { t, locale } = useI18n();
  const { answer, file, format, written } = judged;
  const fields = fieldsOf(register);
  return (
    <>
      <h2 className="section-bar">{written ? t('web.readiness.import-done') : t('web.readiness.import-judged')} <em className="cut">{file.name}</em></h2>
      <dl className="rg-holding four num" role="status">
        {(['created', 'changed', 'unchanged'] as const).map((name) => <div key={name}><dt>{t(`web.readiness.import.${name}`)}</dt><dd>{num(answer[`${name}Count`])}</dd></div>)}
        <div><dt>{t('web.readiness.import.refused')}</dt><dd>{answer.refused.length === 0 ? '0' : <span className="chip">{num(answer.refused.length)}</span>}</dd></div>
      </dl>
      <ol className="rg-refused">
        {answer.refused.map(({ rowIndex, problems }) => (
          <li key={rowIndex}>
            <b className="num">{t('web.readiness.import-row', { row: rowNumber(format, rowIndex) })}</b>
            <ul>{problems.map((problem, index) => <li key={index}>{problemText(problem, fields, locale)}</li>)}</ul>
          </li>
        ))}
      </ol>
    </>
  );
}
