// Which live keys make which read stale. The live socket names views (`queue`, `incident/<id>` …);
// a read that watches one of them is fetched again. A key ending in `/*` watches a whole family.

import type { RouteId } from '@anlan/contracts';

export interface ReadInput { readonly params?: Readonly<Record<string, unknown>> | undefined; readonly query?: Readonly<Record<string, unknown>> | undefined }

/** Keys that a read watches. A route without an entry is only fetched again on a snapshot. */
export function liveKeysOf(routeId: RouteId, input: ReadInput): readonly string[] {
  return KEYS[routeId]?.(String(input.params?.['id'] ?? ''), input) ?? [];
}

/** True when one of the changed keys is watched. */
export function isWatched(watched: readonly string[], changed: readonly string[]): boolean {
  return watched.some((key) => (key.endsWith('/*') ? changed.some((c) => c.startsWith(key.slice(0, -1))) : changed.includes(key)));
}

/** One cache key per route and input, independent of the order of the members. */
export function cacheKeyOf(routeId: RouteId, input: ReadInput): string {
  return `${routeId}${part(input.params)}${part(input.query)}`;
}

function part(members: Readonly<Record<string, unknown>> | undefined): string {
  const entries = Object.entries(members ?? {}).filter(([, value]) => value !== undefined && value !== null).sort(([a], [b]) => (a < b ? -1 : 1));
  return `|${entries.map(([name, value]) => `${name}=${String(value)}`).join('&')}`;
}

type KeyRule = (id: string, input: ReadInput) => readonly string[];
const ofIncident: KeyRule = (id) => [`incident/${id}`];

const KEYS: Partial<Record<RouteId, KeyRule>> = {
  getQueue: () => ['queue'],
  listAlerts: () => ['queue', 'alert/*'],
  getAlert: (id) => ['queue', `alert/${id}`],
  listReports: () => ['queue', 'report/*'],
  listSensors: () => ['sensors'],
  listIncidents: () => ['queue', 'incident/*'],
  getIncident: ofIncident,
  getOpenThings: (id) => [`incident/${id}`, 'orders', `review/${id}`],
  getTimeline: (id) => [`incident/${id}`, 'orders', 'forecast/*', 'plan/*'],
  listForecasts: (id) => [`incident/${id}`, 'forecast/*'],
  getForecast: (id) => [`forecast/${id}`],
  getFrames: (id) => [`forecast/${id}`],
  listForcings: () => ['forcing/*'],
  listPlans: (id) => [`incident/${id}`, 'plan/*'],
  getPlan: (id) => [`plan/${id}`],
  listOrders: () => ['orders', 'order/*'],
  getOrder: (id) => ['orders', `order/${id}`],
  getReview: (id) => [`incident/${id}`, 'review/*'],
  listNotices: () => ['notice/*'],
  getNotice: (id) => [`notice/${id}`],
  listRegisters: () => ['register/*'],
  listRecords: (_, input) => [`register/${String(input.params?.['registerId'])}`],
  getRecord: (_, input) => [`register/${String(input.params?.['registerId'])}`],
  getRecordHistory: (_, input) => [`register/${String(input.params?.['registerId'])}`],
  listHoldings: () => ['register/*', 'orders', 'order/*'],
  getReadiness: () => ['readiness'],
  listWarehouses: () => ['slips', 'register/*', 'orders'],
  getWarehouse: () => ['slips', 'register/*', 'orders'],
  listKits: () => ['slips', 'register/*', 'orders'],
  getReplenishment: () => ['slips', 'register/*'],
  getExpiryForecast: () => ['slips', 'register/*'],
  scanLabel: () => ['slips', 'register/*', 'orders'],
  listExpiring: () => ['register/*'],
  getGapReport: () => ['register/*', 'orders'],
  getCatalogue: () => ['register/products', 'catalogue/*'],
  listIndicators: () => ['register/*', 'indicators'],
  listAccounts: () => ['accounts'],
  listDevices: () => ['devices'],
};
