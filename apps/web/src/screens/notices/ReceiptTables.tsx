// Receipts as two tables: those that are open, with whom to call, and those that were answered, with
// who answered, when and how.

import type { NoticeReceipt } from '@anlan/contracts';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { useAccount } from '../../app/seat.tsx';
import { hourMinute } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { useContacts } from './use-units.ts';

interface OpenProps {
  readonly receipts: readonly NoticeReceipt[];
  readonly chosenId: string | undefined;
  /** undefined: this seat answers for nobody else. */
  readonly onChoose: ((organisationId: string) => void) | undefined;
}

export function OpenTable({ receipts, chosenId, onChoose }: OpenProps) {
  const { t, title } = useI18n();
  const { organisationId: ownId } = useAccount();
  const contacts = useContacts();
  return (
    <table className="nt-table">
      <thead><tr><th scope="col">{t('web.notices.column.unit')}</th><th scope="col">{t('web.notices.column.contact')}</th>{onChoose !== undefined && <th scope="col"><span className="hidden-text">{t('web.notices.answer-for')}</span></th>}</tr></thead>
      <tbody>
        {receipts.map(({ organisationId, titles }) => {
          const known = contacts.get(organisationId) ?? [];
          const [first] = known;
          return (
            <tr key={organisationId} aria-selected={organisationId === chosenId}>
              <th scope="row" className="cut" title={title(titles)}>{title(titles)} {organisationId === ownId && <span className="tag">{t('web.notices.own-unit')}</span>}</th>
              <td className="cut" title={known.map((contact) => `${title(contact.post)} ${contact.personName} ${contact.phone}`).join('\n')}>{first === undefined ? <span className="quiet">{t('web.notices.no-contact')}</span> : <><b className="num">{first.phone}</b> <span className="quiet">{first.personName === '' ? title(first.post) : first.personName}</span></>}</td>
              {onChoose !== undefined && <td>{organisationId !== ownId && <button type="button" className="btn slim" aria-label={`${t('web.notices.answer-for')} ${title(titles)}`} onClick={() => onChoose(organisationId)}>{t('web.notices.answer-for')}</button>}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function AnsweredTable({ receipts }: { readonly receipts: readonly NoticeReceipt[] }) {
  const { t, title } = useI18n();
  const zone = useZone();
  const now = useNow();
  return (
    <table className="nt-table answered">
      <thead><tr><th scope="col">{t('web.notices.column.unit')}</th><th scope="col">{t('web.notices.column.at')}</th><th scope="col">{t('web.notices.column.how')}</th></tr></thead>
      <tbody>
        {receipts.map(({ organisationId, titles, acknowledged }) => acknowledged !== null && (
          <tr key={organisationId}>
            <th scope="row" className="cut" title={title(titles)}>{title(titles)}</th>
            <td className="num">{hourMinute(acknowledged.at, zone, now)}</td>
            <td className="cut" title={acknowledged.note}>{acknowledged.spokenTo === null ? t('web.notices.by-unit', { name: acknowledged.by }) : t('web.notices.by-desk', { channel: t(`web.notices.channel.${acknowledged.channel}`), name: acknowledged.spokenTo, by: acknowledged.by })}{acknowledged.note !== '' && <span className="quiet"> · {acknowledged.note}</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
