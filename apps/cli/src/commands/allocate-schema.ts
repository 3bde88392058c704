// The file of `anlan allocate run`: AllocationProblem with instants as ISO 8601. Every figure is asked for;
// what does not apply is given as 0, null or an empty list, so that nothing is filled in silently.

const number = (description: string) => ({ type: 'number', description }) as const;
const text = (description: string) => ({ type: 'string', description }) as const;
const list = (items: unknown, description: string) => ({ type: 'array', items, description }) as const;
const object = (properties: Readonly<Record<string, unknown>>) => ({ type: 'object', required: Object.keys(properties), properties }) as const;
const orNull = (type: 'number' | 'string', description: string) => ({ type: [type, 'null'], description }) as const;

const lot = object({ lotId: text('id'), quantityValue: number('unit of the item'), expiresAt: orNull('string', 'ISO 8601; null: never'), inspection: text('passed | failed | not-inspected'), inspectionValidUntilAt: orNull('string', 'ISO 8601; null: no end') });

const stock = object({
  id: text('id'), supplierId: text('whose; a refusal takes all of one supplier'), originId: text('where lanes and vehicles begin'), itemId: text('item'), reserve: text('stock | social | capacity'), unitCode: text('of the item'),
  leadS: number('s until it can leave, or production begins'), lots: list(lot, 'stock only; otherwise empty'), countedValue: number('social: agreed less the audit; capacity: raw-material cap; stock: 0'),
  ramp: list(object({ fromHours: number('h from the start of production'), ratePerHourValue: number('units/h'), unitCode: text('of the item') }), 'capacity only; otherwise empty'),
  acceptanceRatio: orNull('number', '0…1, chance of a yes; null: not known'), floorValue: number('should stay'), riskRatio: number('weight of the risk it covers'), unitCostFen: number('fen'), activationCostFen: number('fen, once per supplier'),
});

const need = object({
  id: text('id'), groupId: text('group'), sceneId: text('scene'), unitCode: text('of the group'), urgency: text('life | critical | important | routine'), priorityValue: number('weight, above 0'),
  demandValue: list(number('unit of the group'), 'cumulative, one for each bucket'), alreadyValue: list(number('unit of the group'), 'already there, cumulative by bucket; empty: nothing'), deadlineS: number('one of bucketEndS'), adequateValue: number('first adequate package; 0: any'),
});

export const ALLOCATE_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Allocation problem',
  ...object({
    now: text('ISO 8601 with zone'),
    bucketEndS: list(number('s after now'), 'ends of the time buckets, rising'),
    acceptanceRatioMin: number('0…1; suppliers less likely to say yes are not counted on'),
    items: list(object({ id: text('id'), unitCode: text('unit'), massKg: number('kg of one unit'), volumeM3: number('m³ of one unit'), seatCount: number('seats of one unit (people)'), stepValue: number('only multiples are sent; 0: any'), dutyS: orNull('number', 's, people: off duty so long after leaving, at most 12 h; null: things') }), 'what can be sent'),
    stocks: list(stock, 'three reserves'),
    groups: list(object({ id: text('id'), unitCode: text('unit'), accepts: list(object({ itemId: text('item'), effectRatio: number('units of the group from one unit') }), 'substitutes'), kits: list(object({ id: text('id'), effectValue: number('units of the group from one kit'), unitCode: text('of the group'), parts: list(object({ itemId: text('item'), perKitValue: number('of one kit'), unitCode: text('of the item') }), 'all parts') }), 'counts only whole') }), 'requirement groups'),
    scenes: list(object({ id: text('id'), incidentId: text('incident') }), 'where'),
    needs: list(need, 'what is needed where, by when'),
    lanes: list(object({ id: text('id'), originId: text('origin'), sceneId: text('scene'), mode: text('road | sea | air'), travelS: list(orNull('number', 's; null: closed'), 'by departure bucket'), closedText: list(orNull('string', 'why closed'), 'by departure bucket'), quays: list(object({ quayId: text('quay'), passedAtText: text('departure | arrival') }), 'passed on the way') }), 'ways'),
    vehicles: list(object({ id: text('id'), originId: text('origin'), mode: text('mode'), count: number('how many'), massKgMax: number('kg'), volumeM3Max: number('m³'), seatCountMax: number('seats'), handlingS: number('s, loading and unloading') }), 'none for an origin and mode: carriage without limit, said so in the result'),
    quays: list(object({ id: text('id'), massKgMax: list(number('kg'), 'by bucket') }), 'transfer capacity'),
    orders: list(object({ id: text('id'), stockId: text('stock'), needId: text('need'), itemId: text('item'), laneId: text('lane'), departIndex: number('bucket of departure, from 0'), quantityValue: number('unit of the item'), unitCode: text('of the item'), isPinned: { type: 'boolean', description: 'stands whatever happens' } }), 'issued orders'),
  }),
} as const;
