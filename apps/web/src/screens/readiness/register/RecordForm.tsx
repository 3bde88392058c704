// The form of a record, drawn from the declaration. The server judges: all of its problems are shown
// at once, each at its field. When somebody else was first, what was typed here stays.

import { useEffect, useMemo, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import type { RegisterInfo, RegisterRecord } from '@anlan/contracts';
import { isVersionConflict } from '../../../api/api-error.ts';
import { call } from '../../../api/call.ts';
import type { Action } from '../../../api/use-action.ts';
import { useAction } from '../../../api/use-action.ts';
import { useZone } from '../../../app/installation.tsx';
import { dateTime } from '../../../format/time.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import type { Field } from './declared.ts';
import { fieldsOf, ownFields } from './declared.ts';
import type { DraftGroup } from './draft.ts';
import { changedValues, newValues, rebaseDrafts, toDrafts } from './draft.ts';
import { FieldInput } from './FieldInput.tsx';
import { FieldValue } from './FieldValue.tsx';
import type { PlacedProblems } from './problems.ts';
import { NO_PROBLEMS, placeProblems } from './problems.ts';
import { useKeysFirst } from './use-keys-first.ts';

interface Props {
  readonly register: RegisterInfo;
  /** undefined: a new record. */
  readonly record: RegisterRecord | undefined;
  readonly onDirty: (dirty: boolean) => void;
  readonly onDone: (id: string) => void;
  readonly onCancel: () => void;
}

export function RecordForm({ register, record, onDirty, onDone, onCancel }: Props) {
  const { t, locale } = useI18n();
  const form = useRef<HTMLFormElement>(null);
  const action = useAction();
  const { fields, base, drafts, setDrafts, changes, rebase, taken } = useDrafts(register, record);
  const [newId, setNewId] = useState('');
  const dirty = Object.keys(changes).length > 0;
  const problems = useProblems(action, fieldsOf(register), locale);
  useEffect(() => onDirty(dirty), [dirty, onDirty]);
  useEffect(() => form.current?.querySelector<HTMLElement>('input:not(:disabled), textarea, select')?.focus(), []);
  useEffect(() => {
    if (problems.problemCount > 0) form.current?.querySelector<HTMLElement>('.rg-problem')?.closest('.field')?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }, [problems]);
  useKeysFirst({ Escape: dirty ? undefined : onCancel });

  const write = async () => {
    if (base === undefined) return call('createRecord', { params: { registerId: register.id }, body: { ...(newId.trim() === '' ? {} : { id: newId.trim() }), values: changes } });
    return call('changeRecord', { params: { registerId: register.id, id: base.id }, body: { values: changes, seenVersion: base.streamVersion } });
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (action.busy || (base !== undefined && !dirty)) return;
    let savedId = '';
    const done = await action.run(async () => (savedId = (await write()).id), [`register/${register.id}`, 'indicators']);
    if (!done) return;
    onDirty(false);
    onDone(savedId);
  };
  const conflict = action.error !== undefined && isVersionConflict(action.error);
  const reload = async () => {
    if (base === undefined) return;
    rebase(await call('getRecord', { params: { registerId: register.id, id: base.id } }));
    action.clear();
  };
  const newer = record !== undefined && base !== undefined && record.streamVersion > base.streamVersion;
  return (
    <form className="rg-form" ref={form} onSubmit={(event) => void save(event)} noValidate>
      <div className="form scroll">
        {newer && <NewerNotice record={record} refused={conflict} onTake={() => { rebase(record); action.clear(); }} />}
        {taken !== undefined && <TakenNotice taken={taken} fields={fields} />}
        {!(conflict && newer) && <Refused action={action} problems={problems} conflict={conflict} onReload={() => void action.run(reload)} />}
        {base === undefined && (
          <div className="field">
            <label htmlFor="f-new-id">{t('web.readiness.record-id')}</label>
            <input id="f-new-id" className="input num" value={newId} maxLength={80} autoComplete="off" onChange={(event) => setNewId(event.target.value)} />
            <span className="hint">{t('web.readiness.record-id-hint')}</span>
          </div>
        )}
        {fields.map((field) => (base !== undefined && field.fixed
          ? <FixedField key={field.id} field={field} value={base.values[field.id]} />
          : <FieldInput key={field.id} field={field} path={field.id} draft={drafts[field.id]} problems={problems} onChange={(draft) => setDrafts({ ...drafts, [field.id]: draft })} />))}
      </div>
      <footer className="rg-foot">
        <button type="submit" className="btn primary" disabled={action.busy || (base !== undefined && !dirty)}>{base === undefined ? t('web.readiness.create') : dirty ? t('web.readiness.save', { count: Object.keys(changes).length }) : t('web.readiness.save-none')}</button>
        <button type="button" className="btn" onClick={onCancel}>{t('web.readiness.cancel')}{!dirty && <> <kbd>Esc</kbd></>}</button>
        {problems.problemCount > 0 && <span className="chip rg-last">{t('web.readiness.problems-short', { count: problems.problemCount })}</span>}
      </footer>
    </form>
  );
}

interface Taken { readonly theirs: readonly string[]; readonly clashes: readonly string[] }

/** What stands in the form, over the version of the record that it was opened with. */
function useDrafts(register: RegisterInfo, record: RegisterRecord | undefined) {
  const [base, setBase] = useState(record);
  const values = base?.values ?? NO_VALUES;
  // Fields about a person that this seat may not see have no value here and no place in the form.
  const fields = useMemo(() => ownFields(fieldsOf(register)).filter((field) => base === undefined || !field.personal || field.id in base.values), [register, base]);
  const [drafts, setDrafts] = useState<DraftGroup>(() => toDrafts(fields, values));
  const [taken, setTaken] = useState<Taken>();
  const changes = useMemo(() => (base === undefined ? newValues(fields, drafts) : changedValues(fields.filter((field) => !field.fixed), values, drafts)), [fields, base, values, drafts]);
  const rebase = (next: RegisterRecord) => {
    const rebased = rebaseDrafts(fields, values, next.values, drafts);
    setBase(next);
    setDrafts(rebased.drafts);
    setTaken(rebased);
  };
  return { fields, base, drafts, setDrafts, changes, rebase, taken };
}

function useProblems(action: Action, fields: readonly Field[], locale: 'zh-CN' | 'en'): PlacedProblems {
  const told = action.error?.answer.problems;
  return useMemo(() => (told === undefined ? NO_PROBLEMS : placeProblems(told, fields, locale)), [told, fields, locale]);
}

function Refused({ action, problems, conflict, onReload }: { readonly action: Action; readonly problems: PlacedProblems; readonly conflict: boolean; readonly onReload: () => void }) {
  const { t } = useI18n();
  if (action.error === undefined) return null;
  if (problems.problemCount === 0) return <ErrorBox error={action.error} onRetry={conflict ? onReload : undefined} />;
  return (
    <div className="error-box" role="alert">
      <p><span className="chip">{t('web.error.mark')}</span> <b>{t('web.readiness.problem-count', { count: problems.problemCount })}</b></p>
      {problems.elsewhere.map((sentence) => <p key={sentence}>{sentence}</p>)}
    </div>
  );
}

function NewerNotice({ record, refused, onTake }: { readonly record: RegisterRecord; readonly refused: boolean; readonly onTake: () => void }) {
  const { t, who } = useI18n();
  const zone = useZone();
  return (
    <div className="rg-note" role={refused ? 'alert' : 'status'}>
      <span>{refused && <><span className="chip">{t('web.error.mark')}</span> </>}{t('web.readiness.newer', { name: who(record.updatedBy), time: dateTime(record.updatedAt, zone).slice(11) })}</span>
      <button type="button" className="btn slim" onClick={onTake}>{t('web.readiness.newer-take')}</button>
    </div>
  );
}

function TakenNotice({ taken, fields }: { readonly taken: Taken; readonly fields: readonly Field[] }) {
  const { t, title } = useI18n();
  const names = (ids: readonly string[]) => ids.map((id) => fields.find((field) => field.id === id)).flatMap((field) => (field === undefined ? [] : [title(field.titles)])).join(t('web.list.separator'));
  return (
    <div className="rg-note" role="status">
      <span>{taken.theirs.length === 0 ? t('web.readiness.taken-nothing') : t('web.readiness.taken', { fields: names(taken.theirs) })}{taken.clashes.length > 0 && <b> {t('web.readiness.clash', { fields: names(taken.clashes) })}</b>}</span>
    </div>
  );
}

function FixedField({ field, value }: { readonly field: Field; readonly value: unknown }) {
  const { t, title } = useI18n();
  return (
    <div className="field">
      <span className="label">{title(field.titles)}<em>{t('web.readiness.fixed')}</em></span>
      <span className="rg-fixed"><FieldValue field={field} value={value} /></span>
    </div>
  );
}

const NO_VALUES: Readonly<Record<string, unknown>> = {};
