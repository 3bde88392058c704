// Slips of a place: what is held, counted, under way, returned, lent or to be written off. The chosen
// one lies open below its row with its steps so far and the step that comes next.

import { useState } from 'react';
import type { Slip } from '@anlan/contracts';
import { useZone } from '../../../app/installation.tsx';
import { dateTime } from '../../../format/time.ts';
import { quantity } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import type { Named } from './names.ts';
import { nameOf } from './names.ts';
import { slipLines } from './slip-view.ts';
import { SlipSteps } from './SlipSteps.tsx';

export function SlipTable({ slips, named }: { readonly slips: readonly Slip[]; readonly named: Named }) {
  const { t, title, locale } = useI18n();
  const zone = useZone();
  const [openId, setOpenId] = useState<string>();
  if (slips.length === 0) return <p className="empty-row">{t('web.store.no-slips')}</p>;
  return (
    <table className="rs-table">
      <thead><tr><th scope="col">{t('web.store.slip')}</th><th scope="col">{t('web.store.slip-state')}</th><th scope="col">{t('web.store.item')}</th><th scope="col">{t('web.store.opened')}</th><th scope="col">{t('web.store.by')}</th></tr></thead>
      {slips.map((slip) => (
        <tbody key={slip.id}>
          <tr aria-selected={slip.id === openId} onClick={() => setOpenId(openId === slip.id ? undefined : slip.id)}>
            <td><button type="button" className="rs-name" aria-expanded={slip.id === openId}>{t(`web.store.kind.${slip.kind}`)}</button></td>
            <td>{t(`web.store.state.${slip.state}`)}{'overdueS' in slip && slip.overdueS !== null && <span className="chip">{t('web.store.overdue', { days: Math.max(1, Math.round(slip.overdueS / 86_400)) })}</span>}</td>
            <td>{slipLines(slip).map((line, i) => <span key={i} className="store-line">{title(nameOf(named, 'item-kinds', line.itemKindId))} <b className="num">{line.value === null ? '—' : quantity(line.value, named.unitCodes[line.itemKindId] ?? null, locale)}</b></span>)}</td>
            <td className="num">{dateTime(slip.openedAt, zone).slice(0, 16)}</td>
            <td className="quiet">{slip.openedBy}</td>
          </tr>
          {slip.id === openId && <tr><td colSpan={5}><SlipSteps slip={slip} named={named} /></td></tr>}
        </tbody>
      ))}
    </table>
  );
}
