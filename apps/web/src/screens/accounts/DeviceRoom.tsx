// Devices that may write readings: which sensors each may write, when it was last heard, revoking.

import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Device } from '@anlan/contracts';
import { call } from '../../api/call.ts';
import { useQuery } from '../../api/use-query.ts';
import { useZone } from '../../app/installation.tsx';
import { useKeys } from '../../app/keys.ts';
import { dateTime } from '../../format/time.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Age } from '../../parts/Age.tsx';
import { ErrorBox } from '../../parts/ErrorBox.tsx';
import { CreateDeviceDialog } from './DeviceDialogs.tsx';
import { RevokeForm } from './RevokeForm.tsx';

export function DeviceRoom({ tabs }: { readonly tabs: ReactNode }) {
  const { t } = useI18n();
  const query = useQuery('listDevices', {});
  const [chosenId, setChosenId] = useState<string>();
  const [creating, setCreating] = useState(false);
  const devices = [...(query.data ?? [])].sort((a, b) => Number(a.revoked) - Number(b.revoked));
  const chosen = devices.find(({ id }) => id === chosenId);
  const walk = (step: number) => {
    const index = devices.findIndex(({ id }) => id === chosenId);
    setChosenId(devices[Math.max(0, Math.min(devices.length - 1, index + step))]?.id);
  };
  useKeys({ j: () => walk(1), ArrowDown: () => walk(1), k: () => walk(-1), ArrowUp: () => walk(-1), Escape: () => setChosenId(undefined) });
  const activeCount = devices.filter(({ revoked }) => !revoked).length;
  return (
    <>
      <section className="ac-main" aria-label={t('web.accounts.tab.devices')}>
        <div className="section-bar">{tabs}<span>{t('web.accounts.counts', { active: activeCount, revoked: devices.length - activeCount })}</span><button type="button" className="btn slim" onClick={() => setCreating(true)}>{t('web.devices.create')}…</button></div>
        <div className="scroll">
          {query.error !== undefined && <ErrorBox error={query.error} onRetry={() => void query.refetch()} />}
          {query.data !== undefined && devices.length === 0 && <p className="empty-row">{t('web.devices.none')}</p>}
          {devices.length > 0 && <DeviceTable devices={devices} chosenId={chosenId} onChoose={setChosenId} />}
        </div>
      </section>
      <article className="ac-panel">{chosen === undefined ? <p className="empty-row">{t('web.devices.choose')}</p> : <DevicePanel key={chosen.id} device={chosen} />}</article>
      {creating && <CreateDeviceDialog onClose={() => setCreating(false)} />}
    </>
  );
}

function DeviceTable({ devices, chosenId, onChoose }: { readonly devices: readonly Device[]; readonly chosenId: string | undefined; readonly onChoose: (id: string) => void }) {
  const { t, title } = useI18n();
  return (
    <table className="ac-table">
      <thead><tr><th scope="col">{t('web.devices.column.name')}</th><th scope="col">{t('web.devices.column.id')}</th><th scope="col">{t('web.devices.column.sensors')}</th><th scope="col">{t('web.devices.column.heard')}</th><th scope="col">{t('web.accounts.column.state')}</th></tr></thead>
      <tbody>
        {devices.map((device) => (
          <tr key={device.id} aria-selected={device.id === chosenId} className={device.revoked ? 'ac-revoked' : undefined} onClick={() => onChoose(device.id)}>
            <th scope="row"><button type="button" onClick={(event) => { event.stopPropagation(); onChoose(device.id); }}>{title(device.displayName)}</button> {device.demonstration && <span className="tag dashed">{t('web.devices.demonstration')}</span>}</th>
            <td className="num cut">{device.id}</td>
            <td className="num cut">{[device.sensorIds.length > 0 ? String(device.sensorIds.length) : '', device.sensorIdPrefix === null ? '' : `${device.sensorIdPrefix}*`].filter((part) => part !== '').join(' + ')}</td>
            <td>{device.lastReceivedAt === null ? <span className="quiet">{t('web.devices.not-heard')}</span> : <Age at={device.lastReceivedAt} />}</td>
            <td>{device.revoked ? <span className="tag">{t('web.accounts.revoked')}</span> : t('web.accounts.active')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DevicePanel({ device }: { readonly device: Device }) {
  const { t, title } = useI18n();
  const zone = useZone();
  const sensors = useQuery('listSensors', {}).data ?? [];
  const nameOf = (id: string) => {
    const titles = sensors.find(({ sensor }) => sensor.id === id)?.sensor.titles;
    return titles === undefined ? '' : title(titles);
  };
  return (
    <>
      <header className="ac-head"><p className="small quiet num">{device.id}</p><h1>{title(device.displayName)}</h1></header>
      <dl className="ac-facts">
        <div><dt>{t('web.devices.made')}</dt><dd className="num">{dateTime(device.createdAt, zone)}</dd></div>
        {device.sensorIdPrefix !== null && <div><dt>{t('web.devices.prefix')}</dt><dd className="num">{device.sensorIdPrefix}*</dd></div>}
        {device.sensorIds.map((id, i) => <div key={id}><dt>{i === 0 ? t('web.devices.column.sensors') : ''}</dt><dd>{nameOf(id)} <span className="num small quiet">{id}</span></dd></div>)}
        {device.revokedReason !== null && <div><dt>{t('web.devices.reason')}</dt><dd>{device.revokedReason}</dd></div>}
      </dl>
      {device.revoked ? <p className="ac-foot small quiet">{t('web.devices.revoked-hint')}</p>
        : <RevokeForm ask={t('web.accounts.revoke-ask', { name: title(device.displayName) })} hint={t('web.devices.revoke-hint')} touched="devices" send={(reason) => call('revokeDevice', { params: { id: device.id }, body: { reason } })} />}
    </>
  );
}
