// Which incident a room works on, when the address names none: those under way first, then the rest.

import { Link } from 'react-router-dom';
import type { Incident } from '@anlan/contracts';
import type { WebKey } from '@anlan/messages';
import { useQuery } from '../../api/use-query.ts';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { dateTime, duration } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../ErrorBox.tsx';
import { LevelMark } from '../LevelMark.tsx';
import { SimulatedTag } from '../Marks.tsx';
import './room.css';

interface Props {
  readonly titleKey: WebKey;
  readonly hrefOf: (incident: Incident) => string;
  /** Those that the room is mostly for stand first. */
  readonly isFirst: (incident: Incident) => boolean;
}

export function IncidentChooser({ titleKey, hrefOf, isFirst }: Props) {
  const { t } = useI18n();
  const query = useQuery('listIncidents', { query: { limit: 200 } });
  const incidents = query.data?.filter((incident) => incident.state !== 'dismissed');
  const groups: readonly (readonly [WebKey, readonly Incident[]])[] = [
    ['web.room.incidents-first', incidents?.filter(isFirst) ?? []],
    ['web.room.incidents-other', incidents?.filter((incident) => !isFirst(incident)) ?? []],
  ];
  return (
    <div className="whole room-page">
      <div className="chooser">
        <h1>{t(titleKey)}</h1>
        {query.error !== undefined && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
        {incidents === undefined ? query.error === undefined && <p className="empty-row">{t('web.loading')}</p> : incidents.length === 0 ? <p className="empty-row">{t('web.room.no-incidents')}</p> : groups.map(([key, list]) => list.length > 0 && (
          <section key={key}>
            <div className="section-bar"><b>{t(key)}</b><span className="num">{list.length}</span></div>
            <ul>{list.map((incident) => <Row key={incident.id} incident={incident} href={hrefOf(incident)} />)}</ul>
          </section>
        ))}
      </div>
    </div>
  );
}

function Row({ incident, href }: { readonly incident: Incident; readonly href: string }) {
  const { t, locale } = useI18n();
  const zone = useZone();
  const now = useNow();
  return (
    <li>
      <Link to={href} className="chooser-row">
        <LevelMark levelIndex={incident.level?.levelIndex ?? null} small />
        <span className="cut"><b>{incident.title}</b> {incident.simulated && <SimulatedTag />}</span>
        <span className="cut quiet">{incident.placeText}</span>
        <span>{t(`web.incident.state.${incident.state}`)}</span>
        <span className="num quiet">{dateTime(incident.happenedAt, zone)} · {duration(now - Date.parse(incident.happenedAt), locale)}</span>
      </Link>
    </li>
  );
}
