// The values of a record, every field of the declaration; what runs out and what is held first.

import { useNavigate } from 'react-router-dom';
import type { RegisterInfo, RegisterRecord } from '@anlan/contracts';
import { useZone } from '../../../app/installation.tsx';
import { useNow } from '../../../app/now.ts';
import { dateTime, duration } from '../../../format/time.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { desk } from '../../watch/desk-store.ts';
import type { Field } from './declared.ts';
import { CONFIDENCE_FIELD, fieldsOf, ownFields, SOURCE_FIELD } from './declared.ts';
import { runningOut } from './expiry.ts';
import { FieldValue } from './FieldValue.tsx';
import { groupDigits } from './money.ts';
import { plainNumber, unitWord } from './units.ts';

export function RecordSheet({ register, record }: { readonly register: RegisterInfo; readonly record: RegisterRecord }) {
  const { t } = useI18n();
  const fields = fieldsOf(register);
  const own = ownFields(fields).filter(({ id }) => id !== CONFIDENCE_FIELD && id !== SOURCE_FIELD);
  const kept = fields.filter((field) => field.system);
  return (
    <>
      {record.holding !== null && <Holding holding={record.holding} />}
      <Expiry register={register} record={record} fields={fields} />
      <FieldList fields={own} record={record} register={register} />
      {kept.length > 0 && <><h2 className="section-bar">{t('web.readiness.system-fields')} <em>{t('web.readiness.system-hint')}</em></h2><FieldList fields={kept} record={record} register={register} /></>}
    </>
  );
}

function FieldList({ fields, record, register }: { readonly fields: readonly Field[]; readonly record: RegisterRecord; readonly register: RegisterInfo }) {
  const { t, title } = useI18n();
  const navigate = useNavigate();
  const showOnMap = () => {
    if (record.position === null) return;
    void navigate('/watch');
    desk.lookAt(record.position);
  };
  return (
    <dl className="rg-sheet">
      {fields.map((field) => (
        <div key={field.id} className={field.type === 'rows' || field.type === 'longtext' ? 'tall' : undefined}>
          <dt>{title(field.titles)}</dt>
          <dd>
            <FieldValue field={field} value={record.values[field.id]} />
            {field.id === register.geometryFieldId && record.position !== null && <button type="button" className="btn slim plain" onClick={showOnMap}>{t('web.readiness.show-on-map')}</button>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** On hand, promised to orders, free: never typed in, always from the ledger. */
function Holding({ holding }: { readonly holding: NonNullable<RegisterRecord['holding']> }) {
  const { t, locale } = useI18n();
  const unit = unitWord(holding.unitCode, locale);
  const shown = { 'on-hand': holding.onHandValue, held: holding.heldValue, free: holding.onHandValue - holding.heldValue } as const;
  return (
    <dl className="rg-holding num">
      {(['on-hand', 'held', 'free'] as const).map((name) => <div key={name}><dt>{t(`web.readiness.holding.${name}`)}</dt><dd>{groupDigits(plainNumber(shown[name]))} <small>{unit}</small></dd></div>)}
    </dl>
  );
}

function Expiry({ register, record, fields }: { readonly register: RegisterInfo; readonly record: RegisterRecord; readonly fields: readonly Field[] }) {
  const { t, title, locale } = useI18n();
  const zone = useZone();
  const now = useNow();
  const running = runningOut(register, record, now).filter(({ state }) => state !== 'far');
  return running.length === 0 ? null : (
    <ul className="rg-reminders">
      {running.map(({ fieldId, at, leftMs, state }) => {
        const field = fields.find(({ id }) => id === fieldId);
        const age = duration(Math.abs(leftMs), locale);
        return (
          <li key={fieldId}>
            <span className={state === 'expired' ? 'chip' : 'chip outline'}>{state === 'expired' ? t('web.readiness.expired') : t('web.readiness.due')}</span>
            <span>{field === undefined ? fieldId : title(field.titles)} <span className="num">{dateTime(at, zone).slice(0, 16)}</span></span>
            <em className="num">{state === 'expired' ? t('web.readiness.since', { age }) : t('web.readiness.in', { age })}</em>
          </li>
        );
      })}
    </ul>
  );
}
