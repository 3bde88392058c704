// Three figures of the day, counted from the records: taken in, closed, median time to acknowledge.

import { useQuery } from '../../../api/use-query.ts';
import { useZone } from '../../../app/installation.tsx';
import { useNow } from '../../../app/now.ts';
import { duration } from '../../../format/time.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { dayFigures } from './day-figures.ts';

export function QueueFigures() {
  const { t, locale } = useI18n();
  const now = useNow();
  const zone = useZone();
  const alerts = useQuery('listAlerts', { query: { limit: 2000 } }).data;
  const reports = useQuery('listReports', {}).data;
  const incidents = useQuery('listIncidents', { query: { limit: 2000 } }).data;
  const figures = alerts === undefined || reports === undefined || incidents === undefined ? undefined : dayFigures({ alerts, reports, incidents, nowMs: now, zone });
  const median = figures?.acknowledgeMedianMs;
  return (
    <dl className="queue-figures num">
      <div><dt>{t('web.figures.taken')}</dt><dd>{figures?.takenCount ?? '—'}</dd></div>
      <div><dt>{t('web.figures.closed')}</dt><dd>{figures?.closedCount ?? '—'}</dd></div>
      <div><dt>{t('web.figures.median')}</dt><dd>{median === undefined ? '—' : duration(median, locale)}</dd></div>
    </dl>
  );
}
