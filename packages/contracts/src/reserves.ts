// Doors of the reserves and of industry beside the registers: the stock ledger, audits, what runs
// out, the gap report, the published catalogue, documents that prove something.
import { Type } from '@sinclair/typebox';
import { At, Coded, Id, literals, LonLat, nullable, SeenVersion, Titles } from './common.ts';
import { ZoneCode } from './forces.ts';

const Note = Type.String({ minLength: 2, maxLength: 1000 });
const Seen = Type.Optional(SeenVersion);
/* eslint-disable anlan/wire-number-unit -- quantities of a lot are in the unit of its item kind */
export const MoveStockBody = Type.Object({ quantityValue: Type.Number({ exclusiveMinimum: 0, maximum: 1e9 }), note: Note, seenVersion: Seen });
export const TransferStockBody = Type.Object({ toLotId: Id, quantityValue: Type.Number({ exclusiveMinimum: 0, maximum: 1e9 }), note: Note, seenVersion: Seen });
export const CountStockBody = Type.Object({ countedValue: Type.Number({ minimum: 0, maximum: 1e9 }), seenVersion: Seen });
export const AnswerCountBody = Type.Object({ approve: Type.Boolean(), note: Note, seenVersion: Seen });
export const AuditAgreementBody = Type.Object({ foundValue: Type.Number({ minimum: 0, maximum: 1e9 }), note: Note, seenVersion: Seen });
/** An order without a plan: who goes, with what, to where, by when. */
export const IssueOrderBody = Type.Object({
  task: Type.Optional(Titles), items: Type.Array(Type.Object({ supplyRegisterId: Id, supplyId: Id, quantityValue: Type.Number({ exclusiveMinimum: 0, maximum: 1e9 }) }), { maxItems: 50 }),
  unitRegisterId: nullable(literals(['teams', 'vessels'])), unitId: nullable(Id), zoneCode: Type.Optional(ZoneCode), toPosition: LonLat, departDueAt: At, arriveDueAt: At,
});
export const GapCandidate = Type.Object({
  productId: Id, titles: Titles, enterpriseId: Id, enterpriseTitles: Titles, itemKindId: Id, itemKindTitles: Titles, leadDays: nullable(Type.Number()), costFen: nullable(Type.Integer()),
});
export const GapLine = Type.Object({
  capabilityCode: Type.String(), titles: Titles, unitCode: Type.String(), targetValue: nullable(Type.Number()), stockValue: Type.Number(), socialValue: Type.Number(), capacityValue: Type.Number(),
  gapValue: Type.Number(), candidates: Type.Array(GapCandidate),
});
/* eslint-enable anlan/wire-number-unit */
export const GapReport = Type.Object({
  classIndex: Type.Integer(), at: At, reachedClassIndex: nullable(Type.Integer()), lines: Type.Array(GapLine),
  notCounted: Type.Array(Type.Object({ registerId: Id, id: Id, titles: Titles, reason: Coded })), sourceText: Type.String(),
});
export const Expiring = Type.Object({ registerId: Id, id: Id, titles: Titles, registerTitles: Titles, fieldId: Type.String(), fieldTitles: Titles, expiresAt: At, expired: Type.Boolean() });

export const CatalogueLine = Type.Object({ code: Id, titles: Titles, kind: literals(['product', 'service']), leaf2021Code: Type.String(), leaf2015Code: nullable(Type.String()), note: Type.String() });
export const Catalogue = Type.Object({
  versions: Type.Array(Type.Object({ versionIndex: Type.Integer(), publishedAt: At, publishedBy: Type.String(), lines: Type.Array(CatalogueLine) })),
  /** What publishing everything now would change. */
  draft: Type.Object({
    added: Type.Array(CatalogueLine), removed: Type.Array(CatalogueLine),
    changed: Type.Array(Type.Object({ code: Id, before: CatalogueLine, after: CatalogueLine, members: Type.Array(Type.String()) })),
  }),
  leaves: Type.Array(Type.Object({ code: Type.String(), titles: Titles })),
  mayPublish: Type.Boolean(), streamVersion: Type.Integer(),
});
/** Without `codes` everything that differs is published; else only these entries. */
export const PublishCatalogueBody = Type.Object({ codes: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 2000 })), seenVersion: Seen });
export const Published = Type.Object({ versionIndex: Type.Integer() });

export const DocumentTaken = Type.Object({ id: Id, mediaType: literals(['application/pdf', 'image/jpeg', 'image/png']), sizeBytes: Type.Integer() });
export const VerifyRecordBody = Type.Object({ note: Note, seenVersion: Seen });
