// Head of a room that works on one incident: which incident, its level and state, and the way back to
// the list. On paper the same line says whose sheet it is and of what time.

import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { Incident } from '@anlan/contracts';
import type { WebKey } from '@anlan/messages';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { duration, hourMinute } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { LevelBadge } from '../LevelMark.tsx';
import { SimulatedTag } from '../Marks.tsx';
import { PrintLine } from './PrintLine.tsx';
import './room.css';

interface Props {
  readonly roomKey: WebKey;
  readonly incident: Incident | undefined;
  /** Said in the place of an incident when the room shows several. */
  readonly title?: string;
  /** Where the list of incidents is; left out where the tools choose one. */
  readonly listHref?: string;
  /** Said on paper: a forecast that is only indicative, and the minute that is replayed. */
  readonly indicative?: boolean;
  readonly knownAtMs?: number | undefined;
  /** Buttons at the right. */
  readonly children?: ReactNode;
}

export function RoomHead({ roomKey, incident, title, listHref, indicative = false, knownAtMs, children }: Props) {
  const { t, locale } = useI18n();
  const zone = useZone();
  const now = useNow();
  return (
    <header className="room-head">
      {incident !== undefined && (
        <>
          <LevelBadge levelIndex={incident.level?.levelIndex ?? null} />
          <h1 className="cut" title={incident.title}>{incident.title}</h1>
          {incident.simulated && <SimulatedTag />}
          <span className="room-head-state">{t(`web.incident.state.${incident.state}`)}</span>
          <span className="room-head-state quiet num">{t('web.incident.since')} {duration(now - Date.parse(incident.happenedAt), locale)} · {hourMinute(incident.happenedAt, zone, now)}</span>
        </>
      )}
      {incident === undefined && title !== undefined && <h1>{title}</h1>}
      {listHref !== undefined && <Link className="btn slim plain no-print" to={listHref}>{t('web.room.other-incident')}</Link>}
      <span className="room-head-tools no-print">{children}</span>
      <PrintLine roomKey={roomKey} nowMs={now} about={{ simulated: incident?.simulated ?? false, indicative, knownAtMs }} />
    </header>
  );
}
