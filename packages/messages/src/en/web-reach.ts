// Web: how far a vessel comes.
import type { Messages } from '../types.ts';

export const webReach = {
  'web.reach.title': 'Reach by sea',
  'web.reach.map': 'Map of the reach',
  'web.reach.vessel': 'Vessel',
  'web.reach.wind': 'Wind',
  'web.reach.wind-wrong': 'Wind is between 0 and 80 m/s',
  'web.reach.no-vessel': 'No vessel is registered yet.',
  'web.reach.reckoning': 'Reckoning the ways …',
  'web.reach.draught': 'draught {draughtM} m',
  'web.reach.muster': 'sails after {duration}',
  'web.reach.place': 'Place',
  'web.reach.way': 'Way',
  'web.reach.sailing': 'Sailing',
  'web.reach.there': 'There',
  'web.reach.not': 'not reached',
  'web.reach.grid': 'grid {cellM} m',
  TRAVEL_FROM_BERTH: 'No position was heard within ten minutes; reckoned from the berth on record.',
  TRAVEL_FROM_AIS: 'Reckoned from the AIS position of {ageS} s ago.',
} satisfies Messages;
