// Decides whether a caller may give a command on a resource. Every handler asks at its edge and the
// server asks again at its own, by the same table, so that no door has rules of its own.

import type { Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { Actor } from '../log/index.ts';
import type { Command, Grantee, Grants, Scope } from './commands.ts';
import { COMMANDS, GRANTEES } from './commands.ts';

/** What an owner rule is judged by. */
export interface Resource {
  /** Whose it is; null or absent when it belongs to nobody in particular, so that `own` does not reach it. */
  readonly organisationId?: string | null;
}

/** Refuses with ACCESS_DENIED {command, actorName}. */
export function mayDo(actor: Actor, command: Command, resource: Resource = {}): Result<true> {
  const scope = scopeOf(actor, command);
  const owns = resource.organisationId === actor.organisationId && actor.organisationId !== '';
  if (scope === 'all' || (scope === 'own' && owns)) return ok(true);
  return refuse('ACCESS_DENIED', { command, actorName: actor.name });
}

/** The widest scope that the caller has for a command; lists are filtered by it. */
export function scopeOf(actor: Actor, command: Command): Scope | 'none' {
  const grants: Grants = COMMANDS[command];
  const scopes = granteesOf(actor).map((grantee) => grants[grantee]);
  if (scopes.includes('all')) return 'all';
  return scopes.includes('own') ? 'own' : 'none';
}

/** Reads a command's name from outside, such as a route's; ACCESS_COMMAND_UNKNOWN when there is no such line. */
export function commandFromText(name: string): Result<Command> {
  return Object.hasOwn(COMMANDS, name) ? ok(name as Command) : refuse('ACCESS_COMMAND_UNKNOWN', { command: name });
}

/** The role matrix as text: `●` all, `○` own organisation only, `·` not. */
export function renderRoleMatrix(): string {
  const lines = Object.entries(COMMANDS).map(([command, grants]: [string, Grants]) => {
    const cells = GRANTEES.map((grantee) => SIGNS[grants[grantee] ?? 'none'].padEnd(grantee.length));
    return `${command.padEnd(COLUMN_COUNT)} ${cells.join(' ')}`;
  });
  return [`${''.padEnd(COLUMN_COUNT)} ${GRANTEES.join(' ')}`, ...lines].map((line) => line.trimEnd()).join('\n');
}

function granteesOf(actor: Actor): readonly Grantee[] {
  return actor.kind === 'person' ? actor.roles : [actor.kind];
}

const SIGNS = { all: '●', own: '○', none: '·' } as const;
/** Width of the first column, characters. */
const COLUMN_COUNT = 24;
