// Web: forecast.
import type { Messages } from '../types.ts';

export const webForecast = {
  'web.forecast.title': 'Drift forecast',
  'web.forecast.open': 'Details',
  'web.forecast.rerun': 'Other wind',
  'web.forecast.running': 'Running',
  'web.forecast.cancel': 'Cancel the run',
  'web.forecast.failed': 'failed',
  'web.forecast.cancelled': 'cancelled',
  'web.forecast.empty': 'No forecast yet: confirming the spill runs one.',
  'web.forecast.indicative-short': 'indicative',
  'web.forecast.indicative': 'Indicative forecast: the currents are indicative; use it to place forces, not to prove quantities.',
  'web.forecast.run': 'Run',
  'web.forecast.reached': 'May reach',
  'web.forecast.reached-count': '{count} sites',
  'web.forecast.afloat': 'Afloat at end',
  'web.forecast.stranded': 'Ashore at end',
  'web.forecast.evaporated': 'Evaporated',
  'web.forecast.assumed': 'Assumed',
  'web.forecast.assumed-count': '{count} assumed · {warnings} warnings',
  'web.forecast.notes': 'Assumptions {count}',
} as const satisfies Messages;
