// Draws a plan for a completed forecast, and records which option was chosen. Reads the registers,
// the holdings and the orders that are out as they stand now; what is held is not offered again.

import type { IdSource, Result } from '@anlan/kernel';
import { ok, refuse } from '@anlan/kernel';
import type { OilPlanning } from '@anlan/allocation';
import { DEMONSTRATION_OIL_PLANNING } from '@anlan/allocation';
import { mayDo } from '../access/index.ts';
import type { ForecastBody } from '../forecast/index.ts';
import type { IncidentBody } from '../incident/index.ts';
import type { Appended, Context, EventLog, Holding, ViewStore } from '../log/index.ts';
import { appendOne, loadView, newEvent } from '../log/index.ts';
import { teams, vessels } from '../readiness/index.ts';
import { recordKey, recordOf } from '../register/index.ts';
import type { RecordBody } from '../register/index.ts';
import type { Carriers } from './assign-carriers.ts';
import { decideChooseOption, decidePlan } from './decide-plan.ts';
import { gatherSupplies } from './gather-supplies.ts';
import type { PlanRecords } from './gather-supplies.ts';
import { oilDemandOf } from './oil-demand.ts';
import type { PeakCurrents, TravelTimes } from './ports.ts';
import type { PlanBody } from './types.ts';

export interface PlanDeps {
  readonly log: EventLog;
  readonly views: ViewStore;
  readonly ids: IdSource;
  readonly travel: TravelTimes;
  readonly currents?: PeakCurrents;
  /** Planning figures of the region; left out: the demonstration set, named in the plan. */
  readonly planning?: OilPlanning;
}

/** `forecastId` left out: the incident's newest completed forecast. */
export async function handleDrawPlan(deps: PlanDeps, command: { readonly incidentId: string; readonly forecastId?: string }, context: Context): Promise<Result<Appended>> {
  const may = mayDo(context.actor, 'plan.draw');
  if (!may.ok) return may;
  const found = await findForecast(deps.views, command, context);
  if (!found.ok) return found;
  const { incident, forecast, summary } = found.value;
  const records = await readRecords(deps.views, context);
  const { carriers, heldUnits } = await readCarriers(deps.views, records.holdings, context);
  const gathered = gatherSupplies(records, carriers.fleet, context.now);
  if (gathered.supplies.length === 0) return refuse('PLAN_NO_RESERVES', { incidentId: incident.id });
  const demand = oilDemandOf({ incident, forecast, summary, facilities: records.facilities, planning: deps.planning ?? DEMONSTRATION_OIL_PLANNING, now: context.now, ...(deps.currents === undefined ? {} : { currents: deps.currents }) });
  if (!demand.ok) return demand;
  const { wind, horizonS, aheadS = horizonS } = forecast.input;
  const conditions = wind.kind === 'none-assumed-calm' ? {} : { windSpeedMps: wind.speedMps };
  const travel = await deps.travel.travel({ departAt: context.now, scenes: demand.value.scenes, origins: gathered.origins, fleet: carriers.fleet, conditions });
  if (!travel.ok) return travel;
  const id = deps.ids.newId('plan');
  const drawn = decidePlan({
    id, incidentId: incident.id, forecastId: forecast.id, owner: incident.owner ?? null, summary, demand: demand.value, gathered: { ...gathered, left: [...gathered.left, ...heldUnits] }, travel: travel.value, carriers, horizonS: aheadS, now: context.now,
  });
  if (!drawn.ok) return drawn;
  const event = newEvent(context, 'plan.drawn', drawn.value, { basis: [{ kind: 'event', ref: `forecast:${forecast.id}` }] });
  return appendOne(deps.log, context, { stream: `plan:${id}`, expectedVersion: 0 }, [event]);
}

export async function handleChooseOption(deps: Pick<PlanDeps, 'log' | 'views'>, command: { readonly planId: string; readonly optionId: string; readonly seenVersion?: number }, context: Context): Promise<Result<Appended>> {
  const { planId, optionId, seenVersion } = command;
  const view = await loadView<PlanBody>(deps.views, context, 'plan', planId, { unknownCode: 'PLAN_UNKNOWN', seenVersion });
  if (!view.ok) return view;
  const decided = decideChooseOption(view.value.body, optionId, context);
  return decided.ok ? appendOne(deps.log, context, { stream: `plan:${planId}`, expectedVersion: view.value.streamVersion }, decided.value) : decided;
}

async function findForecast(views: ViewStore, command: { readonly incidentId: string; readonly forecastId?: string }, context: Context) {
  const { incidentId } = command;
  const incident = (await views.find<IncidentBody>(context.realm, 'incident', incidentId))?.body;
  if (incident === undefined) return refuse('PLAN_INCIDENT_UNKNOWN', { id: incidentId });
  if (incident.state === 'closed' || incident.state === 'dismissed') return refuse('PLAN_INCIDENT_OVER', { incidentId, state: incident.state });
  const own = (await views.list<ForecastBody>({ realm: context.realm, kind: 'forecast', where: { incidentId } })).map((view) => view.body);
  const completed = own.filter((body) => body.state === 'completed').toSorted((a, b) => b.requestedAt - a.requestedAt || (a.id < b.id ? -1 : 1));
  const forecast = command.forecastId === undefined ? completed[0] : own.find((body) => body.id === command.forecastId);
  if (forecast === undefined) return command.forecastId === undefined ? refuse('PLAN_NO_FORECAST', { incidentId }) : refuse('PLAN_FORECAST_UNKNOWN', { id: command.forecastId });
  const { summary } = forecast;
  if (forecast.state !== 'completed' || summary === null) return refuse('PLAN_FORECAST_NOT_READY', { id: forecast.id, state: forecast.state });
  return ok({ incident, forecast, summary });
}

async function readRecords(views: ViewStore, context: Context): Promise<PlanRecords> {
  const bodiesOf = (registerId: string) => recordBodies(views, registerId, context);
  return {
    itemKinds: await bodiesOf('item-kinds'), stockLots: await bodiesOf('stock-lots'), socialAgreements: await bodiesOf('social-agreements'),
    capacityContracts: await bodiesOf('capacity-contracts'), facilities: await bodiesOf('facilities'), holdings: await views.listHoldings(context.realm),
  };
}

/** Ready vessels and teams that no order holds, and those that one does; a patrol boat carries no goods. */
async function readCarriers(views: ViewStore, holdings: readonly Holding[], context: Context): Promise<{ readonly carriers: Carriers; readonly heldUnits: readonly LeftOut[] }> {
  const open = await views.list<OutOrder>({ realm: context.realm, kind: 'order', where: { state: BUSY_ORDER_STATES } });
  const orders = new Map(open.map(({ body }) => [recordKey(body.unitRegisterId ?? '', body.unitId ?? ''), body]));
  const held = new Set(holdings.filter((holding) => holding.heldValue > 0).map((holding) => holding.holdingId));
  const heldUnits: LeftOut[] = [];
  const ready = async (registerId: string) => (await recordBodies(views, registerId, context)).filter((body) => {
    if (body.state !== 'ready' || body.archived) return false;
    const key = recordKey(registerId, body.id);
    if (!held.has(key)) return true;
    const { id = '', incidentId = '' } = orders.get(key) ?? {};
    heldUnits.push({ supplyRegisterId: registerId, supplyId: body.id, reason: { code: 'PLAN_UNIT_HELD', params: { orderId: id, incidentId } } });
    return false;
  });
  const fleet = (await ready('vessels')).filter((body) => recordOf(vessels, body).values.kindCode !== 'patrol').map((body) => {
    const { position, serviceSpeedMps, musterDurationS, payloadKg, windSpeedMpsMax, waveHeightMMax } = recordOf(vessels, body).values;
    return { id: body.id, position, speedMps: serviceSpeedMps, musterDurationS, payloadKg, windSpeedMpsMax, waveHeightMMax };
  });
  const onLand = (await ready('teams')).map((body) => {
    const { position, payloadKg } = recordOf(teams, body).values;
    return { id: body.id, position, payloadKg: payloadKg ?? 0 };
  });
  return { carriers: { fleet, teams: onLand }, heldUnits };
}

type LeftOut = PlanBody['notReachable'][number];

/** What this stage reads of an order. */
interface OutOrder {
  readonly id: string;
  readonly incidentId: string;
  readonly unitRegisterId: string | null;
  readonly unitId: string | null;
}

/** In order of id, so that the same records give the same plan. */
async function recordBodies(views: ViewStore, registerId: string, context: Context): Promise<readonly RecordBody[]> {
  const found = await views.list<RecordBody>({ realm: context.realm, kind: 'record', idPrefix: `${registerId}/` });
  return found.map((view) => view.body).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The states of the dispatch stage in which a unit is out; a later stage is not imported here. */
const BUSY_ORDER_STATES: readonly string[] = ['issued', 'accepted', 'under-way', 'on-scene', 'blocked'];
