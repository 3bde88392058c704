// Every HTTP route once: the server registers from this table, OpenAPI is generated from it, and
// the web calls through it, so the three cannot disagree. `roles: 'public'` needs no session.

import { Type } from '@sinclair/typebox';
import type { Static, TSchema } from '@sinclair/typebox';
import * as alerts from './alerts.ts';
import * as devices from './devices.ts';
import * as feeds from './feeds.ts';
import * as forces from './forces.ts';
import * as forecasts from './forecasts.ts';
import * as incidents from './incidents.ts';
import * as notices from './notices.ts';
import * as plans from './plans.ts';
import * as registers from './registers.ts';
import * as reserves from './reserves.ts';
import * as reviews from './reviews.ts';
import * as session from './session.ts';
import * as signals from './signals.ts';
import * as stress from './stress.ts';
import * as warehouse from './warehouse.ts';
import * as travel from './travel.ts';
import { At, Done, Empty } from './common.ts';

export interface Route<P extends TSchema = TSchema, Q extends TSchema = TSchema, B extends TSchema = TSchema, A extends TSchema = TSchema> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Fastify path pattern. */
  readonly path: string;
  /** Domain command that the access table judges; `public` needs no session, `any` any session. */
  readonly access: string;
  readonly params: P;
  readonly query: Q;
  /** Empty for GET and DELETE; multipart routes say so in `bodyKind`. */
  readonly body: B;
  readonly answer: A;
  readonly bodyKind: 'json' | 'multipart' | 'bytes';
  readonly answerKind: 'json' | 'bytes';
}

function route<P extends TSchema = typeof Empty, Q extends TSchema = typeof Empty, B extends TSchema = typeof Empty, A extends TSchema = typeof Done>(
  method: Route['method'], path: string, access: string,
  parts: { params?: P; query?: Q; body?: B; answer?: A; bodyKind?: Route['bodyKind']; answerKind?: Route['answerKind'] } = {},
): Route<P, Q, B, A> {
  return {
    method, path, access, bodyKind: parts.bodyKind ?? 'json', answerKind: parts.answerKind ?? 'json',
    params: (parts.params ?? Empty) as P, query: (parts.query ?? Empty) as Q, body: (parts.body ?? Empty) as B, answer: (parts.answer ?? Done) as A,
  };
}

const IdParam = Type.Object({ id: Type.String() });
const RegisterParam = Type.Object({ registerId: Type.String() });
const RecordParam = Type.Object({ registerId: Type.String(), id: Type.String() });
const Limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 2000 }));
/** `since`: messages sent at that moment or later. */
const FeedQuery = Type.Object({ since: Type.Optional(At), limit: Limit });
const KnownAt = Type.Object({ knownAt: Type.Optional(At) });
const Created = Type.Object({ id: Type.String(), streamVersion: Type.Integer() });
const OneIncident = incidents.Incident;

export const routes = {
  getMeta: route('GET', '/api/meta', 'public', { answer: session.Meta }),
  getHealth: route('GET', '/api/health', 'public', { answer: Type.Object({ ok: Type.Boolean(), database: Type.Boolean(), checkedAt: At }) }),
  login: route('POST', '/api/session', 'public', { body: session.LoginBody, answer: session.SessionAnswer }),
  logout: route('DELETE', '/api/session', 'any'),
  getSession: route('GET', '/api/session', 'any', { answer: session.SessionAnswer }),
  getPreferences: route('GET', '/api/preferences', 'any', { answer: session.Preferences }),
  putPreferences: route('PUT', '/api/preferences', 'any', { body: session.Preferences }),
  listAccounts: route('GET', '/api/accounts', 'account.read', { answer: Type.Array(session.Account) }),
  createAccount: route('POST', '/api/accounts', 'account.create', { body: session.CreateAccountBody, answer: Type.Object({ id: Type.String() }) }),
  resetPassword: route('POST', '/api/accounts/:id/password', 'account.reset-password', { params: IdParam, body: session.ResetPasswordBody, answer: session.EndedSessions }),
  changePassword: route('PUT', '/api/session/password', 'any', { body: session.ChangePasswordBody, answer: session.EndedSessions }),
  revokeAccount: route('POST', '/api/accounts/:id/revoke', 'account.revoke', { params: IdParam, body: alerts.ReasonBody }),
  listDevices: route('GET', '/api/devices', 'device.read', { answer: Type.Array(devices.Device) }),
  createDevice: route('POST', '/api/devices', 'device.create', { body: devices.CreateDeviceBody, answer: devices.CreatedDevice }),
  revokeDevice: route('POST', '/api/devices/:id/revoke', 'device.revoke', { params: IdParam, body: alerts.ReasonBody }),

  postReadings: route('POST', '/api/readings', 'signal.write', { body: signals.ReadingBatch, answer: signals.ReadingAnswer }),
  listSensors: route('GET', '/api/sensors', 'signal.read', { answer: Type.Array(signals.SensorNow) }),
  getSeries: route('GET', '/api/sensors/:id/series', 'signal.read', { params: IdParam, query: Type.Object({ fromAt: At, toAt: At }), answer: Type.Array(signals.Reading) }),
  listVessels: route('GET', '/api/vessels', 'signal.read', { answer: Type.Array(signals.Vessel) }),
  getTrack: route('GET', '/api/vessels/:id/track', 'signal.read', { params: IdParam, query: Type.Object({ fromAt: At, toAt: At }), answer: Type.Array(signals.Vessel) }),
  getTide: route('GET', '/api/tide', 'signal.read', { query: Type.Object({ fromAt: At, toAt: At, stationId: Type.Optional(Type.String()) }), answer: signals.TideAnswer }),
  getIsochrones: route('GET', '/api/travel/isochrones', 'force.read', { query: travel.IsochroneQuery, answer: travel.Isochrones }),
  listIngest: route('GET', '/api/ingest', 'signal.read', { answer: Type.Array(signals.IngestCount) }),
  postPublicReport: route('POST', '/api/public/reports', 'public', { body: signals.PublicReportFields, bodyKind: 'multipart', answer: signals.ReceiptAnswer }),
  getReceipt: route('GET', '/api/public/reports/:id', 'public', { params: IdParam, answer: signals.ReceiptStatus }),
  listReports: route('GET', '/api/reports', 'report.read', { answer: Type.Array(signals.Report) }),
  acknowledgeReport: route('POST', '/api/reports/:id/acknowledge', 'report.acknowledge', { params: IdParam }),
  dismissReport: route('POST', '/api/reports/:id/dismiss', 'report.dismiss', { params: IdParam, body: alerts.ReasonBody }),
  getArtefact: route('GET', '/api/artefacts/:id', 'artefact.read', { params: IdParam, answerKind: 'bytes', answer: Type.Unknown() }),

  getQueue: route('GET', '/api/queue', 'queue.read', { answer: alerts.Queue }),
  listAlerts: route('GET', '/api/alerts', 'alert.read', { query: Type.Object({ limit: Limit }), answer: Type.Array(alerts.Alert) }),
  getAlert: route('GET', '/api/alerts/:id', 'alert.read', { params: IdParam, answer: alerts.Alert }),
  acknowledgeAlert: route('POST', '/api/alerts/:id/acknowledge', 'alert.acknowledge', { params: IdParam }),
  dismissAlert: route('POST', '/api/alerts/:id/dismiss', 'alert.dismiss', { params: IdParam, body: alerts.ReasonBody }),

  getAlertFeed: route('GET', '/api/feeds/alerts', 'alert.read', { query: FeedQuery, answer: feeds.AlertFeed }),
  getAlertFeedXml: route('GET', '/api/feeds/alerts.xml', 'alert.read', { query: FeedQuery, answerKind: 'bytes', answer: Type.Unknown() }),

  openIncident: route('POST', '/api/incidents', 'incident.open', { body: incidents.OpenIncidentBody, answer: Created }),
  listIncidents: route('GET', '/api/incidents', 'incident.read', { query: Type.Object({ limit: Limit, state: Type.Optional(Type.String()) }), answer: Type.Array(OneIncident) }),
  getIncident: route('GET', '/api/incidents/:id', 'incident.read', { params: IdParam, query: KnownAt, answer: OneIncident }),
  getOpenThings: route('GET', '/api/incidents/:id/open-things', 'incident.read', { params: IdParam, answer: incidents.OpenThings }),
  getTimeline: route('GET', '/api/incidents/:id/timeline', 'incident.read', { params: IdParam, query: KnownAt, answer: incidents.Timeline }),
  startVerification: route('POST', '/api/incidents/:id/start-verification', 'incident.verify', { params: IdParam }),
  verifyIncident: route('POST', '/api/incidents/:id/verify', 'incident.verify', { params: IdParam, body: incidents.VerifyBody }),
  confirmSpill: route('POST', '/api/incidents/:id/confirm-spill', 'incident.verify', { params: IdParam, body: incidents.ConfirmSpillBody, answer: Type.Object({ forecastId: Type.String(), streamVersion: Type.Integer() }) }),
  dismissIncident: route('POST', '/api/incidents/:id/dismiss', 'incident.dismiss', { params: IdParam, body: alerts.ReasonBody }),
  recordFact: route('POST', '/api/incidents/:id/facts', 'incident.record-fact', { params: IdParam, body: incidents.FactBody }),
  decideLevel: route('POST', '/api/incidents/:id/level', 'incident.decide-level', { params: IdParam, body: incidents.LevelBody }),
  answerClock: route('POST', '/api/incidents/:id/clocks/:clockId/answer', 'incident.answer-clock', { params: Type.Object({ id: Type.String(), clockId: Type.String() }), body: incidents.AnswerClockBody }),
  handOverIncident: route('POST', '/api/incidents/:id/hand-over', 'incident.hand-over', { params: IdParam, body: incidents.HandOverBody }),
  addNote: route('POST', '/api/incidents/:id/notes', 'incident.note', { params: IdParam, body: incidents.NoteBody }),
  containIncident: route('POST', '/api/incidents/:id/contain', 'incident.contain', { params: IdParam, body: incidents.NoteBody }),
  terminateIncident: route('POST', '/api/incidents/:id/terminate', 'incident.terminate', { params: IdParam, body: incidents.TerminateBody }),
  reactivateIncident: route('POST', '/api/incidents/:id/reactivate', 'incident.reactivate', { params: IdParam, body: alerts.ReasonBody }),
  linkSources: route('POST', '/api/incidents/:id/links', 'incident.link', { params: IdParam, body: incidents.LinkBody }),
  closeIncident: route('POST', '/api/incidents/:id/close', 'incident.close', { params: IdParam, body: incidents.CloseBody }),

  listOils: route('GET', '/api/oils', 'forecast.read', { answer: Type.Array(forecasts.Oil) }),
  requestForecast: route('POST', '/api/incidents/:id/forecasts', 'forecast.request', { params: IdParam, body: forecasts.ForecastBody, answer: Created }),
  listForecasts: route('GET', '/api/incidents/:id/forecasts', 'forecast.read', { params: IdParam, query: KnownAt, answer: Type.Array(forecasts.Forecast) }),
  getForecast: route('GET', '/api/forecasts/:id', 'forecast.read', { params: IdParam, answer: forecasts.Forecast }),
  getFrames: route('GET', '/api/forecasts/:id/frames', 'forecast.read', { params: IdParam, answer: forecasts.ForecastFrames }),
  cancelForecast: route('DELETE', '/api/forecasts/:id', 'forecast.request', { params: IdParam }),

  placeForcing: route('POST', '/api/forcings', 'forcing.write', { body: Type.Unknown(), answer: Created }),
  listForcings: route('GET', '/api/forcings', 'forecast.read', { answer: Type.Array(forecasts.Forcing) }),
  removeForcing: route('DELETE', '/api/forcings/:id', 'forcing.write', { params: IdParam }),

  drawPlan: route('POST', '/api/incidents/:id/plans', 'plan.draw', { params: IdParam, body: plans.DrawPlanBody, answer: Created }),
  listPlans: route('GET', '/api/incidents/:id/plans', 'plan.read', { params: IdParam, query: KnownAt, answer: Type.Array(plans.Plan) }),
  getPlan: route('GET', '/api/plans/:id', 'plan.read', { params: IdParam, answer: plans.Plan }),
  chooseOption: route('POST', '/api/plans/:id/choose', 'plan.choose', { params: IdParam, body: plans.ChooseBody }),
  dispatchPlan: route('POST', '/api/plans/:id/dispatch', 'order.issue', { params: IdParam, body: plans.DispatchBody, answer: Type.Object({ orderIds: Type.Array(Type.String()) }) }),

  issueOrder: route('POST', '/api/incidents/:id/orders', 'order.issue', { params: IdParam, body: reserves.IssueOrderBody, answer: Type.Object({ orderIds: Type.Array(Type.String()) }) }),
  listOrders: route('GET', '/api/orders', 'order.read', { query: Type.Object({ incidentId: Type.Optional(Type.String()), limit: Limit, knownAt: Type.Optional(At) }), answer: Type.Array(plans.Order) }),
  getOrder: route('GET', '/api/orders/:id', 'order.read', { params: IdParam, answer: plans.Order }),
  acceptOrder: route('POST', '/api/orders/:id/accept', 'order.move', { params: IdParam, body: plans.OrderStepBody }),
  departOrder: route('POST', '/api/orders/:id/depart', 'order.move', { params: IdParam, body: plans.OrderStepBody }),
  arriveOrder: route('POST', '/api/orders/:id/arrive', 'order.move', { params: IdParam, body: plans.OrderStepBody }),
  completeOrder: route('POST', '/api/orders/:id/complete', 'order.move', { params: IdParam, body: plans.OrderStepBody }),
  blockOrder: route('POST', '/api/orders/:id/block', 'order.move', { params: IdParam, body: plans.OrderReasonBody }),
  cancelOrder: route('POST', '/api/orders/:id/cancel', 'order.cancel', { params: IdParam, body: plans.OrderReasonBody }),

  getReadiness: route('GET', '/api/readiness', 'force.read', { answer: forces.ReadinessBoard }),
  checkIn: route('POST', '/api/readiness/:registerId/:id/check-in', 'force.check-in', { params: RecordParam, body: forces.CheckInBody, answer: forces.CheckedIn }),
  getCallOut: route('GET', '/api/readiness/call-out', 'force.read', { query: Type.Object({ incidentKindCode: Type.String({ maxLength: 60 }), lonDeg: Type.Number({ minimum: -180, maximum: 180 }), latDeg: Type.Number({ minimum: -90, maximum: 90 }) }), answer: forces.CallOut }),
  planCasualties: route('POST', '/api/readiness/casualty-plan', 'force.plan', { body: forces.CasualtyPlanBody, answer: forces.CasualtyPlan }),
  planShelters: route('POST', '/api/readiness/shelter-plan', 'force.plan', { body: forces.ShelterPlanBody, answer: forces.ShelterPlan }),
  planGenerators: route('POST', '/api/readiness/generator-plan', 'force.plan', { body: forces.GeneratorPlanBody, answer: forces.GeneratorPlan }),
  planFireLift: route('POST', '/api/readiness/fire-lift', 'force.plan', { body: forces.FireLiftBody, answer: forces.FireLiftPlan }),
  listIslandPacks: route('GET', '/api/readiness/island-packs', 'force.plan', { query: Type.Object({ cutOffHours: Type.Integer({ minimum: 1, maximum: 720 }), cutOffAt: Type.Optional(At) }), answer: forces.IslandPacks }),
  checkAirMission: route('POST', '/api/aircraft/:id/mission-check', 'force.plan', { params: IdParam, body: forces.AirMissionBody, answer: forces.AirMissionAnswer }),

  openReview: route('POST', '/api/incidents/:id/review', 'review.open', { params: IdParam, answer: Created }),
  getReview: route('GET', '/api/incidents/:id/review', 'review.read', { params: IdParam, answer: Type.Union([reviews.Review, Type.Null()]) }),
  addLesson: route('POST', '/api/reviews/:id/lessons', 'review.write', { params: IdParam, body: reviews.LessonBody }),
  verifyLesson: route('POST', '/api/reviews/:id/lessons/:lessonId/verify', 'review.write', { params: Type.Object({ id: Type.String(), lessonId: Type.String() }), body: incidents.NoteBody }),
  closeReview: route('POST', '/api/reviews/:id/close', 'review.close', { params: IdParam, body: reviews.CloseReviewBody }),

  sendNotice: route('POST', '/api/notices', 'notice.send', { body: notices.SendNoticeBody, answer: Created }),
  listNotices: route('GET', '/api/notices', 'notice.read', { query: Type.Object({ limit: Limit, incidentId: Type.Optional(Type.String()) }), answer: Type.Array(notices.NoticeRow) }),
  getNotice: route('GET', '/api/notices/:id', 'notice.read', { params: IdParam, answer: notices.Notice }),
  acknowledgeNotice: route('POST', '/api/notices/:id/acknowledge', 'notice.acknowledge', { params: IdParam, body: notices.AcknowledgeNoticeBody }),

  listRegisters: route('GET', '/api/registers', 'register.read', { answer: Type.Array(registers.RegisterInfo) }),
  listRecords: route('GET', '/api/registers/:registerId/records', 'register.read', { params: RegisterParam, query: Type.Object({ search: Type.Optional(Type.String({ maxLength: 100 })), state: Type.Optional(Type.String()), offsetCount: Type.Optional(Type.Integer({ minimum: 0 })), limit: Limit, knownAt: Type.Optional(At) }), answer: registers.RecordPage }),
  createRecord: route('POST', '/api/registers/:registerId/records', 'register.write', { params: RegisterParam, body: registers.RecordBody, answer: Created }),
  getRecord: route('GET', '/api/registers/:registerId/records/:id', 'register.read', { params: RecordParam, query: KnownAt, answer: registers.RegisterRecord }),
  listHoldings: route('GET', '/api/holdings', 'register.read', { query: KnownAt, answer: registers.HoldingsThen }),
  changeRecord: route('PUT', '/api/registers/:registerId/records/:id', 'register.write', { params: RecordParam, body: registers.RecordBody, answer: Created }),
  transitionRecord: route('POST', '/api/registers/:registerId/records/:id/transition', 'register.write', { params: RecordParam, body: registers.TransitionBody }),
  getRecordHistory: route('GET', '/api/registers/:registerId/records/:id/history', 'register.read', { params: RecordParam, answer: registers.RecordHistory }),
  exportRecords: route('GET', '/api/registers/:registerId/export', 'register.read', { params: RegisterParam, query: Type.Object({ format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx'), Type.Literal('geojson')]), search: Type.Optional(Type.String()), state: Type.Optional(Type.String()) }), answerKind: 'bytes', answer: Type.Unknown() }),
  importRecords: route('POST', '/api/registers/:registerId/import', 'register.write', { params: RegisterParam, query: Type.Object({ format: Type.Union([Type.Literal('csv'), Type.Literal('xlsx'), Type.Literal('geojson')]), dryRun: Type.Optional(Type.Boolean()) }), bodyKind: 'bytes', answer: registers.ImportAnswer }),
  verifyRecord: route('POST', '/api/registers/:registerId/records/:id/verify', 'register.verify', { params: RecordParam, body: reserves.VerifyRecordBody, answer: Created }),
  uploadDocument: route('POST', '/api/documents', 'document.upload', { bodyKind: 'multipart', answer: reserves.DocumentTaken }),
  readDocument: route('GET', '/api/registers/:registerId/records/:id/documents/:documentId', 'document.read', { params: Type.Object({ registerId: Type.String(), id: Type.String(), documentId: Type.String() }), answerKind: 'bytes', answer: Type.Unknown() }),

  receiveStock: route('POST', '/api/stock-lots/:id/receive', 'stock.move', { params: IdParam, body: reserves.MoveStockBody }),
  issueStock: route('POST', '/api/stock-lots/:id/issue', 'stock.move', { params: IdParam, body: reserves.MoveStockBody }),
  transferStock: route('POST', '/api/stock-lots/:id/transfer', 'stock.move', { params: IdParam, body: reserves.TransferStockBody }),
  countStock: route('POST', '/api/stock-lots/:id/count', 'stock.move', { params: IdParam, body: reserves.CountStockBody }),
  answerCount: route('POST', '/api/stock-lots/:id/count-answer', 'stock.approve', { params: IdParam, body: reserves.AnswerCountBody }),
  auditAgreement: route('POST', '/api/social-agreements/:id/audit', 'agreement.audit', { params: IdParam, body: reserves.AuditAgreementBody }),
  listSlips: route('GET', '/api/slips', 'warehouse.read', { query: Type.Object({ kind: Type.Optional(warehouse.SlipKind), state: Type.Optional(Type.String({ maxLength: 40 })), facilityId: Type.Optional(Type.String({ maxLength: 200 })), limit: Limit }), answer: warehouse.SlipPage }),
  getSlip: route('GET', '/api/slips/:kind/:id', 'warehouse.read', { params: Type.Object({ kind: warehouse.SlipKind, id: Type.String() }), answer: warehouse.OneSlip }),
  holdSupplies: route('POST', '/api/reservations', 'stock.hold', { body: warehouse.HoldBody, answer: Created }),
  confirmHold: route('POST', '/api/reservations/:id/confirm', 'stock.hold', { params: IdParam, body: warehouse.SlipLooseNoteBody, answer: Created }),
  releaseHold: route('POST', '/api/reservations/:id/release', 'stock.hold', { params: IdParam, body: warehouse.SlipNoteBody, answer: Created }),
  issueReserved: route('POST', '/api/reservations/:id/issue', 'stock.move', { params: IdParam, body: warehouse.SlipNoteBody, answer: Created }),
  openCount: route('POST', '/api/counts', 'stock.move', { body: warehouse.OpenCountBody, answer: Created }),
  recordCount: route('POST', '/api/counts/:id/record', 'stock.move', { params: IdParam, body: warehouse.RecordCountBody, answer: Created }),
  submitCount: route('POST', '/api/counts/:id/submit', 'stock.move', { params: IdParam, body: warehouse.SlipLooseNoteBody, answer: Created }),
  answerCountSheet: route('POST', '/api/counts/:id/answer', 'stock.approve', { params: IdParam, body: warehouse.SlipAnswerBody, answer: Created }),
  cancelCount: route('POST', '/api/counts/:id/cancel', 'stock.move', { params: IdParam, body: warehouse.SlipNoteBody, answer: Created }),
  sendTransfer: route('POST', '/api/transfers', 'stock.move', { body: warehouse.SendTransferBody, answer: Created }),
  receiveTransfer: route('POST', '/api/transfers/:id/receive', 'stock.move', { params: IdParam, body: warehouse.ReceiveTransferBody, answer: Created }),
  settleTransfer: route('POST', '/api/transfers/:id/settle', 'stock.approve', { params: IdParam, body: warehouse.SettleTransferBody, answer: Created }),
  turnBackTransfer: route('POST', '/api/transfers/:id/turn-back', 'stock.move', { params: IdParam, body: warehouse.SlipNoteBody, answer: Created }),
  takeBack: route('POST', '/api/returns', 'stock.move', { body: warehouse.TakeBackBody, answer: Created }),
  cleanReturn: route('POST', '/api/returns/:id/clean', 'stock.move', { params: IdParam, body: warehouse.CleanBody, answer: Created }),
  retestReturn: route('POST', '/api/returns/:id/retest', 'stock.move', { params: IdParam, body: warehouse.RetestBody, answer: Created }),
  lendStock: route('POST', '/api/loans', 'stock.move', { body: warehouse.LendBody, answer: Created }),
  extendLoan: route('POST', '/api/loans/:id/extend', 'stock.move', { params: IdParam, body: warehouse.ExtendLoanBody, answer: Created }),
  giveBackLoan: route('POST', '/api/loans/:id/give-back', 'stock.move', { params: IdParam, body: warehouse.GiveBackBody, answer: Created }),
  loseLoan: route('POST', '/api/loans/:id/lost', 'stock.approve', { params: IdParam, body: warehouse.LoanLostBody, answer: Created }),
  proposeWriteOff: route('POST', '/api/write-offs', 'stock.move', { body: warehouse.WriteOffBody, answer: Created }),
  answerWriteOff: route('POST', '/api/write-offs/:id/answer', 'stock.approve', { params: IdParam, body: warehouse.SlipAnswerBody, answer: Created }),
  putAway: route('POST', '/api/stock-lots/:id/put-away', 'stock.move', { params: IdParam, body: warehouse.PutAwayBody }),
  getLedger: route('GET', '/api/stock-lots/:id/ledger', 'warehouse.read', { params: IdParam, answer: warehouse.Ledger }),
  listWarehouses: route('GET', '/api/warehouses', 'warehouse.read', { answer: Type.Array(warehouse.WarehouseRow) }),
  getWarehouse: route('GET', '/api/warehouses/:id', 'warehouse.read', { params: IdParam, query: Type.Object({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 366 })) }), answer: warehouse.Warehouse }),
  // eslint-disable-next-line anlan/wire-number-unit -- in the unit of the kind that the code names
  findSupplyCode: route('GET', '/api/supply-codes/:code', 'warehouse.read', { params: Type.Object({ code: Type.String({ pattern: '^[123]\\d{6}$' }) }), query: Type.Object({ facilityId: Type.Optional(Type.String({ maxLength: 200 })), quantityValue: Type.Optional(Type.Number({ exclusiveMinimum: 0 })) }), answer: warehouse.CodeFound }),
  listKits: route('GET', '/api/kits', 'warehouse.read', { query: Type.Object({ facilityId: Type.Optional(Type.String({ maxLength: 200 })), usedAt: Type.Optional(At) }), answer: warehouse.KitPage }),
  scanLabel: route('GET', '/api/scan', 'warehouse.read', { query: Type.Object({ text: Type.String({ minLength: 1, maxLength: 300 }) }), answer: warehouse.Scan }),
  printLabels: route('GET', '/api/labels', 'warehouse.read', { query: Type.Object({ lotIds: Type.Optional(Type.String({ maxLength: 20_000 })), binIds: Type.Optional(Type.String({ maxLength: 20_000 })), facilityId: Type.Optional(Type.String({ maxLength: 200 })) }), answer: Type.Unknown(), answerKind: 'bytes' }),
  recordCall: route('POST', '/api/social-agreements/:id/calls', 'agreement.call', { params: IdParam, body: warehouse.RecordCallBody, answer: warehouse.Acceptance }),
  listAcceptance: route('GET', '/api/acceptance', 'reserve.read', { answer: Type.Array(warehouse.Acceptance) }),
  getCapacityCurve: route('GET', '/api/capacity-contracts/:id/curve', 'reserve.read', { params: IdParam, query: Type.Object({ untilHours: Type.Integer({ minimum: 1, maximum: 720 }), startAt: Type.Optional(At) }), answer: warehouse.CapacityCurve }),
  getReplenishment: route('GET', '/api/replenishment', 'warehouse.read', { query: Type.Object({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 1100 })) }), answer: warehouse.Replenishment }),
  getExpiryForecast: route('GET', '/api/expiry-forecast', 'warehouse.read', { query: Type.Object({ monthCount: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })), days: Type.Optional(Type.Integer({ minimum: 1, maximum: 1100 })) }), answer: warehouse.ExpiryForecast }),
  listExpiring: route('GET', '/api/expiring', 'register.read', { answer: Type.Array(reserves.Expiring) }),
  getGapReport: route('GET', '/api/gap-report', 'reserve.read', { query: Type.Object({ classIndex: Type.Integer({ minimum: 1, maximum: 4 }), afterHours: Type.Integer({ minimum: 0, maximum: 720 }) }), answer: reserves.GapReport }),
  getStressLibrary: route('GET', '/api/stress-library', 'stress.read', { answer: stress.StressLibrary }),
  requestStress: route('POST', '/api/stress-runs', 'stress.run', { body: stress.StressRunBody, answer: Created }),
  listStressRuns: route('GET', '/api/stress-runs', 'stress.read', { query: Type.Object({ limit: Limit }), answer: Type.Array(stress.StressRunRow) }),
  getStressRun: route('GET', '/api/stress-runs/:id', 'stress.read', { params: IdParam, answer: stress.StressRun }),
  getStressGeoJson: route('GET', '/api/stress-runs/:id/geojson', 'stress.read', { params: IdParam, answer: stress.FeatureCollection }),
  compareStressRuns: route('GET', '/api/stress-runs/:id/compare', 'stress.read', { params: IdParam, query: Type.Object({ beforeId: Type.String({ minLength: 1, maxLength: 200 }) }), answer: stress.StressComparison }),
  cancelStress: route('DELETE', '/api/stress-runs/:id', 'stress.run', { params: IdParam }),
  getReach: route('GET', '/api/reach', 'force.read', { query: Type.Object({ hours: Type.Optional(Type.String({ maxLength: 40 })), unitId: Type.Optional(Type.String({ maxLength: 200 })) }), answer: stress.Reach }),
  getCatalogue: route('GET', '/api/catalogue', 'catalogue.read', { answer: reserves.Catalogue }),
  publishCatalogue: route('POST', '/api/catalogue/publish', 'catalogue.publish', { body: reserves.PublishCatalogueBody, answer: reserves.Published }),
  listIndicators: route('GET', '/api/indicators', 'indicator.read', { answer: Type.Array(registers.Indicator) }),
} as const;

export type RouteId = keyof typeof routes;
export type RouteParams<K extends RouteId> = Static<(typeof routes)[K]['params']>;
export type RouteQuery<K extends RouteId> = Static<(typeof routes)[K]['query']>;
export type RouteBody<K extends RouteId> = Static<(typeof routes)[K]['body']>;
export type RouteAnswer<K extends RouteId> = Static<(typeof routes)[K]['answer']>;
