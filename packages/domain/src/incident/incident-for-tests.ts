// The world of the incident tests: an alert and a report that wait, and people with roles.

import type { Instant } from '@anlan/kernel';
import { addS, createIdSource, createRng, instant } from '@anlan/kernel';
import type { Actor, Context, EventEnvelope, EventLog, ViewStore } from '../log/index.ts';
import type { Belonging } from '../signal/index.ts';
import { nationalRuleBook } from '../rules/index.ts';
import type { FactInput, IncidentBody, OpenIncident, OpenThings } from './index.ts';
import { handleOpenIncident } from './index.ts';

export const t0 = instant('2026-11-23T09:00:00+08:00');
export const at = (s: number): Instant => addS(t0, s);

const caller = (kind: Actor['kind'], id: string, name: string, roles: Actor['roles']) => (s: number): Context =>
  ({ realm: 'real', now: at(s), actor: { kind, id, name, roles, organisationId: 'org-command' } });
export const duty = caller('person', 'p-duty', '值班员', ['duty']);
export const commander = caller('person', 'p-commander', '指挥长', ['commander']);
export const dispatcher = caller('person', 'p-dispatcher', '调度员', ['dispatcher']);
export const responder = caller('person', 'p-responder', '现场人员', ['responder']);
export const system = caller('system', 'timer', '定时', []);
export const enterprise = caller('person', 'p-firm', '企业安全员', ['enterprise']);
export const passerBy = caller('public', 'public', '群众', []);

export const NOTHING_OPEN: OpenThings = { openOrderIds: [], unansweredClockIds: [], heldHoldingIds: [], openAlertIds: [], reviewState: 'closed' };
export const ALL_CONDITIONS = ['source-stopped', 'spread-stopped', 'people-accounted', 'no-renewed-danger'];

export const byHand: OpenIncident = {
  kindCode: 'oil-spill', title: '三号泊位溢油', placeText: '三号泊位', position: [122.158, 29.943], happenedAt: t0, alertIds: [], reportIds: [],
};

export function fact(code: string, factValue: number | null, unitCode: string | null, more: Partial<FactInput> = {}): FactInput {
  return { code, factValue, unitCode, text: factValue === null ? '见现场' : '', happenedAt: t0, verified: false, ...more };
}

/** Two organisations and one county. */
const belonging: Belonging = {
  organisationTitles: async (_realm, organisationId) => ({ 'org-command': { zh: '市应急管理局', en: 'Emergency bureau' }, 'org-2': { zh: '定海区人民政府', en: 'Dinghai District Government' } })[organisationId],
  countyAt: () => ({ divisionCode: '330902', titles: { zh: '定海区', en: 'Dinghai District' }, basis: 'nearest-shore' }),
};

/** `memory` folds alerts, reports and incidents. */
export function worldOn(memory: { readonly log: EventLog; readonly views: ViewStore; readonly events: readonly EventEnvelope[] }) {
  const deps = { ...memory, ids: createIdSource(createRng(1)), rules: nationalRuleBook, belonging };
  const find = async (id: string) => (await memory.views.find<IncidentBody>('real', 'incident', id))!;
  const open = async (over: Partial<OpenIncident> = {}, s = 60) => {
    const opened = await handleOpenIncident(deps, { ...byHand, ...over }, duty(s));
    return opened.ok ? opened.value.id : opened.refusal.code;
  };
  /** An alert raised at `s`, as the alert stage would raise it. */
  const raiseAlert = async (id: string, s: number, simulated = false) => {
    const payload = {
      id, kind: 'threshold', ruleId: 'r', sensorId: 's', titles: { zh: '油膜', en: 'Oil film' }, unitCode: 'um', readingValue: 80, thresholdValue: 50, observedAt: at(s),
      position: byHand.position, urgencyIndex: 1, incidentKindCode: 'oil-spill', simulated, raisedAt: at(s), acknowledgeDueAt: at(s + 60), acknowledgeWithinS: 60,
    };
    const events = [{ type: 'alert.raised', payload, happenedAt: at(s), actor: system(s).actor, basis: [{ kind: 'rule', ref: 'r' } as const] }];
    await memory.log.append({ realm: 'real', recordedAt: at(s), appends: [{ stream: `alert:${id}`, expectedVersion: 0, events }] });
  };
  const typesOf = (stream: string) => memory.events.filter((event) => event.stream === stream).map((event) => event.type);
  return { ...memory, deps, find, open, raiseAlert, typesOf };
}
