// The room without an incident: which one? Open ones first. Shared by the rooms that work on one.

import { Link } from 'react-router-dom';
import { useQuery } from '../../api/use-query.ts';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { hourMinute } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { LevelMark } from '../../parts/LevelMark.tsx';

export function IncidentChoice({ room = 'forecast' }: { readonly room?: string }) {
  const { t } = useI18n();
  const zone = useZone();
  const now = useNow();
  const incidents = useQuery('listIncidents', { query: { limit: 200 } });
  const sorted = [...(incidents.data ?? [])].sort((a, b) => Number(isOver(a.state)) - Number(isOver(b.state)) || (a.openedAt < b.openedAt ? 1 : -1));
  return (
    <div className="whole choose-incident">
      <h1>{t('web.choose.incident')}</h1>
      {incidents.error !== undefined && <ErrorBox error={incidents.error} onRetry={() => void incidents.refetch()} />}
      {sorted.length === 0 && <p className="quiet">{incidents.data === undefined ? t('web.loading') : t('web.choose.none')}</p>}
      <ul>
        {sorted.map((incident) => (
          <li key={incident.id}>
            <Link to={`/${room}/${incident.id}`}>
              <LevelMark levelIndex={incident.level?.levelIndex ?? null} small />
              <b>{incident.title}</b>
              <span className="quiet">{incident.placeText}</span>
              <span>{t(`web.incident.state.${incident.state}`)}</span>
              <span className="num">{hourMinute(incident.openedAt, zone, now)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

function isOver(state: string): boolean {
  return state === 'closed' || state === 'dismissed';
}
