// The readiness board, check-ins, whom to call first, and the planning sums of forces.

import { aircraft, checkAirMission, handleCheckIn, proposeCallOut, recordKey, recordOf } from '@anlan/domain';
import type { RecordBody } from '@anlan/domain';
import { instant, ok, refuse } from '@anlan/kernel';
import { fireLift } from '../../services/forces/fire-lift.ts';
import { casualtyPlan, shelterPlan } from '../../services/forces/people.ts';
import { generatorPlan, islandPacks } from '../../services/forces/power.ts';
import { boardForPeople, boardOf, unitForPeople } from '../../services/readiness.ts';
import type { Handlers } from '../call.ts';

type ForceRoutes =
  | 'planCasualties' | 'planShelters' | 'planGenerators' | 'planFireLift' | 'listIslandPacks'
  | 'getReadiness' | 'checkIn' | 'getCallOut' | 'checkAirMission';

export const forceHandlers: Pick<Handlers, ForceRoutes> = {
  async getReadiness({ app, actor, context }) {
    return ok(await boardForPeople(app, await boardOf(app, context), actor));
  },

  async checkIn({ app, params, body, context }) {
    const { readinessCode, note, peopleOnDutyCount = null, dutySinceAt = null, readyUntilAt, happenedAt, freeBeds, takenPlaceCount } = body;
    return handleCheckIn(app, {
      registerId: params.registerId, id: params.id, readinessCode, note, peopleOnDutyCount, dutySinceAt: dutySinceAt === null ? null : instant(dutySinceAt), readyUntilAt: instant(readyUntilAt),
      ...(happenedAt === undefined ? {} : { happenedAt: instant(happenedAt) }), ...(freeBeds === undefined ? {} : { freeBeds }), ...(takenPlaceCount === undefined ? {} : { takenPlaceCount }),
    }, context);
  },

  async getCallOut({ app, actor, query, context }) {
    const board = await boardOf(app, context);
    const rows = proposeCallOut(board.units, query.incidentKindCode, [query.lonDeg, query.latDeg]);
    return ok(rows.map((row) => ({ ...row, unit: unitForPeople(row.unit, { organisationTitles: null, facilityTitles: null }, actor) })));
  },

  planCasualties: ({ app, body, context }) => casualtyPlan(app, body, context),
  planShelters: ({ app, body, context }) => shelterPlan(app, body, context),
  planGenerators: ({ app, body, context }) => generatorPlan(app, body, context),
  planFireLift: ({ app, body, context }) => fireLift(app, body, context),
  listIslandPacks: ({ app, query, context }) => islandPacks(app, query, context),

  async checkAirMission({ app, params, body, context }) {
    const view = await app.views.find<RecordBody>(context.realm, 'record', recordKey(aircraft.id, params.id));
    if (view === undefined) return refuse('READINESS_UNIT_UNKNOWN', { registerId: aircraft.id, id: params.id });
    return ok(checkAirMission(recordOf(aircraft, view.body), { ...body, departAt: instant(body.departAt) }));
  },
};
