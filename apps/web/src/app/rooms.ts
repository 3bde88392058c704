// The rooms of the product, in the order of the flow, with readiness and industry beside it. A room
// is one line here and one folder under screens/; a room without a screen does not appear.
// The order of the stages is that of the domain's flow.ts; rooms.test.ts holds the two together.

import type { ComponentType } from 'react';
import type { WebKey } from '@anlan/messages';
import type { Account } from '@anlan/contracts';

export type RoleName = Account['roles'][number];

export interface Room {
  readonly id: string;
  /** Stage or stages that this room works on; empty for those beside the flow. */
  readonly stages: readonly string[];
  /** Router pattern; a `?` segment may be left out. */
  readonly path: string;
  readonly titleKey: WebKey;
  /** Who sees it; undefined: everybody who signed in. */
  readonly roles?: readonly RoleName[];
  readonly load: () => Promise<{ readonly Screen: ComponentType }>;
}

/** Who reads the queue, as in the access table of the domain. */
export const DESK_ROLES: readonly RoleName[] = ['duty', 'commander', 'dispatcher', 'admin'];

export const ROOMS: readonly Room[] = [
  { id: 'watch', stages: ['signal', 'alert', 'incident'], path: 'watch', titleKey: 'web.room.watch', roles: DESK_ROLES, load: () => import('../screens/watch/index.ts') },
  { id: 'forecast', stages: ['forecast'], path: 'forecast/:incidentId?/:forecastId?', titleKey: 'web.room.forecast', load: () => import('../screens/forecast/index.ts') },
  { id: 'plan', stages: ['plan'], path: 'plan/:incidentId?/:planId?', titleKey: 'web.room.plan', load: () => import('../screens/plan/index.ts') },
  { id: 'dispatch', stages: ['dispatch'], path: 'dispatch/:incidentId?', titleKey: 'web.room.dispatch', load: () => import('../screens/dispatch/index.ts') },
  { id: 'review', stages: ['review'], path: 'review/:incidentId?', titleKey: 'web.room.review', load: () => import('../screens/review/index.ts') },
  { id: 'readiness', stages: [], path: 'readiness/:registerId?/:recordId?', titleKey: 'web.room.readiness', load: () => import('../screens/readiness/index.ts') },
  { id: 'industry', stages: [], path: 'industry/:registerId?/:recordId?', titleKey: 'web.room.industry', load: () => import('../screens/industry/index.ts') },
  { id: 'notices', stages: [], path: 'notices/:noticeId?', titleKey: 'web.notices.room', load: () => import('../screens/notices/index.ts') },
  { id: 'signals', stages: [], path: 'signals/:kind?/:id?', titleKey: 'web.signals.room', load: () => import('../screens/signals/index.ts') },
  { id: 'accounts', stages: [], path: 'accounts', titleKey: 'web.accounts.room', roles: ['admin'], load: () => import('../screens/accounts/index.ts') },
];

/** Path of a room without its parameters. */
export function roomHref(room: Room): string {
  return `/${room.path.split('/:')[0] ?? ''}`;
}

export function roomsFor(roles: readonly RoleName[]): readonly Room[] {
  return ROOMS.filter((room) => room.roles === undefined || room.roles.some((role) => roles.includes(role)));
}

/** Where a seat begins: the desk, or the room in which its own work waits. */
export function startHref(roles: readonly RoleName[]): string {
  if (roles.some((role) => DESK_ROLES.includes(role))) return '/watch';
  if (roles.includes('responder') || roles.includes('enterprise')) return '/dispatch';
  return roles.includes('reserve') ? '/readiness' : '/industry';
}

/** True when a room with this id has been built: links to it may be shown. */
export function hasRoom(id: string): boolean {
  return ROOMS.some((room) => room.id === id);
}
