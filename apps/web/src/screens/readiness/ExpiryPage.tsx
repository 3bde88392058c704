// What runs out, over all registers that this person sees, soonest first. A date that has passed stays
// until the record is renewed or put away.

import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useQuery } from '../../api/use-query.ts';
import { useZone } from '../../app/installation.tsx';
import { useKeys } from '../../app/keys.ts';
import { useNow } from '../../app/now.ts';
import { dateTime } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { recordHref, useRegisters } from './register/use-registers.ts';

const SHOWS = ['all', 'expired', 'due'] as const;

export function ExpiryPage() {
  const { t, title } = useI18n();
  const zone = useZone();
  const now = useNow();
  const registers = useRegisters().data;
  const query = useQuery('listExpiring', {});
  const [show, setShow] = useState<(typeof SHOWS)[number]>('all');
  const all = query.data ?? [];
  const expired = all.filter((row) => Date.parse(row.expiresAt) <= now);
  const rows = show === 'all' ? all : all.filter((row) => (Date.parse(row.expiresAt) <= now) === (show === 'expired'));
  const counts = { all: all.length, expired: expired.length, due: all.length - expired.length } as const;
  useKeys({ f: () => setShow((old) => SHOWS[(SHOWS.indexOf(old) + 1) % SHOWS.length] ?? 'all') });
  return (
    <>
      <h1 className="section-bar rs-bar">{t('web.reserves.expiring')}
        <span className="rs-shows">{SHOWS.map((name) => <button key={name} type="button" aria-pressed={show === name} onClick={() => setShow(name)}>{t(`web.reserves.expiring.${name}`)} <b className="num">{counts[name]}</b></button>)} <kbd>F</kbd></span>
      </h1>
      {query.error !== undefined && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
      {query.data === undefined && query.error === undefined && <p className="empty-row">{t('web.loading')}</p>}
      {query.data !== undefined && rows.length === 0 && <p className="empty-row">{t('web.reserves.expiring.none')}</p>}
      {rows.length > 0 && (
        <div className="scroll rs-scroll">
          <table className="rs-table">
            <thead><tr><th scope="col">{t('web.reserves.expiring.when')}</th><th scope="col">{t('web.reserves.expiring.day')}</th><th scope="col">{t('web.reserves.expiring.record')}</th><th scope="col">{t('web.reserves.expiring.what')}</th><th scope="col">{t('web.reserves.expiring.register')}</th></tr></thead>
            <tbody>
              {rows.map((row) => {
                const leftMs = Date.parse(row.expiresAt) - now;
                const href = recordHref(registers, row.registerId, row.id);
                const days = Math.abs(Math.trunc(leftMs / DAY_MS));
                return (
                  <tr key={`${row.registerId}/${row.id}/${row.fieldId}`}>
                    <td><span className={leftMs <= 0 ? 'chip' : 'chip outline'}>{leftMs <= 0 ? t('web.reserves.expiring.ago', { days }) : t('web.readiness.days-left', { days: Math.ceil(leftMs / DAY_MS) })}</span></td>
                    <td className="num">{dateTime(row.expiresAt, zone).slice(0, 10)}</td>
                    <td>{href === undefined ? title(row.titles) : <Link to={href}>{title(row.titles)}</Link>}</td>
                    <td>{title(row.fieldTitles)}</td>
                    <td className="quiet">{title(row.registerTitles)}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

const DAY_MS = 86_400_000;
