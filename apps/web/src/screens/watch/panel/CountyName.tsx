// The county behind a position, as it was recorded; at sea it is the county of the nearest shore, and
// said to be so.

import type { Incident } from '@anlan/contracts';
import { useI18n } from '../../../i18n/i18n.tsx';

export function CountyName({ county }: { readonly county: Incident['county'] }) {
  const { t, title } = useI18n();
  if (county === null) return null;
  return <span> · {title(county.titles)}{county.basis === 'nearest-shore' && t('web.incident.county-waters')}</span>;
}
