// What may be done with a record, or why nothing may be done.

import type { RegisterInfo, RegisterRecord } from '@anlan/contracts';
import { useAccount } from '../../../app/seat.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';

interface Props { readonly register: RegisterInfo; readonly record: RegisterRecord; readonly onEdit: () => void; readonly onMove: (to: string) => void }

export function RecordFoot({ register, record, onEdit, onMove }: Props) {
  const { t, title } = useI18n();
  const role = useAccount().roles[0];
  const roleName = role === undefined ? t('web.seat.no-role') : t(`web.role.${role}`);
  if (!record.mayEdit) {
    return <footer className="rg-foot"><p className="small quiet">{register.mayEdit ? t('web.readiness.read-only-record') : t('web.readiness.read-only-why', { role: roleName })}</p></footer>;
  }
  if (record.archived) return <footer className="rg-foot"><button type="button" className="btn primary" onClick={() => onMove('restored')}>{t('web.readiness.restore')}</button></footer>;
  return (
    <footer className="rg-foot">
      <button type="button" className="btn primary" onClick={onEdit}>{t('web.readiness.edit')} <kbd>E</kbd></button>
      {register.transitions.filter(({ from }) => from === record.state).map(({ to, titles }) => (
        <button key={to} type="button" className="btn" onClick={() => onMove(to)}>{t('web.readiness.move-to', { state: title(titles) })}</button>
      ))}
      <button type="button" className="btn rg-last" onClick={() => onMove('archived')}>{t('web.readiness.archive')}</button>
    </footer>
  );
}
