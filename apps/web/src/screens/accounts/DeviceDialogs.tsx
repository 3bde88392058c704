// A new device, and its token: shown once, here, with a button to copy it. Only its hash is kept, so
// nobody can show it again.

import { useState } from 'react';
import { call } from '../../api/call.ts';
import { useAction } from '../../api/use-action.ts';
import { useQuery } from '../../api/use-query.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { ReviewDialog } from '../../parts/room/ReviewDialog.tsx';

export function CreateDeviceDialog({ onClose }: { readonly onClose: () => void }) {
  const { t, title } = useI18n();
  const action = useAction();
  const sensors = useQuery('listSensors', {}).data ?? [];
  const [id, setId] = useState('');
  const [zh, setZh] = useState('');
  const [en, setEn] = useState('');
  const [sensorIds, setSensorIds] = useState<readonly string[]>([]);
  const [prefix, setPrefix] = useState('');
  const [token, setToken] = useState<string>();
  if (token !== undefined) return <TokenDialog id={id.trim()} token={token} onClose={onClose} />;
  const isBound = sensorIds.length > 0 || prefix.trim().length >= PREFIX_LENGTH_COUNT_MIN;
  const ready = id.trim().length >= 2 && zh.trim() !== '' && en.trim() !== '' && isBound;
  const send = () => void action.run(async () => {
    const made = await call('createDevice', { body: { id: id.trim(), displayName: { zh: zh.trim(), en: en.trim() }, sensorIds: [...sensorIds], sensorIdPrefix: prefix.trim() === '' ? null : prefix.trim() } });
    setToken(made.token);
  }, ['devices']);
  const toggle = (sensorId: string) => setSensorIds(sensorIds.includes(sensorId) ? sensorIds.filter((one) => one !== sensorId) : [...sensorIds, sensorId]);
  return (
    <ReviewDialog title={t('web.devices.create')} sendText={t('web.devices.create-send')} action={action} ready={ready} onSend={send} onClose={onClose}>
      <div className="field">
        <label htmlFor="device-id">{t('web.devices.column.id')}</label>
        <input id="device-id" data-first className="input num" maxLength={60} autoComplete="off" value={id} onChange={(event) => setId(event.target.value)} />
        <span className="hint">{t('web.devices.id-hint')}</span>
      </div>
      <div className="field-row">
        <div className="field"><label htmlFor="device-zh">{t('web.devices.name-zh')}</label><input id="device-zh" className="input" maxLength={80} value={zh} onChange={(event) => setZh(event.target.value)} /></div>
        <div className="field"><label htmlFor="device-en">{t('web.devices.name-en')}</label><input id="device-en" className="input" maxLength={80} value={en} onChange={(event) => setEn(event.target.value)} /></div>
      </div>
      <fieldset className="field">
        <legend className="label">{t('web.devices.may-write', { count: sensorIds.length })}</legend>
        <ul className="ac-sensors">
          {sensors.map(({ sensor }) => <li key={sensor.id}><label><input type="checkbox" checked={sensorIds.includes(sensor.id)} onChange={() => toggle(sensor.id)} /> {title(sensor.titles)} <span className="num small quiet">{sensor.id}</span></label></li>)}
          {sensors.length === 0 && <li className="quiet">{t('web.devices.no-sensors')}</li>}
        </ul>
      </fieldset>
      <div className="field">
        <label htmlFor="device-prefix">{t('web.devices.prefix')}</label>
        <input id="device-prefix" className="input num" maxLength={200} autoComplete="off" value={prefix} onChange={(event) => setPrefix(event.target.value)} />
        <span className="hint">{t('web.devices.prefix-hint')}</span>
      </div>
    </ReviewDialog>
  );
}

function TokenDialog({ id, token, onClose }: { readonly id: string; readonly token: string; readonly onClose: () => void }) {
  const { t } = useI18n();
  const action = useAction();
  const [copied, setCopied] = useState<boolean>();
  // Escape does nothing here: a token that was not kept is lost. Over plain HTTP on another machine the browser gives no clipboard: the text can still be marked by hand.
  const copy = () => void copyText(token).then(setCopied);
  return (
    <ReviewDialog title={t('web.devices.token-title')} sendText={t('web.devices.token-kept')} action={action} mayCancel={false} onSend={onClose} onClose={() => undefined}>
      <p><b>{t('web.devices.token-once')}</b></p>
      <dl className="ac-facts token">
        <div><dt>{t('web.devices.token-user')}</dt><dd className="num">{id}</dd></div>
        <div><dt>{t('web.devices.token')}</dt><dd className="num ac-token">{token}</dd></div>
      </dl>
      <p className="ac-with-button"><button type="button" className="btn" onClick={copy}>{t('web.devices.copy')}</button>{copied !== undefined && <span role="status">{t(copied ? 'web.devices.copied' : 'web.devices.not-copied')}</span>}</p>
      <p className="small quiet">{t('web.devices.token-use')}</p>
    </ReviewDialog>
  );
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** As the server judges; it has the last word. */
const PREFIX_LENGTH_COUNT_MIN = 3;
