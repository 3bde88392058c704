// The two public pages, without session and without the desk: report, and look a receipt up.

import { useEffect, useState } from 'react';
import { I18nProvider, useI18n } from '../../i18n/i18n.tsx';
import { readLocalPreferences, writeLocalPreferences } from '../../app/local-preferences.ts';
import { Outboxes } from './Outboxes.tsx';
import { ReportForm } from './ReportForm.tsx';
import { StatusPage } from './StatusPage.tsx';
import { startSender } from './outbox-store.ts';
import { keepPageForOffline } from './offline-page.ts';
import './public.css';

export function PublicPages() {
  const [preferences, setPreferences] = useState(readLocalPreferences);
  useEffect(startSender, []);
  useEffect(keepPageForOffline, []);
  useEffect(() => {
    // Outdoors and on paper-white phones the light look reads best.
    document.documentElement.dataset['theme'] = 'light';
  }, []);
  const toggle = () => {
    const next = { ...preferences, locale: preferences.locale === 'en' ? ('zh-CN' as const) : ('en' as const) };
    setPreferences(next);
    writeLocalPreferences(next);
  };
  const isStatus = location.pathname.startsWith('/report/status');
  return (
    <I18nProvider locale={preferences.locale}>
      <Frame onLocale={toggle} isStatus={isStatus}>{isStatus ? <StatusPage /> : <ReportForm />}</Frame>
    </I18nProvider>
  );
}

function Frame({ children, onLocale, isStatus }: { readonly children: React.ReactNode; readonly onLocale: () => void; readonly isStatus: boolean }) {
  const { t, locale } = useI18n();
  const online = useOnline();
  useEffect(() => {
    document.title = isStatus ? t('web.public.status-title') : t('web.public.title');
  }, [isStatus, t]);
  return (
    <main className="public">
      <header>
        <h1>{isStatus ? t('web.public.status-title') : t('web.public.title')}</h1>
        <button type="button" className="btn slim plain" onClick={onLocale}>{locale === 'en' ? '中文' : 'English'}</button>
      </header>
      <p className="public-danger">{t('web.public.danger')}</p>
      {!online && <p className="public-offline" role="status"><span className="chip">{t('web.public.offline-short')}</span> {t('web.public.offline')}</p>}
      {children}
      <Outboxes />
      <footer className="small">{isStatus ? <a href="/report">{t('web.public.to-report')}</a> : <a href="/report/status">{t('web.public.to-status')}</a>}</footer>
    </main>
  );
}

function useOnline(): boolean {
  const [online, setOnline] = useState(() => navigator.onLine);
  useEffect(() => {
    const renew = () => setOnline(navigator.onLine);
    window.addEventListener('online', renew);
    window.addEventListener('offline', renew);
    return () => {
      window.removeEventListener('online', renew);
      window.removeEventListener('offline', renew);
    };
  }, []);
  return online;
}
