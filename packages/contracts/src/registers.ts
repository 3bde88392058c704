// Registers: one declaration gives storage, API, table, form, import and export.
import { Type } from '@sinclair/typebox';
import { At, Coded, Id, literals, LonLat, nullable, Titles } from './common.ts';

export const RegisterField = Type.Object({
  id: Type.String(), titles: Titles, type: Type.String(), unitCode: nullable(Type.String()), min: nullable(Type.Number()), max: nullable(Type.Number()), required: Type.Boolean(),
  codeList: nullable(Type.Array(Type.Object({ code: Type.String(), titles: Titles }))), relationRegisterId: nullable(Type.String()), column: Type.Boolean(), personal: Type.Boolean(),
  itemType: nullable(Type.String()), searchable: Type.Boolean(), fixed: Type.Boolean(), system: Type.Boolean(),
  /** Fields of one row, for type `rows`; the same shape as this. */
  fields: nullable(Type.Array(Type.Unknown())),
});
export const RegisterInfo = Type.Object({
  id: Type.String(), titles: Titles, room: Type.String(), titleFieldId: Type.String(), geometryFieldId: nullable(Type.String()), hasHolding: Type.Boolean(), fields: Type.Array(RegisterField), geometry: nullable(literals(['point', 'polygon'])),
  states: Type.Array(Type.Object({ code: Type.String(), titles: Titles })), transitions: Type.Array(Type.Object({ from: Type.String(), to: Type.String(), titles: Titles })),
  mayEdit: Type.Boolean(), recordCount: Type.Integer(), expiryFieldId: nullable(Type.String()),
  /** Every field that runs out, with how long before it people are reminded. */
  expiry: Type.Array(Type.Object({ fieldId: Type.String(), remindDays: Type.Number() })),
  /** A record as a whole may be verified by others than its owner; null: not here. */
  verify: nullable(Type.Object({ documentFieldId: nullable(Type.String()) })),
});
export const RegisterRecord = Type.Object({
  registerId: Type.String(), id: Id, values: Type.Record(Type.String(), Type.Unknown()), state: nullable(Type.String()), title: Titles, position: nullable(LonLat),
  mayEdit: Type.Boolean(), archived: Type.Boolean(), archivedReason: nullable(Type.String()), updatedAt: At, updatedBy: Type.String(), streamVersion: Type.Integer(),
  /** null: reported by its owner, verified by nobody. */
  verification: nullable(Type.Object({ by: Type.String(), at: At, note: Type.String(), documentId: nullable(Type.String()) })), mayVerify: Type.Boolean(),
  /** Only for registers with holdings: what is there, what is promised. */
  holding: nullable(Type.Object({ onHandValue: Type.Number(), heldValue: Type.Number(), unitCode: Type.String() })),
});
export const RecordPage = Type.Object({ totalCount: Type.Integer(), records: Type.Array(RegisterRecord) });
export const RecordBody = Type.Object({ id: Type.Optional(Id), values: Type.Record(Type.String(), Type.Unknown()), seenVersion: Type.Optional(Type.Integer()) });
export const TransitionBody = Type.Object({ to: Type.String(), reason: Type.String({ maxLength: 1000 }), seenVersion: Type.Optional(Type.Integer()) });
export const RecordHistory = Type.Object({ entries: Type.Array(Type.Object({ at: At, recordedAt: At, by: Type.String(), type: Type.String(), reason: nullable(Type.String()), changes: Type.Array(Type.Object({ fieldId: Type.String(), from: Type.Unknown(), to: Type.Unknown() })) })) });
export const ImportAnswer = Type.Object({ createdCount: Type.Integer(), changedCount: Type.Integer(), unchangedCount: Type.Integer(), refused: Type.Array(Type.Object({ rowIndex: Type.Integer(), problems: Type.Array(Coded) })) });
export const Indicator = Type.Object({
  id: Id, titles: Titles, formulaText: Titles, unitText: Titles, value: nullable(Type.Number()), targetText: Titles, dueAt: nullable(At), status: literals(['met', 'met-after-due', 'not-met', 'not-evidenced']), metYearIndex: nullable(Type.Integer()),
  evidence: Type.Array(Type.Object({ text: Type.String(), artefactId: nullable(Type.String()) })),
  records: Type.Array(Type.Object({ registerId: Type.String(), recordId: Type.String(), titles: Titles, counted: Type.Boolean(), why: Coded })), policyIds: Type.Array(Type.String()),
});
/** What is there and what is promised, of all registers, now or as known at `knownAt`. */
export const HoldingsThen = Type.Object({
  knownAt: nullable(At),
  holdings: Type.Array(Type.Object({
    registerId: Type.String(), recordId: Type.String(), titles: Titles, isUnit: Type.Boolean(), itemKindId: nullable(Type.String()), itemTitles: nullable(Titles), unitCode: Type.String(),
    onHandValue: Type.Number(), heldValue: Type.Number(),
  })),
});
