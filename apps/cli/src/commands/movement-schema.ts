// The case of `anlan movement matrix|path` as a JSON schema: what --schema prints.

const number = (description: string): { type: 'number'; description: string } => ({ type: 'number', description });
const text = (description: string): { type: 'string'; description: string } => ({ type: 'string', description });
const flag = (description: string): { type: 'boolean'; description: string } => ({ type: 'boolean', description });
const ids = (description: string): { type: 'array'; items: { type: 'string' }; description: string } => ({ type: 'array', items: { type: 'string' }, description });

const PLACE = {
  type: 'object',
  description: 'a node, berth or pad of the region by its id, or a place with a position',
  properties: {
    nodeId: text('node of the road network, such as dinghai'), berthId: text('berth, such as quay-sanjiang'), padId: text('pad, such as pad-putuoshan-airport'),
    id: text('left out: that of the node, berth or pad'), name: text('for people'),
    position: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2, description: '[lonDeg, latDeg], WGS 84' },
    onWater: flag('a scene or a vessel afloat'), landing: flag('a helicopter can land or lower its load'),
  },
} as const;

const PROFILE = {
  type: 'object',
  required: ['id', 'name', 'ferry', 'personCount'],
  properties: {
    id: text('id of the traveller'), name: text('for people'), ferry: flag('may use ferries'), personCount: number('persons; 0 for a vehicle alone'),
    road: { type: 'object', required: ['id', 'kind', 'speedMpsMax', 'massKg', 'heightM', 'lengthM', 'hazmat'], properties: { id: text('class'), kind: text('car, coach, truck, heavy-truck or hazmat-truck'), speedMpsMax: number('m/s'), massKg: number('kg, loaded'), heightM: number('m'), lengthM: number('m'), hazmat: flag('carries dangerous goods') } },
    carrier: {
      type: 'object', required: ['vessel', 'loadS', 'dischargeS', 'carriesVehicle'],
      properties: {
        vessel: { type: 'object', required: ['id', 'speedMps'], properties: { id: text('class'), speedMps: number('m/s through the water'), draughtM: number('m'), underKeelClearanceM: number('m'), airDraughtM: number('m'), windSpeedMpsMax: number('m/s'), waveHeightMMax: number('m'), visibilityMMin: number('m') } },
        loadS: number('s'), dischargeS: number('s'), carriesVehicle: flag('a truck-carrying ship'),
      },
    },
    air: {
      type: 'object', required: ['id', 'cruiseSpeedMps', 'enduranceS', 'outboundRatioMax', 'startS', 'landS', 'windSpeedMpsMax', 'visibilityMMin', 'nightCapable'],
      properties: { id: text('class'), cruiseSpeedMps: number('m/s'), enduranceS: number('s, reserve taken off'), outboundRatioMax: number('share of it for one way, 0 to 1'), startS: number('s, rotor start'), landS: number('s'), windSpeedMpsMax: number('m/s'), visibilityMMin: number('m'), nightCapable: flag('flies in the dark') },
    },
  },
} as const;

export const MOVEMENT_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Earliest arrival by road, ferry, sea and air',
  type: 'object',
  required: ['departAt', 'profile', 'from', 'to'],
  properties: {
    departAt: text('ISO 8601 with zone'),
    profile: PROFILE,
    from: { oneOf: [PLACE, { type: 'array', items: PLACE }], description: 'path: one place; matrix: rows' },
    to: { oneOf: [PLACE, { type: 'array', items: PLACE }], description: 'path: one place; matrix: columns' },
    weather: {
      type: 'array', description: 'in order of time; a step holds until the next. Left out: limits are not checked, and the answer says so',
      items: { type: 'object', required: ['at'], properties: { at: text('ISO 8601 with zone'), windSpeedMps: number('m/s, mean at 10 m'), windFromDegTrue: number('degrees true, where it comes from'), waveHeightM: number('m, significant'), visibilityM: number('m') } },
    },
    closures: {
      type: 'array', description: 'what is shut, from when until when, and who said so',
      items: { type: 'object', required: ['id', 'name', 'sourceText'], properties: { id: text('id'), name: text('for people'), sourceText: text('who closed it'), polygon: { type: 'array', description: 'rings of [lonDeg, latDeg], outer first' }, modes: ids('with a polygon: road, ferry, sea, air; left out: all'), linkId: text('link'), bridgeId: text('bridge'), ferryLineId: text('line'), berthId: text('berth'), padId: text('pad'), mode: text('road, ferry, sea or air'), fromAt: text('ISO 8601'), untilAt: text('ISO 8601') } },
    },
    vesselsAt: ids('berths where vessels of the class wait'),
    aircraftAt: ids('pads where the aircraft stands; left out: as in the region'),
    vehiclesAt: ids('berths and pads where a road vehicle meets what is landed'),
    horizonS: number('s; what cannot arrive within it is blocked; left out: two days'),
    seaSampleCount: number('departures, an hour apart, for which sea legs are reckoned; left out: 1'),
    explain: flag('matrix: reasons for each blocked or slow pair; left out: yes'),
    roadsFile: text('an OpenStreetMap extract (.osm, .osm.pbf, .geojson) in place of the roads of the region'),
  },
} as const;
