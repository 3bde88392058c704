// A label in the hand: scanned by the camera where the browser can read codes, by a scanner that
// types, or typed. Answers with the lot or bin, what is free of it, and what may be done with it.

import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router-dom';
import { useQuery } from '../../../api/use-query.ts';
import { useZone } from '../../../app/installation.tsx';
import { dateTime } from '../../../format/time.ts';
import { quantity } from '../../../format/units.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import '../../../parts/phone.css';
import { useMedia } from '../../../parts/room/use-media.ts';
import { nameOf } from './names.ts';

export function ScanPage() {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const [text, setText] = useState('');
  const isPhone = useMedia('(max-width: 899.98px)');
  const body = (
      <>
        <form className="scan-form" onSubmit={(event) => { event.preventDefault(); setText(typed.trim()); }}>
          <label className="field"><span className="label">{t('web.scan.label')}</span><input className="input" autoFocus autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} /></label>
          <button type="submit" className="btn primary" disabled={typed.trim() === ''}>{t('web.scan.look')}</button>
        </form>
        <Camera onText={(found) => { setTyped(found); setText(found); }} />
        {text !== '' && <Found text={text} />}
      </>
  );
  if (isPhone) return <div className="phone"><header><h1>{t('web.scan.title')}</h1><Link className="btn scan-back" to="/readiness/board">{t('web.board.title')}</Link></header><main className="scan-body">{body}</main></div>;
  return <><h1 className="section-bar rs-bar">{t('web.scan.title')}</h1><div className="scroll rs-scroll scan-body" tabIndex={0}>{body}</div></>;
}

function Found({ text }: { readonly text: string }) {
  const { t, title, coded, locale } = useI18n();
  const zone = useZone();
  const query = useQuery('scanLabel', { query: { text } });
  if (query.error !== undefined) return <ErrorBox error={query.error} onRetry={() => void query.refetch()} />;
  const found = query.data;
  if (found === undefined) return <p className="empty-row">{t('web.loading')}</p>;
  return (
    <section className="scan-found">
      <p className="quiet">{found.facilityId === null ? '' : title(nameOf(found, 'facilities', found.facilityId))} {found.binId === null ? '' : title(nameOf(found, 'storage-bins', found.binId))}</p>
      {found.lots.length === 0 && <p className="empty-row">{t('web.store.bin-empty')}</p>}
      {found.lots.map((lot) => (
        <article key={lot.lotId} className="scan-lot">
          <h2><Link to={`/readiness/stock-lots/${lot.lotId}`}>{title(nameOf(found, 'item-kinds', lot.itemKindId))}</Link></h2>
          <p><b className="num">{quantity(lot.availableValue, found.unitCodes[lot.itemKindId] ?? null, locale)}</b> <span className="quiet num">{lot.lotNumber}{lot.expiresAt === null ? '' : ` · ${t('web.store.expires', { day: dateTime(lot.expiresAt, zone).slice(0, 10) })}`}</span></p>
          {lot.notUsable !== null && <p className="store-bad">{coded(lot.notUsable)}</p>}
          <ul className="scan-actions">{lot.actions.map((one) => <li key={one.action} className={one.allowed ? '' : 'quiet'}>{one.allowed ? '✓' : '×'} {t(`web.scan.action.${one.action}`)}{one.reason === null ? '' : `：${coded(one.reason)}`}</li>)}</ul>
        </article>
      ))}
    </section>
  );
}

interface CodeReader { detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]> }
type CodeReaderClass = new (options: { readonly formats: readonly string[] }) => CodeReader;

/** Present where the browser reads codes itself (Chromium on Android); nothing is sent anywhere. */
function Camera({ onText }: { readonly onText: (text: string) => void }) {
  const { t } = useI18n();
  const video = useRef<HTMLVideoElement>(null);
  const [on, setOn] = useState(false);
  const [failed, setFailed] = useState(false);
  const Reader = (globalThis as unknown as { readonly BarcodeDetector?: CodeReaderClass }).BarcodeDetector;
  useEffect(() => {
    if (!on || Reader === undefined) return undefined;
    let stream: MediaStream | undefined;
    let ended = false;
    const reader = new Reader({ formats: ['qr_code', 'code_128'] });
    const look = async (): Promise<void> => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      while (!ended && video.current !== null) {
        video.current.srcObject ??= stream;
        await video.current.play();
        const [code] = await reader.detect(video.current);
        if (code !== undefined) {
          onText(code.rawValue);
          setOn(false);
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
    };
    look().catch(() => { setFailed(true); setOn(false); });
    return () => {
      ended = true;
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, [on, Reader, onText]);
  if (Reader === undefined) return <p className="quiet small">{t('web.scan.no-camera')}</p>;
  return (
    <div className="scan-camera">
      <button type="button" className="btn" aria-pressed={on} onClick={() => { setFailed(false); setOn(!on); }}>{t(on ? 'web.scan.camera-off' : 'web.scan.camera')}</button>
      {failed && <p className="quiet small" role="alert">{t('web.scan.camera-failed')}</p>}
      {on && <video ref={video} muted playsInline />}
    </div>
  );
}
