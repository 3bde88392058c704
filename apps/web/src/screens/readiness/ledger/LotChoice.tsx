// The lot that a transfer goes to: another of the same item kind, with where it lies and what is there.

import type { RegisterRecord } from '@anlan/contracts';
import { useQuery } from '../../../api/use-query.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import { exactQuantity } from '../register/units.ts';
import { useNames } from '../register/use-registers.ts';

export function LotChoice({ record, value, onChange }: { readonly record: RegisterRecord; readonly value: string; readonly onChange: (id: string) => void }) {
  const { t, title, locale } = useI18n();
  const names = useNames();
  const query = useQuery('listRecords', { params: { registerId: 'stock-lots' }, query: { limit: 2000 } });
  const lots = (query.data?.records ?? []).filter((lot) => lot.id !== record.id && !lot.archived && lot.mayEdit && lot.values['itemKindId'] === record.values['itemKindId']);
  const placeOf = (lot: RegisterRecord): string => {
    const known = names.nameOf('facilities', String(lot.values['facilityId'] ?? '')) ?? names.nameOf('organisations', String(lot.values['organisationId'] ?? ''));
    return known === undefined ? '' : title(known);
  };
  if (query.error !== undefined) return <ErrorBox error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className="field">
      <label htmlFor="ledger-lot">{t('web.reserves.to-lot')}</label>
      <select id="ledger-lot" className="input" value={value} aria-required="true" onChange={(event) => onChange(event.target.value)}>
        <option value="">{query.data === undefined ? t('web.loading') : t('web.reserves.to-lot-none')}</option>
        {lots.map((lot) => <option key={lot.id} value={lot.id}>{[title(lot.title), placeOf(lot), lot.holding === null ? '' : exactQuantity(lot.holding.onHandValue, lot.holding.unitCode, locale)].filter((part) => part !== '').join(' · ')}</option>)}
      </select>
      {query.data !== undefined && lots.length === 0 && <span className="hint">{t('web.reserves.no-other-lot')}</span>}
    </div>
  );
}
