// Regenerates the land layers and the base map of the Zhoushan pack. Inputs and their origin are in
// README.md beside this file; without arguments they come from the shared reference material.

import { mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sharedPath } from '../../test/shared.ts';
import { buildBasemap } from './basemap.ts';
import { readFeatures, writeCollection } from './geojson.ts';
import { buildLand } from './land.ts';
import { RECLAMATION } from './reclamation.ts';

/** West, south, east, north: the window of both inputs. */
const WINDOW_DEG = [121.0, 29.2, 123.5, 31.3];
const inputs = {
  islands: argument('islands') ?? sharedPath('data/geo/zhoushan_islands_gshhg_shifted_district.geojson'),
  mainland: argument('mainland') ?? sharedPath('data/geo/zhoushan_land_osm_geomaps1m.geojson'),
  gazetteer: argument('gazetteer') ?? sharedPath('domain/gazetteer.json'),
};
const region = resolve(fileURLToPath(new URL('../../regions/zhoushan/data', import.meta.url)));
mkdirSync(join(region, 'land'), { recursive: true });
mkdirSync(join(region, 'basemap'), { recursive: true });

const { islands, mainland } = buildLand(readFeatures(inputs.islands), readFeatures(inputs.mainland));
write('land/islands.geojson', {
  source: 'GSHHG 2.3.7 full resolution (Debian gmt-gshhg-full), LGPL-3.0-or-later',
  datum: 'WGS 84, every position moved 91 m east and 158 m north to fit OpenStreetMap',
  windowDeg: WINDOW_DEG,
  coastEpoch: 'about 1980 to 1990; no later fills',
}, islands);
write('land/mainland.geojson', {
  source: 'OpenStreetMap through @geo-maps/earth-lands-1m 0.6.0, ODbL-1.0, © OpenStreetMap contributors',
  datum: 'WGS 84',
  windowDeg: WINDOW_DEG,
}, mainland);
write('land/reclamation.geojson', { source: 'drawn by hand from public facts', approximate: true }, RECLAMATION);
buildBasemap({ gazetteerPath: inputs.gazetteer, islands, mainland, landFolder: join(region, 'land'), outputFolder: join(region, 'basemap') });

function write(name: string, metadata: Readonly<Record<string, unknown>>, features: Parameters<typeof writeCollection>[2]): void {
  const path = join(region, name);
  writeCollection(path, metadata, features);
  process.stdout.write(`${name}: ${features.length} features, ${statSync(path).size} bytes\n`);
}

function argument(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}
