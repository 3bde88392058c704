// What door-to-door travel needs from any source of times: our own grid and graph here, later a
// matrix fetched from a routing server. Both answer for one fixed end, so that one search serves
// many pairs.

import type { LocalName, LonLat } from '@anlan/kernel';
import type { Reason } from '../api/travel.ts';
import type { RoadRoute } from '../api/road.ts';
import type { SeaRoute } from '../api/sea.ts';

export type Found<Route> = { readonly found: true; readonly route: Route } | { readonly found: false; readonly reason: readonly Reason[] };

/** Ways over water between any place and one scene. */
export interface SeaWays {
  from(place: { readonly position: LonLat; readonly name: LocalName }): Found<SeaRoute>;
}

/** Ways by road between any node and one node. */
export interface RoadWays {
  from(nodeId: string): Found<RoadRoute>;
}
