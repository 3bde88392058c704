// A watch that its owner takes away is itself something to watch: when a sensor is switched off, put
// away, or given limits under which it would no longer speak, an alert stands in the queue in the
// same append as the change, with who did it and why. Rule `sensor-withdrawn`; nobody can switch it off.

import { addS, sha256Hex } from '@anlan/kernel';
import type { LonLat } from '@anlan/kernel';
import type { Context, NewEvent, StreamAppend } from '../log/index.ts';
import { newEvent } from '../log/index.ts';
import type { Titles } from '../signal/index.ts';
import type { AlertBelonging, AlertBelongs } from './alert-owner.ts';
import { alertBelongs } from './alert-owner.ts';
import type { AlertEvent } from './types.ts';

export interface WatchedRecord {
  readonly id: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly state: string | null;
}

/** Streams to append beside the events of a sensor's record; none when the watch stays as it was. */
export async function alertsOfSensorChange(belonging: AlertBelonging, sensor: WatchedRecord, events: readonly NewEvent[], context: Context): Promise<readonly StreamAppend[]> {
  if (context.actor.kind !== 'person') return [];
  const withdrawn = events.flatMap((event) => {
    const withdrawal = withdrawalOf(event, sensor);
    return withdrawal === undefined ? [] : [{ event, withdrawal }];
  });
  if (withdrawn.length === 0) return [];
  const belongs = await alertBelongs(belonging, placedSensor(sensor), context);
  return withdrawn.map(({ event, withdrawal }): StreamAppend => {
    const alertId = `alert-${sha256Hex(`${withdrawnRuleId(sensor.id)} ${context.now} ${context.actor.id} ${event.type}`).slice(0, 16)}`;
    return { stream: `alert:${alertId}`, expectedVersion: 0, events: [raisedEvent(alertId, { sensor, withdrawal, belongs }, context)] };
  });
}

export function withdrawnRuleId(sensorId: string): string {
  return `sensor-withdrawn:${sensorId}`;
}

type Raised = Extract<AlertEvent, { type: 'alert.raised' }>['payload'];
type Withdrawal = { readonly how: 'switched-off' | 'put-away' | 'limits-changed'; readonly reason: string };

function withdrawalOf({ type, payload }: NewEvent, sensor: WatchedRecord): Withdrawal | undefined {
  if (sensor.state !== 'connected') return undefined;
  const { to, note = '', reason = '', changes = {} } = payload as { to?: string; note?: string; reason?: string; changes?: Readonly<Record<string, unknown>> };
  if (type === 'record.transitioned' && to === 'not-connected') return { how: 'switched-off', reason: note };
  if (type === 'record.archived') return { how: 'put-away', reason };
  if (type !== 'record.changed') return undefined;
  const limits = LIMIT_FIELDS.filter((field) => field in changes);
  return limits.length === 0 ? undefined : { how: 'limits-changed', reason: limits.map((field) => `${field} ${String(sensor.values[field])} → ${String(changes[field])}`).join('; ') };
}

/** The record's own facility and place, as the owner is looked for. */
function placedSensor({ id, values }: WatchedRecord) {
  const facilityId = values['facilityId'];
  return { id, position: (values['position'] as LonLat | undefined) ?? null, ...(typeof facilityId === 'string' ? { facilityId } : {}) };
}

function raisedEvent(alertId: string, given: { readonly sensor: WatchedRecord; readonly withdrawal: Withdrawal; readonly belongs: AlertBelongs }, context: Context): NewEvent {
  const { sensor, withdrawal: { how, reason }, belongs } = given;
  const { values } = sensor;
  const ruleId = withdrawnRuleId(sensor.id);
  const payload: Raised = {
    id: alertId, kind: 'withdrawn', ruleId, sensorId: sensor.id, titles: (values['name'] as Titles | undefined) ?? { zh: sensor.id, en: sensor.id }, unitCode: null,
    readingValue: null, thresholdValue: null, observedAt: context.now, position: (values['position'] as LonLat | undefined) ?? null, ...belongs,
    urgencyIndex: WITHDRAWN_URGENCY_INDEX, incidentKindCode: 'other', simulated: values['simulated'] === true, raisedAt: context.now,
    acknowledgeWithinS: WITHDRAWN_ACKNOWLEDGE_S, acknowledgeDueAt: addS(context.now, WITHDRAWN_ACKNOWLEDGE_S),
    withdrawal: { how, by: context.actor.name, organisationId: context.actor.organisationId, reason },
  };
  return newEvent(context, 'alert.raised', payload, { basis: [{ kind: 'record', ref: `sensors/${sensor.id}` }, { kind: 'rule', ref: ruleId }] });
}

/** What decides whether a reading is taken, and when silence is noticed. */
const LIMIT_FIELDS = ['staleAfterS', 'validMinValue', 'validMaxValue', 'updateContract', 'quantity', 'unitCode', 'position'] as const;
/** Place of a withdrawn watch in the queue, and the time a person has for it, s: our choice. */
const WITHDRAWN_URGENCY_INDEX = 2;
const WITHDRAWN_ACKNOWLEDGE_S = 600;
