import { describe, expect, it } from 'vitest';
import { cacheKeyOf, isWatched, liveKeysOf } from './live-keys.ts';

describe('live keys', () => {
  it('an incident is renewed by its own key and not by another incident', () => {
    const watched = liveKeysOf('getIncident', { params: { id: 'inc-1' } });
    expect(isWatched(watched, ['incident/inc-1'])).toBe(true);
    expect(isWatched(watched, ['incident/inc-10', 'queue'])).toBe(false);
  });

  it('a list is renewed by any member of its family', () => {
    expect(isWatched(liveKeysOf('listForecasts', { params: { id: 'inc-1' } }), ['forecast/f-9'])).toBe(true);
    expect(isWatched(liveKeysOf('listRecords', { params: { registerId: 'teams' } }), ['register/teams'])).toBe(true);
    expect(isWatched(liveKeysOf('listRecords', { params: { registerId: 'teams' } }), ['register/vessels'])).toBe(false);
  });

  it('one key for one read, whatever the order of the members and whether an absent one is written', () => {
    expect(cacheKeyOf('listOrders', { query: { limit: 5, incidentId: 'i' } })).toBe(cacheKeyOf('listOrders', { query: { incidentId: 'i', limit: 5, knownAt: undefined } }));
    expect(cacheKeyOf('listOrders', { query: { incidentId: 'i' } })).not.toBe(cacheKeyOf('listOrders', { query: { incidentId: 'j' } }));
    expect(cacheKeyOf('getIncident', { params: { id: 'i' } })).not.toBe(cacheKeyOf('getTimeline', { params: { id: 'i' } }));
  });
});
