// Placed wind files in the forecast room: what each is, where from and until when it holds, placing
// one and removing one. A file that has run out says so; forecasts pass it over by name.

import { useState } from 'react';
import type { Forcing } from '@anlan/contracts';
import { call } from '../../api/call.ts';
import { useAction } from '../../api/use-action.ts';
import { useQuery } from '../../api/use-query.ts';
import { useZone } from '../../app/installation.tsx';
import { useNow } from '../../app/now.ts';
import { useSeat } from '../../app/seat.tsx';
import { hourMinute } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { may } from '../../parts/room/may.ts';

export function Forcings() {
  const { t } = useI18n();
  const seat = useSeat();
  const list = useQuery('listForcings', {});
  const action = useAction();
  const [unreadable, setUnreadable] = useState(false);
  const mayWrite = may(seat.account?.roles ?? [], 'forcing.write');
  const place = async (file: File | undefined) => {
    if (file === undefined) return;
    const body = parse(await file.text());
    setUnreadable(body === undefined);
    if (body !== undefined) await action.run(() => call('placeForcing', { body }), ['forcing/placed']);
  };
  return (
    <section className="forcings">
      <div className="section-bar"><b>{t('web.forcings.title')}</b><span className="num">{list.data?.length ?? 0}</span></div>
      {list.data?.length === 0 && <p className="empty-row small">{t('web.forcings.none')}</p>}
      {(list.data ?? []).map((forcing) => <Line key={forcing.id} forcing={forcing} onRemove={mayWrite ? () => void action.run(() => call('removeForcing', { params: { id: forcing.id } }), ['forcing/placed']) : undefined} />)}
      {mayWrite && (
        <label className="btn slim forcing-add">{t('web.forcings.add')}
          <input type="file" accept="application/json,.json" className="hidden-text" disabled={action.busy} onChange={(event) => { void place(event.target.files?.[0]); event.target.value = ''; }} />
        </label>
      )}
      {unreadable && <p className="small error-line">{t('web.forcings.unreadable')}</p>}
      {action.error !== undefined && <ErrorBox error={action.error} onClose={action.clear} />}
    </section>
  );
}

function Line({ forcing, onRemove }: { readonly forcing: Forcing; readonly onRemove: (() => void) | undefined }) {
  const { t, title } = useI18n();
  const zone = useZone();
  const now = useNow();
  const over = Date.parse(forcing.untilAt) < now;
  return (
    <p className={over ? 'forcing small stale' : 'forcing small'}>
      <span>{title(forcing.sourceText)}<br /><span className="num quiet">{t('web.forcings.valid', { from: hourMinute(forcing.fromAt, zone, now), until: hourMinute(forcing.untilAt, zone, now) })}</span>{over && <> <span className="tag dashed">{t('web.forcings.over')}</span></>}</span>
      {onRemove !== undefined && <button type="button" className="btn slim" onClick={onRemove}>{t('web.forcings.remove')}</button>}
    </p>
  );
}

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
