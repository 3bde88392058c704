// Head of a record: its name and state, and what must always be in view: how far its figures may be
// trusted, where they come from, whether they are simulated, who changed it last.

import type { ReactNode } from 'react';
import type { RegisterInfo, RegisterRecord } from '@anlan/contracts';
import { useZone } from '../../../app/installation.tsx';
import { dateTime } from '../../../format/time.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { SimulatedTag } from '../../../parts/Marks.tsx';
import { StateText } from './columns.tsx';
import { confidenceOf, isSimulated, sourceOf } from './declared.ts';

export function RecordHead({ register, record, close }: { readonly register: RegisterInfo; readonly record: RegisterRecord; readonly close: ReactNode }) {
  const { t, title, who } = useI18n();
  const zone = useZone();
  const confidence = confidenceOf(register, record);
  const source = sourceOf(register, record);
  return (
    <header className="rg-head">
      <div className="rg-head-row">
        <span>{title(register.titles)}</span>
        {(record.state !== null || record.archived) && <span className="tag"><StateText register={register} record={record} /></span>}
        {isSimulated(record) && <SimulatedTag />}
        <em className="cut num" title={record.id}>{record.id}</em>
        {close}
      </div>
      <h2>{title(record.title)}</h2>
      <dl className="rg-trust">
        <div><dt>{t('web.readiness.confidence')}</dt><dd>{confidence === undefined ? <span className="quiet">{t('web.readiness.confidence-none')}</span> : <span className={confidence.code === 'verified' ? 'tag' : 'tag dashed'}>{title(confidence.titles)}</span>}</dd></div>
        <div><dt>{t('web.readiness.source')}</dt><dd>{source === undefined || source === null ? <span className="quiet">{t('web.readiness.source-none')}</span> : source}</dd></div>
        {register.verify !== null && (
          <div><dt>{t('web.reserves.verification')}</dt><dd>{record.verification === null ? <span className="tag dashed">{t('web.reserves.reported-only')}</span> : <><span className="tag">{t('web.reserves.verified')}</span> <span className="num">{dateTime(record.verification.at, zone).slice(0, 16)}</span> · {record.verification.by} · {record.verification.note}</>}</dd></div>
        )}
        <div><dt>{t('web.readiness.updated')}</dt><dd className="num">{dateTime(record.updatedAt, zone)} · {who(record.updatedBy)}</dd></div>
      </dl>
      {record.archived && <p className="rg-archived">{t('web.readiness.archived-because', { reason: record.archivedReason ?? '' })}</p>}
    </header>
  );
}
