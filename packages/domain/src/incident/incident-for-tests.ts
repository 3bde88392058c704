// The world of the incident tests: an alert and a report that wait, and people with roles.

import type { Instant } from '@anlan/kernel';
import { addS, createIdSource, createRng, instant } from '@anlan/kernel';
import { alertFold } from '../alert/index.ts';
import { createTestMemory, testContext } from '../log/memory-for-tests.ts';
import { nationalRuleBook } from '../rules/index.ts';
import { reportFold } from '../signal/index.ts';
import type { FactInput, IncidentBody, OpenIncident, OpenThings } from './index.ts';
import { handleOpenIncident, incidentFold } from './index.ts';

export const t0 = instant('2026-11-23T09:00:00+08:00');
export const at = (s: number): Instant => addS(t0, s);

export const duty = (s: number) => testContext(at(s));
export const commander = (s: number) => testContext(at(s), { id: 'p-commander', name: '指挥长', roles: ['commander'] });
export const system = (s: number) => testContext(at(s), { kind: 'system', id: 'timer', name: '定时', roles: [] });

export const NOTHING_OPEN: OpenThings = { openOrderIds: [], unansweredClockIds: [], heldHoldingIds: [], openAlertIds: [], reviewState: 'closed' };
export const ALL_CONDITIONS = ['source-stopped', 'spread-stopped', 'people-accounted', 'no-renewed-danger'];

export const byHand: OpenIncident = {
  kindCode: 'oil-spill', title: '三号泊位溢油', placeText: '三号泊位', position: [122.158, 29.943], happenedAt: t0, alertIds: [], reportIds: [],
};

export function fact(code: string, factValue: number | null, unitCode: string | null, more: Partial<FactInput> = {}): FactInput {
  return { code, factValue, unitCode, text: factValue === null ? '见现场' : '', happenedAt: t0, verified: false, ...more };
}

export function createWorld() {
  const memory = createTestMemory([alertFold, reportFold, incidentFold]);
  const deps = { ...memory, ids: createIdSource(createRng(1)), rules: nationalRuleBook };
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
