// Actions pinned at the foot: one filled button for the usual next step of this state, two beside it,
// the rest in a menu. The server judges; nothing is hidden because a role might not be allowed.

import { Dropdown } from 'antd';
import { useNavigate } from 'react-router-dom';
import type { Incident } from '@anlan/contracts';
import type { WebKey } from '@anlan/messages';
import { call } from '../../../api/call.ts';
import { useAction } from '../../../api/use-action.ts';
import { hasRoom } from '../../../app/rooms.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ErrorBox } from '../../../parts/ErrorBox.tsx';
import type { DeskForm } from '../desk-store.ts';
import { desk } from '../desk-store.ts';
import { runningClocks } from './incident-view.ts';

interface Step { readonly id: string; readonly key: WebKey; readonly shortcut?: string; readonly run: () => void }

export function IncidentFoot({ incident }: { readonly incident: Incident }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const action = useAction();
  const form = (name: DeskForm, key: WebKey, shortcut?: string): Step => ({ id: name, key, run: () => desk.openForm(name), ...(shortcut === undefined ? {} : { shortcut }) });
  const room = (name: string, key: WebKey, shortcut?: string): Step[] => (hasRoom(name) ? [{ id: name, key, run: () => void navigate(`/${name}/${incident.id}`), ...(shortcut === undefined ? {} : { shortcut }) }] : []);
  const start: Step = { id: 'start', key: 'web.action.incident.start-verification', run: () => void action.run(() => call('startVerification', { params: { id: incident.id } }), [`incident/${incident.id}`, 'queue']) };
  const spill = incident.kindCode === 'oil-spill' ? form('confirm-spill', 'web.action.incident.confirm-spill') : form('verify', 'web.action.incident.verify');
  const level = form('level', 'web.action.incident.decide-level');
  const clock = runningClocks(incident.clocks).length === 0 ? [] : [form('answer-clock', 'web.action.incident.answer-clock', 'F4')];
  const rest = [form('fact', 'web.action.incident.record-fact'), form('note', 'web.notes.add'), form('hand-over', 'web.action.incident.hand-over')];
  const steps: Readonly<Record<Incident['state'], readonly Step[]>> = {
    received: [start, spill, form('dismiss', 'web.form.dismiss'), level, ...clock, ...rest],
    verifying: [spill, ...clock, level, form('dismiss', 'web.form.dismiss'), ...rest],
    confirmed: [...room('plan', 'web.incident.dispatch', 'F3'), ...clock, level, form('contain', 'web.action.incident.contain'), form('confirm-spill', 'web.action.incident.confirm-spill'), ...rest],
    contained: [form('terminate', 'web.action.incident.terminate'), ...clock, level, ...room('dispatch', 'web.room.dispatch'), ...rest],
    terminated: [form('close', 'web.action.incident.close'), ...room('review', 'web.room.review'), ...clock, ...rest],
    closed: [...room('review', 'web.room.review')],
    dismissed: [...room('review', 'web.room.review')],
  };
  const all = steps[incident.state];
  // Three cells fit their words; what does not fit stands in the menu.
  const shownCount = all.length > 3 ? 2 : 3;
  const [shown, more] = [all.slice(0, shownCount), all.slice(shownCount)];
  if (all.length === 0) return null;
  return (
    <>
      {action.error !== undefined && <ErrorBox error={action.error} onClose={action.clear} />}
      <footer className="panel-foot">
        {shown.map((step, index) => (
          <button key={step.id} type="button" className={index === 0 ? 'btn primary' : 'btn'} disabled={action.busy} onClick={step.run}>{t(step.key)}{step.shortcut !== undefined && <kbd>{step.shortcut}</kbd>}</button>
        ))}
        {more.length > 0 && (
          <Dropdown trigger={['click']} placement="topRight" menu={{ items: more.map((step) => ({ key: step.id, label: t(step.key), onClick: step.run })) }}>
            <button type="button" className="btn">{t('web.more')}</button>
          </Dropdown>
        )}
      </footer>
    </>
  );
}
