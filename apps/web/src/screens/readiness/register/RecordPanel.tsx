// One record beside the table: what it says, where it comes from and how far to trust it, what is
// there and held, what runs out, its history; and the forms that change it.

import { useEffect, useState } from 'react';
import { useBlocker } from 'react-router-dom';
import type { RegisterInfo, RegisterRecord } from '@anlan/contracts';
import { useQuery } from '../../../api/use-query.ts';
import { useKeys } from '../../../app/keys.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { Icon } from '../../../parts/Marks.tsx';
import type { LedgerStep } from '../ledger/ledger-step.ts';
import { LedgerForm } from '../ledger/LedgerForm.tsx';
import { LedgerSteps } from '../ledger/LedgerSteps.tsx';
import { HistoryList } from './HistoryList.tsx';
import { RecordContext } from './record-context.ts';
import { RecordFoot } from './RecordFoot.tsx';
import { RecordForm } from './RecordForm.tsx';
import { RecordHead } from './RecordHead.tsx';
import { RecordSheet } from './RecordSheet.tsx';
import { TransitionForm } from './TransitionForm.tsx';

interface Props {
  readonly register: RegisterInfo;
  /** undefined: a new record. */
  readonly recordId: string | undefined;
  /** The record as the table has it; asked for by id when it is not on this page. */
  readonly listed: RegisterRecord | undefined;
  readonly onClose: () => void;
  readonly onMade: (id: string) => void;
}

export function RecordPanel({ register, recordId, listed, onClose, onMade }: Props) {
  const { t, title } = useI18n();
  const asked = useQuery('getRecord', { params: { registerId: register.id, id: recordId ?? '' } }, { enabled: recordId !== undefined && listed === undefined });
  const record = listed ?? asked.data;
  const [doing, setDoing] = useState<'edit' | { readonly to: string } | { readonly step: LedgerStep }>();
  const [dirty, setDirty] = useState(false);
  const stop = () => {
    setDirty(false);
    setDoing(undefined);
  };
  if (recordId === undefined) {
    return (
      <>
        <header className="rg-head"><div className="rg-head-row"><span>{title(register.titles)}</span><CloseButton onClose={onClose} /></div><h2>{t('web.readiness.new-record')}</h2></header>
        <LeaveGuard dirty={dirty} />
        <RecordForm register={register} record={undefined} onDirty={setDirty} onDone={(id) => onMade(id)} onCancel={onClose} />
      </>
    );
  }
  if (record === undefined) {
    return (
      <>
        <header className="rg-head"><div className="rg-head-row"><span>{title(register.titles)}</span><CloseButton onClose={onClose} /></div></header>
        {asked.error === undefined ? <p className="empty-row">{t('web.loading')}</p> : <ErrorBox error={asked.error} onRetry={() => void asked.refetch()} />}
      </>
    );
  }
  return (
    <RecordContext.Provider value={record}>
      <RecordHead register={register} record={record} close={<CloseButton onClose={onClose} />} />
      <LeaveGuard dirty={dirty} />
      {doing === 'edit' ? <RecordForm register={register} record={record} onDirty={setDirty} onDone={stop} onCancel={stop} />
        : doing !== undefined && 'step' in doing ? <LedgerForm register={register} record={record} step={doing.step} onDone={stop} onCancel={stop} />
        : doing !== undefined ? <TransitionForm register={register} record={record} to={doing.to} onDone={stop} onCancel={stop} />
        : <Shown register={register} record={record} onEdit={() => setDoing('edit')} onMove={(to) => setDoing({ to })} onStep={(step) => setDoing({ step })} />}
    </RecordContext.Provider>
  );
}

interface ShownProps { readonly register: RegisterInfo; readonly record: RegisterRecord; readonly onEdit: () => void; readonly onMove: (to: string) => void; readonly onStep: (step: LedgerStep) => void }

function Shown({ register, record, onEdit, onMove, onStep }: ShownProps) {
  const { t } = useI18n();
  const [tab, setTab] = useState<'sheet' | 'history'>('sheet');
  useKeys({ e: record.mayEdit && !record.archived ? onEdit : undefined, h: () => setTab((old) => (old === 'sheet' ? 'history' : 'sheet')) });
  return (
    <>
      <div className="rg-tabs" role="tablist">
        {TABS.map((name) => <button key={name} type="button" role="tab" aria-selected={tab === name} onClick={() => setTab(name)}>{t(`web.readiness.tab.${name}`)}{name === 'history' && <kbd>H</kbd>}</button>)}
      </div>
      <div className="scroll" role="tabpanel">
        {tab === 'sheet' ? <RecordSheet register={register} record={record} /> : <HistoryList register={register} record={record} />}
      </div>
      <LedgerSteps record={record} onStep={onStep} />
      <RecordFoot register={register} record={record} onEdit={onEdit} onMove={onMove} />
    </>
  );
}

/** What was typed and not saved is not lost by a click elsewhere: the page asks first. */
function LeaveGuard({ dirty }: { readonly dirty: boolean }) {
  const { t } = useI18n();
  const blocker = useBlocker(({ currentLocation, nextLocation }) =>
    dirty && (currentLocation.pathname !== nextLocation.pathname || new URLSearchParams(currentLocation.search).get('do') !== new URLSearchParams(nextLocation.search).get('do')));
  useEffect(() => {
    if (!dirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  if (blocker.state !== 'blocked') return null;
  return (
    <div className="rg-leave" role="alertdialog" aria-label={t('web.readiness.unsaved')}>
      <b>{t('web.readiness.unsaved')}</b>
      <button type="button" className="btn slim" autoFocus onClick={() => blocker.reset()}>{t('web.readiness.unsaved-stay')}</button>
      <button type="button" className="btn slim" onClick={() => blocker.proceed()}>{t('web.readiness.unsaved-leave')}</button>
    </div>
  );
}

function CloseButton({ onClose }: { readonly onClose: () => void }) {
  const { t } = useI18n();
  return <button type="button" className="icon-btn rg-close" aria-label={t('web.readiness.close')} title={`${t('web.readiness.close')} Esc`} onClick={onClose}><Icon name="close" /></button>;
}

const TABS = ['sheet', 'history'] as const;
