// The store over the wire: slips (reservations, counts, transfers, returns, loans, write-offs), the picture of
// a place, kits, labels and scans, replenishment and what will lapse. Every answer with ids carries `names`
// (by `<registerId>/<id>`) and `unitCodes` (by item kind), so that a screen needs no second call.
import { Type } from '@sinclair/typebox';
import { At, Coded, Id, literals, nullable, SeenVersion, Titles } from './common.ts';

const Seen = Type.Optional(SeenVersion);
const Note = Type.String({ minLength: 2, maxLength: 1000 });
const LooseNote = Type.String({ maxLength: 1000 });
const Names = Type.Record(Type.String(), Titles);
const UnitCodes = Type.Record(Type.String(), Type.String());
const ReserveRegister = literals(['stock-lots', 'social-agreements', 'capacity-contracts']);
const Answer = { approve: Type.Boolean(), note: Note, seenVersion: Seen };
export const SlipKind = literals(['reservation', 'count', 'transfer', 'return', 'loan', 'write-off']);

const Quantity = Type.Number({ exclusiveMinimum: 0, maximum: 1e9 });
const Found = Type.Number({ minimum: 0, maximum: 1e9 });

export const SlipNoteBody = Type.Object({ note: Note, seenVersion: Seen });
export const SlipLooseNoteBody = Type.Object({ note: LooseNote, seenVersion: Seen });
export const SlipAnswerBody = Type.Object(Answer);
/** By name (`lines`), or by kind: first expired first out from the place, or from any. */
export const HoldBody = Type.Object({
  lines: Type.Optional(Type.Array(Type.Object({ registerId: ReserveRegister, supplyId: Id, quantityValue: Quantity }), { minItems: 1, maxItems: 50 })),
  byKind: Type.Optional(Type.Object({ itemKindId: Id, facilityId: nullable(Id), quantityValue: Quantity, usedAt: At })),
  purposeText: Note, holdForS: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
  /** Given again with the same key, the first reservation is the answer. */
  requestKey: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' })),
});
export const OpenCountBody = Type.Object({ facilityId: Id, zoneCode: Type.Optional(Type.String({ maxLength: 8 })), blind: Type.Boolean(), note: LooseNote });
export const RecordCountBody = Type.Object({ found: Type.Array(Type.Object({ lotId: Id, countedValue: Found }), { minItems: 1, maxItems: 2000 }), seenVersion: Seen });
export const SendTransferBody = Type.Object({
  toFacilityId: Id, lines: Type.Array(Type.Object({ lotId: Id, quantityValue: Quantity }), { minItems: 1, maxItems: 200 }), dueAt: nullable(At), carrierText: Type.String({ maxLength: 200 }), note: Note,
});
/** `toLotId` null: a lot is made there like the one it came from. */
export const ReceiveTransferBody = Type.Object({ received: Type.Array(Type.Object({ fromLotId: Id, receivedValue: Found, toLotId: nullable(Id) }), { maxItems: 200 }), note: LooseNote, seenVersion: Seen });
export const SettleTransferBody = Type.Object({ found: Type.Array(Type.Object({ fromLotId: Id, foundValue: Found }), { maxItems: 200 }), note: Note, seenVersion: Seen });
export const TakeBackBody = Type.Object({ originKind: literals(['order', 'reservation', 'issue']), originId: Id, lotId: Id, quantityValue: Quantity, note: Note });
export const CleanBody = Type.Object({ quantityValue: Quantity, note: Note, seenVersion: Seen });
export const RetestBody = Type.Object({ passedValue: Found, failedValue: Found, inspectionValidUntilAt: At, toLotId: nullable(Id), note: Note, seenVersion: Seen });
export const LendBody = Type.Object({ lotId: Id, quantityValue: Quantity, borrowerText: Type.String({ minLength: 2, maxLength: 200 }), dueBackAt: At, note: Note });
export const ExtendLoanBody = Type.Object({ dueBackAt: At, note: Note, seenVersion: Seen });
/** `straight`: unused and checked, into the lot at once; else through decontamination and test. */
export const GiveBackBody = Type.Object({ quantityValue: Quantity, straight: Type.Boolean(), note: Note, seenVersion: Seen });
export const LoanLostBody = Type.Object({ quantityValue: Quantity, note: Note, seenVersion: Seen });
export const WriteOffBody = Type.Object({ lotId: Id, quantityValue: Quantity, reasonCode: literals(['expired', 'damaged', 'failed-test', 'lost', 'obsolete']), note: Note });
export const PutAwayBody = Type.Object({ binId: nullable(Id), note: LooseNote });
export const RecordCallBody = Type.Object({ askedValue: Quantity, acceptedValue: Found, answerCode: literals(['accepted', 'partly', 'refused', 'no-answer']), calledAt: At, note: Note });

const Step = Type.Object({ type: Type.String(), at: At, by: Type.String(), byId: Type.String(), note: Type.String() });
const slipBase = {
  id: Id, facilityId: nullable(Id), organisationIds: Type.Array(Type.String()), openedAt: At, openedBy: Type.String(), openedById: Type.String(), steps: Type.Array(Step), streamVersion: Type.Integer(),
};
const SupplyLine = Type.Object({ registerId: ReserveRegister, supplyId: Id, itemKindId: Id, quantityValue: Type.Number() });
export const Reservation = Type.Object({ ...slipBase, kind: Type.Literal('reservation'), state: literals(['held', 'confirmed', 'issued', 'released', 'expired']), lines: Type.Array(SupplyLine), purposeText: Type.String(), expiresAt: At });
/** `bookValue` null: a blind sheet hides the book from those who count. */
export const CountSheet = Type.Object({
  ...slipBase, kind: Type.Literal('count'), state: literals(['open', 'agreed', 'submitted', 'approved', 'cancelled']), zoneCode: nullable(Type.String()), blind: Type.Boolean(), submittedById: nullable(Type.String()),
  lines: Type.Array(Type.Object({ lotId: Id, itemKindId: Id, bookValue: nullable(Type.Number()), countedValue: nullable(Type.Number()), countedById: nullable(Type.String()), differenceValue: nullable(Type.Number()) })),
});
export const Transfer = Type.Object({
  ...slipBase, kind: Type.Literal('transfer'), state: literals(['in-transit', 'received', 'difference', 'settled', 'turned-back']), toFacilityId: Id, dueAt: nullable(At), carrierText: Type.String(), receivedById: nullable(Type.String()),
  lines: Type.Array(Type.Object({ fromLotId: Id, itemKindId: Id, quantityValue: Type.Number(), receivedValue: nullable(Type.Number()), toLotId: nullable(Id), lostValue: Type.Number(), missingValue: Type.Number() })),
  overdueS: nullable(Type.Number()),
});
export const Return = Type.Object({
  ...slipBase, kind: Type.Literal('return'), state: literals(['open', 'closed']), originKind: literals(['order', 'reservation', 'loan', 'issue']), originId: Id, lotId: Id, itemKindId: Id,
  drawnValue: Type.Number(), dirtyValue: Type.Number(), cleanValue: Type.Number(), readyValue: Type.Number(), writtenOffValue: Type.Number(),
});
export const Loan = Type.Object({
  ...slipBase, kind: Type.Literal('loan'), state: literals(['out', 'closed']), lotId: Id, itemKindId: Id, quantityValue: Type.Number(), returnedValue: Type.Number(), lostValue: Type.Number(),
  outstandingValue: Type.Number(), borrowerText: Type.String(), dueBackAt: At,
  /** null: not due yet or all back. */
  overdueS: nullable(Type.Number()),
});
export const WriteOff = Type.Object({ ...slipBase, kind: Type.Literal('write-off'), state: literals(['proposed', 'approved', 'rejected']), lotId: Id, itemKindId: Id, quantityValue: Type.Number(), reasonCode: Type.String() });
export const Slip = Type.Union([Reservation, CountSheet, Transfer, Return, Loan, WriteOff]);
export const SlipPage = Type.Object({ slips: Type.Array(Slip), names: Names, unitCodes: UnitCodes });
export const OneSlip = Type.Object({ slip: Slip, names: Names, unitCodes: UnitCodes });

const LotInStore = Type.Object({
  lotId: Id, lotNumber: Type.String(), itemKindId: Id, onHandValue: Type.Number(), heldValue: Type.Number(), availableValue: Type.Number(), expiresAt: nullable(At), inspectionValidUntilAt: nullable(At),
  ownerOrganisationId: nullable(Type.String()), notUsable: nullable(Coded),
});
const BinInStore = Type.Object({
  binId: Id, binCode: Type.String(), rowIndex: Type.Integer(), columnIndex: Type.Integer(), conditionCode: nullable(Type.String()), massKg: Type.Number(), massKgMax: nullable(Type.Number()),
  filledRatio: nullable(Type.Number()), lots: Type.Array(LotInStore),
});
const Day = Type.Object({ day: Type.String(), itemKindId: Id, inValue: Type.Number(), outValue: Type.Number(), inCount: Type.Integer(), outCount: Type.Integer() });
export const WarehouseRow = Type.Object({ facilityId: Id, titles: Titles, organisationId: nullable(Type.String()), binCount: Type.Integer(), lotCount: Type.Integer(), notUsableCount: Type.Integer(), unplacedCount: Type.Integer(), openSlipCount: Type.Integer() });
export const Warehouse = Type.Object({
  facilityId: Id, titles: Titles, zones: Type.Array(Type.Object({ zoneCode: Type.String(), titles: Titles, bins: Type.Array(BinInStore) })), unplaced: Type.Array(LotInStore),
  /** The last `days` local days with a move; opening entries are no throughput. */
  throughput: Type.Array(Day), slips: Type.Array(Slip), names: Names, unitCodes: UnitCodes,
});
export const LedgerEntry = Type.Object({ lotId: Id, at: At, inValue: Type.Number(), outValue: Type.Number(), balanceValue: Type.Number(), purpose: Type.String(), eventType: Type.String(), stream: Type.String(), by: Type.String() });
export const Ledger = Type.Object({ lotId: Id, unitCode: Type.String(), entries: Type.Array(LedgerEntry) });
export const CodeFound = Type.Object({
  found: Type.Array(Type.Object({
    itemKindId: Id, totalValue: Type.Number(), shortValue: Type.Number(),
    stops: Type.Array(Type.Object({ lotId: Id, facilityId: nullable(Id), zoneCode: nullable(Type.String()), binCode: nullable(Type.String()), quantityValue: Type.Number() })),
  })), names: Names, unitCodes: UnitCodes,
});
export const KitPage = Type.Object({
  kits: Type.Array(Type.Object({
    kitId: Id, facilityId: Id, readyCount: Type.Integer(), wantedCount: Type.Integer(), readyRatio: Type.Number(),
    parts: Type.Array(Type.Object({
      roleCode: Type.String(), itemKindId: nullable(Id), teamId: nullable(Id), perKitValue: Type.Number(), availableValue: Type.Number(), allowsCount: Type.Integer(), limiting: Type.Boolean(),
      notCounted: Type.Array(Type.Object({ id: Id, refusal: Coded })),
    })),
  })), names: Names, unitCodes: UnitCodes,
});
export const Scan = Type.Object({
  kind: literals(['lot', 'bin']), id: Id, facilityId: nullable(Id), binId: nullable(Id),
  lots: Type.Array(Type.Object({
    ...LotInStore.properties, streamVersion: Type.Integer(),
    actions: Type.Array(Type.Object({ action: literals(['receive', 'issue', 'count', 'hold', 'transfer', 'lend', 'write-off', 'put-away']), allowed: Type.Boolean(), reason: nullable(Coded) })),
  })), names: Names, unitCodes: UnitCodes,
});
/** `usedRatio`: the contract's word counted as `priorCallCount` calls, then what was observed; shown with `callCount`. */
export const Acceptance = Type.Object({
  agreementId: Id, titles: Titles, agreedRatio: nullable(Type.Number()), observedRatio: nullable(Type.Number()), callCount: Type.Integer(), usedRatio: nullable(Type.Number()), priorCallCount: Type.Integer(),
});
export const CapacityCurve = Type.Object({
  contractId: Id, itemKindId: Id, unitCode: Type.String(), startAt: At, rawMaterialCapValue: Type.Number(), shifts: Type.Array(Type.Object({ startLocalHours: Type.Number(), workedHours: Type.Number() })),
  curve: Type.Array(Type.Object({ afterHours: Type.Number(), at: At, quantityValue: Type.Number() })),
});
export const Replenishment = Type.Object({
  suggestions: Type.Array(Type.Object({
    policyId: Id, itemKindId: Id, facilityId: Id, reorderPointValue: Type.Number(), orderUpToValue: Type.Number(), positionValue: Type.Number(), orderValue: Type.Number(), coverRatio: Type.Number(), arrivesAt: At,
    demand: Type.Object({ perDayValue: Type.Number(), perDaySdValue: Type.Number(), seenDays: Type.Number(), issueCount: Type.Integer() }), reasons: Type.Array(Coded), assumed: Type.Array(Coded),
  })), names: Names, unitCodes: UnitCodes,
});
export const ExpiryForecast = Type.Object({
  cohorts: Type.Array(Type.Object({
    month: Type.String(), itemKindId: Id, facilityId: nullable(Id), expiresValue: Type.Number(), inspectionLapsesValue: Type.Number(), expiresAfterUseValue: Type.Number(),
    lots: Type.Array(Type.Object({ lotId: Id, lapsesAt: At, why: literals(['expiry', 'inspection']), quantityValue: Type.Number() })),
  })), names: Names, unitCodes: UnitCodes,
});
