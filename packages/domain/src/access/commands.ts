// The one table: which command may be given by whom. `all`: any resource; `own`: only one that
// belongs to the caller's organisation. Whoever is not in a line may not. Registers narrow
// register.read and register.write further by their own declaration.

import type { Role } from '../log/index.ts';

/** Roles of people, and the three callers that have none. */
export type Grantee = Role | 'system' | 'device' | 'public';
export type Scope = 'all' | 'own';
export type Grants = Readonly<Partial<Record<Grantee, Scope>>>;

export const GRANTEES = [
  'duty', 'commander', 'dispatcher', 'responder', 'enterprise', 'reserve', 'industry', 'admin', 'system', 'device', 'public',
] as const satisfies readonly Grantee[];

const DUTY: Grants = { duty: 'all', commander: 'all', admin: 'all' };
const COMMAND: Grants = { commander: 'all', admin: 'all' };
const DESK: Grants = { ...DUTY, dispatcher: 'all' };
const PICTURE: Grants = { ...DESK, responder: 'all', reserve: 'all', system: 'all' };
const FIELD: Grants = { ...DESK, responder: 'own', reserve: 'own', enterprise: 'own' };
const LOGGED_IN: Grants = { ...PICTURE, industry: 'all', enterprise: 'all' };

export const COMMANDS = {
  'queue.read': DESK,
  'signal.read': LOGGED_IN,
  'signal.write': { device: 'all', system: 'all', admin: 'all', duty: 'all' },

  'report.submit': { ...LOGGED_IN, public: 'all', device: 'all' },
  'report.read': { ...DESK, system: 'all' },
  'report.acknowledge': DUTY,
  'report.dismiss': DUTY,
  'artefact.read': { ...PICTURE, enterprise: 'own' },

  'alert.read': PICTURE,
  'alert.raise': { system: 'all' },
  'alert.escalate': { system: 'all' },
  'alert.acknowledge': DUTY,
  'alert.dismiss': DUTY,

  'incident.read': { ...PICTURE, enterprise: 'own' },
  'incident.open': { ...DUTY, system: 'all' },
  'incident.link': DUTY,
  'incident.hand-over': DUTY,
  'incident.verify': DUTY,
  'incident.dismiss': DUTY,
  'incident.record-fact': { ...DESK, responder: 'all' },
  'incident.note': { ...DESK, responder: 'all' },
  'incident.answer-clock': DUTY,
  'incident.watch-clocks': { system: 'all' },
  'incident.decide-level': COMMAND,
  'incident.contain': DUTY,
  'incident.terminate': COMMAND,
  'incident.reactivate': COMMAND,
  'incident.close': DUTY,
  'incident.close-override': COMMAND,

  'forecast.read': PICTURE,
  'forecast.request': { ...DESK, system: 'all' },
  'forecast.complete': { system: 'all' },
  'forcing.write': { duty: 'all', commander: 'all', admin: 'all' },
  'plan.read': PICTURE,
  'plan.draw': { ...DESK, system: 'all' },
  'plan.choose': DESK,

  'order.read': { ...FIELD, reserve: 'all', system: 'all' },
  'order.issue': DESK,
  'order.move': FIELD,
  'order.cancel': DESK,

  'force.read': LOGGED_IN,
  'force.check-in': { ...FIELD, system: 'all' },
  'force.plan': { ...DESK, reserve: 'all', responder: 'all', system: 'all' },

  'review.read': PICTURE,
  'review.open': { ...DUTY, system: 'all' },
  'review.write': DUTY,
  'review.close': DUTY,

  'notice.send': DUTY,
  'notice.read': { ...LOGGED_IN, responder: 'own', enterprise: 'own' },
  'notice.acknowledge': { ...DUTY, dispatcher: 'own', responder: 'own', enterprise: 'own', reserve: 'own', industry: 'own' },

  'register.read': LOGGED_IN,
  'register.write': { ...DESK, reserve: 'all', industry: 'all', responder: 'own', enterprise: 'own', system: 'all' },
  'register.verify': { duty: 'all', commander: 'all', dispatcher: 'all', reserve: 'all', industry: 'all' },
  'document.upload': { ...DESK, system: 'all', reserve: 'all', industry: 'all', responder: 'own', enterprise: 'own' },
  'document.read': { ...PICTURE, industry: 'all', enterprise: 'own' },
  'stock.move': { reserve: 'all', admin: 'all', enterprise: 'own' },
  'stock.approve': { reserve: 'all', admin: 'all' },
  'stock.hold': { ...DESK, reserve: 'all', enterprise: 'own' },
  'stock.expire': { system: 'all' },
  'agreement.call': { ...DESK, reserve: 'all' },
  'warehouse.read': { ...PICTURE, industry: 'all', enterprise: 'own' },
  'agreement.audit': { reserve: 'all', admin: 'all' },
  'stress.read': { ...DESK, reserve: 'all', industry: 'all', system: 'all' },
  'stress.run': { ...DESK, reserve: 'all' },
  'stress.complete': { system: 'all' },
  'reserve.read': { ...DESK, reserve: 'all', industry: 'all' },
  'catalogue.read': LOGGED_IN,
  'catalogue.publish': { industry: 'all', admin: 'all' },
  'indicator.read': { duty: 'all', commander: 'all', industry: 'all', reserve: 'all', admin: 'all', system: 'all' },

  'log.read': { ...COMMAND, system: 'all' },
  'account.read': { admin: 'all' },
  'account.create': { admin: 'all', system: 'all' },
  'account.reset-password': { admin: 'all', system: 'all' },
  'account.revoke': { admin: 'all', system: 'all' },
  'device.read': { admin: 'all' },
  'device.create': { admin: 'all', system: 'all' },
  'device.revoke': { admin: 'all', system: 'all' },
} as const satisfies Readonly<Record<string, Grants>>;

export type Command = keyof typeof COMMANDS;
