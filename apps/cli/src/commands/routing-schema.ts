// JSON schema of a routing case with real vehicles, printed by `anlan routing solve --schema`.

const number = (description: string): { type: 'number'; description: string } => ({ type: 'number', description });
const text = (description: string): { type: 'string'; description: string } => ({ type: 'string', description });
const list = (items: object, description: string): object => ({ type: 'array', items, description });
const amounts = (description: string): object => ({ type: 'object', additionalProperties: { type: 'number' }, description });
const matrix = (description: string): object => list({ type: 'array', items: { type: ['number', 'null'] } }, description);
const windows = list({ type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 }, '[fromS, untilS] in order; empty: at any time');
const object = (properties: Readonly<Record<string, object>>): object => ({ type: 'object', required: Object.keys(properties), properties });

const TRAVEL = object({
  id: text('named by vehicles'), distanceM: matrix('m, [from][to] in order of placeIds; null: no way'),
  buckets: list(object({ fromS: number('s; hour of departure from which it holds'), durationS: matrix('s; null: closed, one waits for the next bucket') }), 'rising'),
});

const VEHICLE = object({
  id: text('id'), classId: text('class, for service times and transfers'), travelId: text('id of its travel'), startPlaceId: text('place'),
  endPlaceId: { type: ['string', 'null'], description: 'null: it stays at its last stop' }, shiftFromS: number('s'), shiftUntilS: number('s'),
  dutySMax: { type: ['number', 'null'], description: 's between departure and end; null: the shift alone' }, capacity: amounts('amount by dimension, such as massKg'),
  skills: list(text('skill'), 'of its crew'), refusedGroups: list(text('group'), 'groups that it may not carry'), reloadPlaceIds: list(text('place'), 'where it may load again'),
  reloadS: number('s'), tripCountMax: number('1: no reload'), costPerSValue: number('cost of a second of travel'), costPerMValue: number('cost of a metre'), fixedCostValue: number('cost of using it'),
  pinnedJobIds: list(text('job'), 'ordered already: first, in this order'),
});

const TRANSFER = object({ quayPlaceIds: list(text('place'), 'quays to choose from'), handlingS: number('s on each side'), firstClassIds: list(text('class'), 'to the quay'), secondClassIds: list(text('class'), 'from the quay') });

const JOB = object({
  id: text('id'), placeId: text('place of delivery'), pickupPlaceId: { type: ['string', 'null'], description: 'null: loaded at the start or at a reload' }, pickupWindows: windows, pickupServiceS: number('s'),
  windows, serviceS: number('s'), serviceSByClass: amounts('s by class of vehicle, where it differs'), load: amounts('amount by dimension'), skills: list(text('skill'), 'needed'),
  group: { type: ['string', 'null'], description: 'for segregation' }, unservedCostValue: number('cost of leaving it out, by priority'), transfer: { ...TRANSFER, type: ['object', 'null'] },
});

export const ROUTING_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Routing case; times are seconds after a common zero',
  ...object({
    placeIds: list(text('place'), 'in the order of the matrices'), travel: list(TRAVEL, 'one for each way of moving'), vehicles: list(VEHICLE, 'fleet'), jobs: list(JOB, 'what is to be done'),
    segregated: list({ type: 'array', items: { type: 'string' }, minItems: 2, maxItems: 2 }, 'pairs of groups that may not be aboard together'),
  }),
};
