// Live push over WebSocket /api/live: frames at most every 100 ms, the latest value per key.
import { Type } from '@sinclair/typebox';
import { At } from './common.ts';

/** `changed` names views to fetch again; `vessels` and `readings` carry the values themselves. */
export const LiveFrame = Type.Object({
  at: At,
  /** Keys such as `queue`, `incident/<id>`, `forecast/<id>`, `plan/<id>`, `orders`, `readiness`, `register/<id>`. */
  changed: Type.Array(Type.String()),
  vessels: Type.Array(Type.Unknown()),
  readings: Type.Array(Type.Unknown()),
  progress: Type.Array(Type.Object({ forecastId: Type.String(), shareRatio: Type.Number() })),
  /** Set on the first frame and after a slow client was brought up to date: fetch everything again. */
  snapshot: Type.Boolean(),
});
