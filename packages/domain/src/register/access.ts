// Who sees a register, whose records a person may edit, and what of a person's data is shown.
// Every door of the engine asks here; nothing else knows the rule.

import type { Actor, Role } from '../log/index.ts';
import type { RecordValues, Register } from './types.ts';

export function maySee(register: Register, actor: Actor): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'person' || actor.roles.length === 0) return false;
  return register.visibleTo === 'everyone' || hasRole(actor, register.visibleTo);
}

/** Whether `actor` may edit a record with these values, before and after the edit. */
export function mayEdit(register: Register, values: RecordValues | undefined, actor: Actor): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'person' || !maySee(register, actor)) return false;
  if (hasRole(actor, register.edit.roles)) return true;
  if (!hasRole(actor, register.edit.ownRoles) || register.ownerField === undefined) return false;
  if (values === undefined) return true;
  return actor.organisationId !== '' && values[register.ownerField] === actor.organisationId;
}

export function hasRole(actor: Actor, roles: readonly Role[]): boolean {
  return actor.roles.some((role) => roles.includes(role));
}

/** The values that `actor` may read: personal fields are left out for those who need not call. */
export function visibleValues(register: Register, values: RecordValues, actor: Actor): RecordValues {
  if (actor.kind === 'system' || hasRole(actor, register.personalVisibleTo ?? ['admin'])) return values;
  const personal = new Set(register.fields.filter((field) => field.personal === true).map((field) => field.id));
  if (personal.size === 0) return values;
  const own = register.ownerField !== undefined && actor.organisationId !== '' && values[register.ownerField] === actor.organisationId;
  return own ? values : Object.fromEntries(Object.entries(values).filter(([fieldId]) => !personal.has(fieldId)));
}
