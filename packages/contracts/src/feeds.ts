// Alerts for other systems, in the words of the Common Alerting Protocol (OASIS CAP 1.2, 2010).
import { Type } from '@sinclair/typebox';
import { At, Coded, literals, LonLat, nullable } from './common.ts';

/** One language of an alert. Urgency, severity and certainty are not judged; our own codes are in `parameters`. */
export const CapInfo = Type.Object({
  language: literals(['zh-CN', 'en']), category: literals(['Env', 'Fire', 'Met', 'Other', 'Safety', 'Transport']), event: Type.String(),
  urgency: Type.Literal('Unknown'), severity: Type.Literal('Unknown'), certainty: Type.Literal('Unknown'), effective: At, senderName: Type.String(),
  parameters: Type.Array(Type.Object({ valueName: Type.String(), value: Type.String() })),
  area: nullable(Type.Object({ areaDesc: Type.String(), position: LonLat })),
});
export const CapAlert = Type.Object({
  identifier: Type.String(), sender: Type.String(), sent: At,
  /** Actual: real · Test: real realm, simulated values · Exercise: a drill. */
  status: literals(['Actual', 'Test', 'Exercise']), msgType: literals(['Alert', 'Update', 'Cancel']), scope: Type.Literal('Restricted'), restriction: Type.String(),
  note: nullable(Type.String()),
  /** `sender,identifier,sent` of the first message about the same alert. */
  references: nullable(Type.String()), incidents: nullable(Type.String()), infos: Type.Array(CapInfo),
});
/** Newest first. `complete` is false when `limit` cut older messages off: ask again with a higher limit. */
export const AlertFeed = Type.Object({ at: At, sender: Type.String(), complete: Type.Boolean(), assumed: Type.Array(Coded), alerts: Type.Array(CapAlert) });
