// Which buttons a seat is offered. The server judges every command again by its own table; this only
// keeps a person from pressing what would be refused.

import type { Account } from '@anlan/contracts';

type RoleName = Account['roles'][number];

/** Roles behind a command, as in the access table of the domain. */
const ROLES = {
  'queue.read': ['duty', 'commander', 'dispatcher', 'admin'],
  'incident.verify': ['duty', 'commander', 'admin'],
  'forcing.write': ['duty', 'commander', 'admin'],
  'plan.draw': ['duty', 'commander', 'dispatcher'],
  'plan.choose': ['duty', 'commander', 'dispatcher'],
  'order.issue': ['duty', 'commander', 'dispatcher'],
  'order.cancel': ['duty', 'commander', 'dispatcher'],
  'order.move': ['duty', 'commander', 'dispatcher', 'responder', 'enterprise', 'reserve'],
  'review.write': ['duty', 'commander'],
  'stock.move': ['reserve', 'admin', 'enterprise'],
  'stock.approve': ['reserve', 'admin'],
  'agreement.audit': ['reserve', 'admin'],
  'reserve.read': ['duty', 'commander', 'dispatcher', 'reserve', 'industry', 'admin'],
  'notice.send': ['duty', 'commander', 'admin'],
  'notice.acknowledge-others': ['duty', 'commander', 'admin'],
} as const satisfies Readonly<Record<string, readonly RoleName[]>>;

export type RoomCommand = keyof typeof ROLES;

export function may(roles: readonly RoleName[], command: RoomCommand): boolean {
  const allowed: readonly RoleName[] = ROLES[command];
  return roles.some((role) => allowed.includes(role));
}
