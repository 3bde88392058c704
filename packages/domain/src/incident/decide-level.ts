// The response level is decided by a named signer with a reason. It is never computed from a grade
// (突发事件应对法 2024), it may change, and every earlier decision stays.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import { mayDo } from '../access/index.ts';
import type { Context, NewEvent } from '../log/index.ts';
import { newEvent } from '../log/index.ts';
import { firstRefusal, refuseWhenOver, requireText } from './guards.ts';
import type { IncidentBody, LevelDecision } from './types.ts';

/** Only a commander or an administrator, in person. */
export function decideLevel(
  incident: IncidentBody, command: { readonly levelIndex: number; readonly reason: string }, context: Context,
): Result<readonly NewEvent[]> {
  const { levelIndex, reason } = command;
  const checked = firstRefusal(mayDo(context.actor, 'incident.decide-level'), refuseWhenOver(incident), requireText('reason', reason));
  if (!checked.ok) return checked;
  if (!isLevel(levelIndex)) return refuse('INCIDENT_LEVEL_UNREADABLE', { levelIndex });
  if (incident.level?.levelIndex === levelIndex) return refuse('INCIDENT_LEVEL_SAME', { levelIndex });
  const payload: Omit<LevelDecision, 'decidedAt'> = { levelIndex, signerId: context.actor.id, signerName: context.actor.name, reason };
  return ok([newEvent(context, 'incident.level_decided', payload)]);
}

function isLevel(levelIndex: number): levelIndex is LevelDecision['levelIndex'] {
  return [1, 2, 3, 4].includes(levelIndex);
}
