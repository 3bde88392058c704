// Notices to units, with one receipt for each.
import { Type } from '@sinclair/typebox';
import { At, Id, literals, nullable, Titles } from './common.ts';

const Channel = literals(['system', 'phone', 'radio', 'written']);
export const NoticeReceipt = Type.Object({
  organisationId: Id, titles: Titles,
  /** `spokenTo`: who of the unit, when the duty desk entered it on the unit's behalf. */
  acknowledged: nullable(Type.Object({ at: At, recordedAt: At, by: Type.String(), byOrganisationId: Type.String(), channel: Channel, spokenTo: nullable(Type.String()), note: Type.String() })),
});
/** One row of the list. Counts are of all receipts, also of those that the reader does not see. */
export const NoticeRow = Type.Object({
  id: Id, title: Type.String(), incidentId: nullable(Type.String()), addressedTo: literals(['all-addressees', 'chosen']),
  receiptCount: Type.Integer(), acknowledgedCount: Type.Integer(), sentAt: At, sentBy: Type.String(), sentByOrganisationId: Type.String(),
  /** Receipt of the reader's own organisation. */
  ownReceipt: literals(['none', 'open', 'acknowledged']), streamVersion: Type.Integer(),
});
/** `receipts`: all, or the reader's own for those who read only what is their own. */
export const Notice = Type.Composite([NoticeRow, Type.Object({ text: Type.String(), receipts: Type.Array(NoticeReceipt) })]);
export const SendNoticeBody = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 200 }), text: Type.String({ minLength: 1, maxLength: 10_000 }), incidentId: nullable(Id),
  /** `all-addressees`: those that the organisations register lists when the notice is sent. */
  addressees: Type.Union([Type.Literal('all-addressees'), Type.Array(Id, { minItems: 1, maxItems: 1000 })]),
});
/** `happenedAt`: when the unit said so; left out: now. */
export const AcknowledgeNoticeBody = Type.Object({ organisationId: Id, channel: Channel, spokenTo: nullable(Type.String({ maxLength: 100 })), note: Type.String({ maxLength: 1000 }), happenedAt: Type.Optional(At) });
