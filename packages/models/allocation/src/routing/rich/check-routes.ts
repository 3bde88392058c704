// The second opinion on a plan with real vehicles: recomputes times, loads, crews, order, sums and
// what is served from the case and the plan alone. Shares types with the search and no code.

import type { RoutingFault, RoutingJob, RoutingPlan, RoutingProblem, RoutingStop, RoutingTravel, RoutingVehicle, VehicleRoute } from '../types.ts';

type Say = (what: string, expected: unknown, found: unknown) => void;

export function checkRoutes(problem: RoutingProblem, plan: RoutingPlan): readonly RoutingFault[] {
  const faults: RoutingFault[] = [];
  const at = (place: string): Say => (what, expected, found) => { faults.push({ place, what, expected: String(expected), found: String(found) }); };
  const vehicleIds = new Set<string>();
  let costValue = 0;
  for (const route of plan.routes) {
    const vehicle = problem.vehicles.find(({ id }) => id === route.vehicleId);
    if (vehicle === undefined || vehicleIds.has(route.vehicleId)) { at(route.vehicleId)('vehicle', 'known, once', 'not so'); continue; }
    vehicleIds.add(route.vehicleId);
    checkTimes(problem, vehicle, route, at(route.vehicleId));
    checkLoads(problem, vehicle, route, at(route.vehicleId));
    checkOrders(problem, vehicle, route, at(route.vehicleId));
    costValue += route.costValue;
  }
  checkJobs(problem, plan, at);
  for (const { jobId } of plan.unserved) costValue += problem.jobs.find(({ id }) => id === jobId)?.unservedCostValue ?? 0;
  if (!near(costValue, plan.costValue)) at('plan')('costValue', costValue, plan.costValue);
  return faults;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

function checkTimes(problem: RoutingProblem, vehicle: RoutingVehicle, route: VehicleRoute, say: Say): void {
  const table = problem.travel.find(({ id }) => id === vehicle.travelId)!;
  const index = (placeId: string): number => problem.placeIds.indexOf(placeId);
  let travelS = 0;
  let distanceM = 0;
  let leave = route.departS;
  let from = index(vehicle.startPlaceId);
  if (!(route.departS >= vehicle.shiftFromS)) say('departS', `>= ${vehicle.shiftFromS}`, route.departS);
  for (const stop of route.stops) {
    const job = problem.jobs.find(({ id }) => id === stop.jobId);
    const to = index(stop.placeId);
    const arrive = arrival(table, from, to, leave);
    if (!near(arrive, stop.arriveS)) say(`arrival at ${stop.placeId}`, arrive, stop.arriveS);
    if (!(stop.beginS >= stop.arriveS - 1e-6)) say(`begin at ${stop.placeId}`, `>= ${stop.arriveS}`, stop.beginS);
    const service = serviceOf(stop, job, vehicle);
    if (!near(stop.beginS + service, stop.leaveS)) say(`leave ${stop.placeId}`, stop.beginS + service, stop.leaveS);
    const windows = stop.kind === 'deliver' ? job?.windows : stop.kind === 'pick-up' ? job?.pickupWindows : undefined;
    if (windows !== undefined && windows.length > 0 && !windows.some(([opens, closes]) => stop.beginS >= opens - 1e-6 && stop.beginS <= closes + 1e-6)) say(`window of ${stop.jobId}`, JSON.stringify(windows), stop.beginS);
    travelS += arrive - leave;
    distanceM += table.distanceM[from]?.[to] ?? Number.NaN;
    leave = stop.leaveS;
    from = to;
  }
  if (vehicle.endPlaceId !== null) {
    const to = index(vehicle.endPlaceId);
    const home = arrival(table, from, to, leave);
    travelS += home - leave;
    distanceM += table.distanceM[from]?.[to] ?? Number.NaN;
    leave = home;
  }
  if (!near(leave, route.endS)) say('endS', leave, route.endS);
  if (!(leave <= vehicle.shiftUntilS + 1e-6)) say('shift', `<= ${vehicle.shiftUntilS}`, leave);
  if (vehicle.dutySMax !== null && !(leave - route.departS <= vehicle.dutySMax + 1e-6)) say('duty', `<= ${vehicle.dutySMax}`, leave - route.departS);
  if (!near(travelS, route.travelS)) say('travelS', travelS, route.travelS);
  if (!near(distanceM, route.distanceM)) say('distanceM', distanceM, route.distanceM);
  const cost = vehicle.fixedCostValue + travelS * vehicle.costPerSValue + distanceM * vehicle.costPerMValue;
  if (!near(cost, route.costValue)) say('costValue', cost, route.costValue);
}

/** The least over the bucket of the departure and every later one that one could wait for. */
function arrival(table: RoutingTravel, from: number, to: number, leave: number): number {
  const own = table.buckets.findLastIndex(({ fromS }) => fromS <= leave);
  const options = table.buckets.map(({ fromS, durationS }, k) => (k < Math.max(0, own) ? Number.POSITIVE_INFINITY : Math.max(leave, k === Math.max(0, own) ? leave : fromS) + (durationS[from]?.[to] ?? Number.POSITIVE_INFINITY)));
  return Math.min(...options);
}

function serviceOf(stop: RoutingStop, job: RoutingJob | undefined, vehicle: RoutingVehicle): number {
  if (stop.kind === 'reload') return vehicle.reloadS;
  if (job === undefined) return Number.NaN;
  if (stop.kind === 'deliver') return job.serviceSByClass[vehicle.classId] ?? job.serviceS;
  return stop.kind === 'pick-up' ? job.pickupServiceS : (job.transfer?.handlingS ?? Number.NaN);
}

/** Jobs aboard between stops: from where each is taken up to where it leaves. */
function checkLoads(problem: RoutingProblem, vehicle: RoutingVehicle, { stops }: VehicleRoute, say: Say): void {
  const trips = 1 + stops.filter(({ kind }) => kind === 'reload').length;
  if (trips > 1 && trips > vehicle.tripCountMax) say('trips', `<= ${vehicle.tripCountMax}`, trips);
  const spans = stops.flatMap((stop, end) => {
    if (stop.kind !== 'deliver' && stop.kind !== 'hand-over') return [];
    const taken = stops.findIndex(({ jobId, kind }) => jobId === stop.jobId && (kind === 'pick-up' || kind === 'take-over'));
    const job = problem.jobs.find(({ id }) => id === stop.jobId);
    return job === undefined ? [] : [{ job, from: taken >= 0 ? taken : stops.slice(0, end).findLastIndex(({ kind }) => kind === 'reload'), end }];
  });
  for (let leg = -1; leg < stops.length; leg++) {
    const aboard = spans.filter(({ from, end }) => from <= leg && leg < end).map(({ job }) => job);
    for (const name of new Set(aboard.flatMap(({ load }) => Object.keys(load)))) {
      const sum = aboard.reduce((total, { load }) => total + (load[name] ?? 0), 0);
      if (sum > (vehicle.capacity[name] ?? 0) + 1e-6) say(`${name} after stop ${leg + 1}`, `<= ${vehicle.capacity[name] ?? 0}`, sum);
    }
    const groups = new Set(aboard.flatMap(({ group }) => (group === null ? [] : [group])));
    for (const [a, b] of problem.segregated) {
      const together = a === b ? aboard.filter(({ group }) => group === a).length > 1 : groups.has(a) && groups.has(b);
      if (together) say(`groups after stop ${leg + 1}`, `${a} and ${b} apart`, 'together');
    }
  }
  for (const { job } of spans) {
    const lacking = job.skills.find((skill) => !vehicle.skills.includes(skill));
    if (lacking !== undefined) say(`skill for ${job.id}`, lacking, 'none');
    if (job.group !== null && vehicle.refusedGroups.includes(job.group)) say(`group of ${job.id}`, 'carried', 'refused');
  }
}

function checkOrders(problem: RoutingProblem, vehicle: RoutingVehicle, { stops }: VehicleRoute, say: Say): void {
  const done = stops.filter(({ kind }) => kind === 'deliver').map(({ jobId }) => jobId).slice(0, vehicle.pinnedJobIds.length);
  if (done.join() !== vehicle.pinnedJobIds.join()) say('ordered jobs', vehicle.pinnedJobIds.join(), done.join());
  const strange = stops.find(({ kind, placeId }) => kind === 'reload' && !vehicle.reloadPlaceIds.includes(placeId));
  if (strange !== undefined) say('reload', vehicle.reloadPlaceIds.join(), strange.placeId);
  for (const stop of stops) {
    const job = problem.jobs.find(({ id }) => id === stop.jobId);
    const placeIds = stop.kind === 'reload' ? vehicle.reloadPlaceIds : stop.kind === 'deliver' ? [job?.placeId] : stop.kind === 'pick-up' ? [job?.pickupPlaceId] : (job?.transfer?.quayPlaceIds ?? []);
    if (!placeIds.includes(stop.placeId)) say(`place of ${stop.jobId ?? 'reload'}`, placeIds.join(), stop.placeId);
  }
}

/** Each job once: all its stops in order of time and on vehicles of the right class, or left out. */
function checkJobs(problem: RoutingProblem, plan: RoutingPlan, at: (place: string) => Say): void {
  for (const job of problem.jobs) {
    const found = plan.routes.flatMap(({ vehicleId, stops }) => stops.flatMap((stop, i) => (stop.jobId === job.id ? [{ ...stop, vehicleId, i }] : [])));
    const say = at(job.id);
    const isOut = plan.unserved.filter(({ jobId }) => jobId === job.id).length;
    const wanted = isOut === 1 ? '' : [...(job.pickupPlaceId === null ? [] : ['pick-up']), ...(job.transfer === null ? [] : ['hand-over', 'take-over']), 'deliver'].join();
    const order = ['pick-up', 'hand-over', 'take-over', 'deliver'];
    const stops = found.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
    if (stops.map(({ kind }) => kind).join() !== wanted) { say('stops', wanted, stops.map(({ kind }) => kind).join()); continue; }
    const inTime = stops.every((stop, i) => i === 0 || (stop.beginS >= stops[i - 1]!.leaveS - 1e-6 && (stop.vehicleId !== stops[i - 1]!.vehicleId || stop.i > stops[i - 1]!.i)));
    if (!inTime) say('order of stops', 'in time', stops.map(({ beginS }) => beginS).join());
    const ids = [...new Set(stops.map(({ vehicleId }) => vehicleId))];
    if (job.transfer === null ? ids.length > 1 : stops.length > 0 && (ids.length !== 2 || stops.find(({ kind }) => kind === 'hand-over')?.placeId !== stops.find(({ kind }) => kind === 'take-over')?.placeId)) say('vehicles', job.transfer === null ? 1 : '2, one quay', ids.join());
    const classOf = (kind: string): string => problem.vehicles.find(({ id }) => id === stops.find((stop) => stop.kind === kind)?.vehicleId)?.classId ?? '';
    if (job.transfer !== null && stops.length > 0 && !(job.transfer.firstClassIds.includes(classOf('hand-over')) && job.transfer.secondClassIds.includes(classOf('take-over')))) say('classes', 'as in the transfer', `${classOf('hand-over')}, ${classOf('take-over')}`);
  }
  for (const { jobId } of [...plan.unserved, ...plan.routes.flatMap(({ stops }) => stops.filter(({ kind }) => kind !== 'reload'))]) {
    if (!problem.jobs.some(({ id }) => id === jobId)) at(String(jobId))('job', 'known', 'unknown');
  }
}
