// The command log's own words, newest first.

import type { Incident } from '@anlan/contracts';
import { useZone } from '../../../app/installation.tsx';
import { useNow } from '../../../app/now.ts';
import { hourMinute } from '../../../format/time.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { desk } from '../desk-store.ts';

export function NoteSection({ incident }: { readonly incident: Incident }) {
  const { t, who } = useI18n();
  const zone = useZone();
  const now = useNow();
  return (
    <>
      <div className="section-bar"><b>{t('web.notes.title')}</b><span className="num">{incident.notes.length}</span><em><button type="button" className="btn slim plain" onClick={() => desk.openForm('note')}>{t('web.notes.add')}</button></em></div>
      {incident.notes.length === 0 ? <p className="empty-row">{t('web.notes.empty')}</p> : (
        <ul className="dense note-list">
          {[...incident.notes].reverse().map((note, index) => <li key={index}><em className="num">{hourMinute(note.at, zone, now)}</em><span>{note.text} <em>{who(note.by)}</em></span></li>)}
        </ul>
      )}
    </>
  );
}
