// References in a scenario's steps: what a person would read off the screen at that moment.

import type { AlertBody, IncidentBody, PlanBody, ReportBody } from '@anlan/domain';
import { addS, isoFromInstant } from '@anlan/kernel';
import type { Player } from './player.ts';

/** What a person would read off the screen is not there (yet). */
export class NotThere extends Error {}

/** A deep copy of `value` with every reference replaced; throws when one points at nothing. */
export async function resolveReferences(player: Player, value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((item: unknown) => resolveReferences(player, item)));
  if (typeof value !== 'object' || value === null) return value;
  const reference = value as { $saved?: string; $find?: string; where?: Record<string, string | number>; take?: string; $at?: number };
  if (reference.$saved !== undefined) return required(player.saved.get(reference.$saved), `saved ${reference.$saved}`);
  if (reference.$at !== undefined) return isoFromInstant(addS(player.scenario.startAt, reference.$at));
  if (reference.$find !== undefined) return find(player, reference.$find, reference.where ?? {}, reference.take ?? 'id');
  const out: Record<string, unknown> = {};
  for (const [key, member] of Object.entries(value)) out[key] = await resolveReferences(player, member);
  return out;
}

async function find(player: Player, list: string, where: Readonly<Record<string, string | number>>, take: string): Promise<unknown> {
  const rows = await rowsOf(player, list, where);
  const row = rows.find((candidate) => Object.entries(where).every(([key, wanted]) => key === 'incident' || candidate[key] === wanted));
  return required(row?.[take], `${list} ${JSON.stringify(where)}`);
}

async function rowsOf(player: Player, list: string, where: Readonly<Record<string, string | number>>): Promise<readonly Record<string, unknown>[]> {
  const { views, realm } = player.server.app;
  const incidentId = typeof where['incident'] === 'string' ? (player.saved.get(where['incident']) ?? '') : '';
  switch (list) {
    case 'alerts':
      return (await views.list<AlertBody>({ realm, kind: 'alert' })).map((view) => ({ ...view.body }));
    case 'reports':
      return (await views.list<ReportBody>({ realm, kind: 'report' })).map((view) => ({ ...view.body }));
    case 'clocks':
      return ((await views.find<IncidentBody>(realm, 'incident', incidentId))?.body.clocks ?? []).map((clock) => ({ ...clock }));
    case 'plan-option': {
      const plans = await views.list<PlanBody>({ realm, kind: 'plan', where: { incidentId } });
      const newest = [...plans].sort((a, b) => b.body.drawnAt - a.body.drawnAt)[0]?.body;
      return (newest?.options ?? []).map((option) => ({ ...option, planId: newest?.id, optionId: option.id }));
    }
    default:
      return [];
  }
}

function required<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new NotThere(`the scenario refers to ${what}, which is not there`);
  return value;
}
