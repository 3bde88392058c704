import { describe, expect, it } from 'vitest';
import type { Route } from '@anlan/contracts';
import { routes } from '@anlan/contracts';
import { COMMANDS } from '@anlan/domain';

const table = Object.entries(routes) as readonly (readonly [string, Route])[];
/** Given by the machinery alone, by the public door, or inside another command's handler. */
const WITHOUT_ROUTE = [
  'report.submit', 'alert.raise', 'alert.escalate', 'incident.watch-clocks', 'incident.close-override', 'forecast.complete', 'log.read', 'stock.expire', 'stress.complete',
];

describe('who may call what', () => {
  it.each(table)('S-451: %s is public, for any session, or a command of the access table', (_id, { access }) => {
    expect(['public', 'any', ...Object.keys(COMMANDS)]).toContain(access);
  });

  it('S-451: every command has a route, or is known to have none', () => {
    const routed = new Set(table.map(([, { access }]) => access));
    expect(Object.keys(COMMANDS).filter((command) => !routed.has(command)).sort()).toEqual([...WITHOUT_ROUTE].sort());
  });

  it('S-451: a write is never open to any session, but for one’s own session and settings', () => {
    expect(table.filter(([, { method, access }]) => method !== 'GET' && access === 'any').map(([id]) => id).sort()).toEqual(['changePassword', 'logout', 'putPreferences']);
  });
});
