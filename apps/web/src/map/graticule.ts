// Meridians and parallels as lines, computed: nothing to fetch.

/** Lines every `stepDeg` inside a box that is a little larger than the region. */
export function graticule([westDeg, southDeg, eastDeg, northDeg]: readonly [number, number, number, number], stepDeg: number): GeoJSON.FeatureCollection<GeoJSON.LineString> {
  const [west, south, east, north] = [down(westDeg, stepDeg), down(southDeg, stepDeg), up(eastDeg, stepDeg), up(northDeg, stepDeg)];
  const lines: GeoJSON.Position[][] = [];
  for (let index = 0; west + index * stepDeg <= east + 1e-9; index++) lines.push([[west + index * stepDeg, south], [west + index * stepDeg, north]]);
  for (let index = 0; south + index * stepDeg <= north + 1e-9; index++) lines.push([[west, south + index * stepDeg], [east, south + index * stepDeg]]);
  return { type: 'FeatureCollection', features: lines.map((coordinates) => ({ type: 'Feature', properties: {}, geometry: { type: 'LineString', coordinates } })) };
}

function down(valueDeg: number, stepDeg: number): number {
  return (Math.floor(valueDeg / stepDeg) - 1) * stepDeg;
}

function up(valueDeg: number, stepDeg: number): number {
  return (Math.ceil(valueDeg / stepDeg) + 1) * stepDeg;
}
