// Sign in. In demonstration mode the accounts are listed and one click fills the form.

import { useState } from 'react';
import type { FormEvent } from 'react';
import type { WebKey } from '@anlan/messages';
import type { ApiError } from '../../api/api-error.ts';
import { toApiError } from '../../api/api-error.ts';
import { isDrill, useMeta } from '../../app/installation.tsx';
import { useSeat } from '../../app/seat.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { DrillTag } from '../../parts/Marks.tsx';
import { Logo } from '../../shell/Brand.tsx';
import './login.css';

export function LoginScreen() {
  const { t, title } = useI18n();
  const meta = useMeta();
  const { login, preferences, change } = useSeat();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [error, setError] = useState<ApiError>();
  const [busy, setBusy] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setError(undefined);
    login(userName, password).catch((cause: unknown) => setError(toApiError(cause))).finally(() => setBusy(false));
  };
  return (
    <main className="login">
      <section className="login-card">
        <header>
          <Logo />
          <div>
            <h1>{t('web.brand')}</h1>
            <p className="quiet">{t('web.login.subtitle', { region: title(meta.region.titles) })}</p>
          </div>
          {isDrill(meta) && <DrillTag />}
          <button type="button" className="btn slim plain" onClick={() => change({ locale: preferences.locale === 'en' ? 'zh-CN' : 'en' })}>{preferences.locale === 'en' ? '中文' : 'English'}</button>
        </header>
        <form onSubmit={submit}>
          <div className="field">
            <label htmlFor="user-name">{t('web.login.user-name')}</label>
            <input id="user-name" className="input" value={userName} autoComplete="username" required maxLength={80} onChange={(event) => setUserName(event.target.value)} />
          </div>
          <div className="field">
            <label htmlFor="password">{t('web.login.password')}</label>
            <input id="password" className="input" type="password" value={password} autoComplete="current-password" required maxLength={200} onChange={(event) => setPassword(event.target.value)} />
          </div>
          <button type="submit" className="btn primary" disabled={busy || userName === '' || password === ''}>{t('web.login.enter')}</button>
          {error !== undefined && <ErrorBox error={error} />}
        </form>
        {meta.mode === 'demonstration' && meta.demonstrationAccounts.length > 0 && (
          <div className="login-demo">
            <p className="small quiet">{t('web.login.demonstration')}</p>
            <ul>
              {meta.demonstrationAccounts.map((account) => (
                <li key={account.userName}>
                  <button type="button" onClick={() => { setUserName(account.userName); setPassword(account.password); }} aria-pressed={userName === account.userName}>
                    <b>{account.roles.map((role) => t(`web.role.${role}` satisfies WebKey)).join(t('web.list.separator'))}</b>
                    <span>{title(account.displayName)}</span>
                    <span className="quiet">{account.userName}</span>
                  </button>
                </li>
              ))}
            </ul>
          </div>
        )}
        <footer className="small"><a href="/report">{t('web.login.public-report')}</a><span className="quiet">{t('web.login.version', { version: meta.productVersion })}</span></footer>
      </section>
    </main>
  );
}
