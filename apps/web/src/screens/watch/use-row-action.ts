// The one next action of a row. Acknowledging is done at once; everything else opens the row with the
// form or the room where a person reviews before sending.

import type { NavigateFunction } from 'react-router-dom';
import { useNavigate } from 'react-router-dom';
import type { QueueRow } from '@anlan/contracts';
import type { WebKey } from '@anlan/messages';
import { call } from '../../api/call.ts';
import { useAction } from '../../api/use-action.ts';
import type { Action } from '../../api/use-action.ts';
import { hasRoom } from '../../app/rooms.ts';
import type { I18n } from '../../i18n/i18n.tsx';
import type { DeskForm } from './desk-store.ts';
import { desk } from './desk-store.ts';
import { rowHref } from './selection.ts';

export interface RowAction extends Omit<Action, 'run'> {
  readonly run: (row: QueueRow) => void;
}

export function useRowAction(): RowAction {
  const navigate = useNavigate();
  const action = useAction();
  const run = (row: QueueRow) => {
    const { code } = row.nextAction;
    if (code === 'alert.acknowledge') return void action.run(() => call('acknowledgeAlert', { params: { id: row.id } }), ['queue', `alert/${row.id}`]);
    if (code === 'report.acknowledge') return void action.run(() => call('acknowledgeReport', { params: { id: row.id } }), ['queue', `report/${row.id}`]);
    return openRow(row, navigate);
  };
  return { busy: action.busy, error: action.error, clear: action.clear, run };
}

/** `[code]` of an action that has no words yet is shown, so that it is seen. */
export function actionLabel(t: I18n['t'], code: string): string | undefined {
  return code === '' || code === 'none' ? undefined : t(`web.action.${code}` as WebKey);
}

function openRow(row: QueueRow, navigate: NavigateFunction): void {
  const { code } = row.nextAction;
  const room = ROOM_OF[code.split('.')[0] ?? ''];
  const form = FORM_OF[code];
  if (row.kind === 'incident' && form === undefined && room !== undefined && hasRoom(room)) return void navigate(`/${room}/${row.id}`);
  void navigate(rowHref(row));
  if (form !== undefined) desk.openForm(form);
}

const FORM_OF: Readonly<Record<string, DeskForm>> = {
  'incident.open': 'open-incident',
  'incident.verify': 'verify',
  'incident.confirm-spill': 'confirm-spill',
  'incident.decide-level': 'level',
  'incident.answer-clock': 'answer-clock',
  'incident.record-fact': 'fact',
  'incident.contain': 'contain',
  'incident.terminate': 'terminate',
  'incident.close': 'close',
  'forecast.request': 'rerun',
};
const ROOM_OF: Readonly<Record<string, string>> = { forecast: 'forecast', plan: 'plan', order: 'dispatch', review: 'review' };
