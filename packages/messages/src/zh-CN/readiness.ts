// 准备阶段的语句：名录规则与三类储备。
import type { Messages } from '../types.ts';

export const readiness = {
  READINESS_CLEAR_VALUE_UNSAFE: {
    happened: '恢复值“{field}”不在阈值的安全一侧。',
    means: '该项未被接受，记录没有保存。',
    next: '高于类规则的恢复值应不高于阈值，低于类应不低于阈值。',
  },
  READINESS_RANGE_REVERSED: {
    happened: '量程上限“{field}”不大于下限。',
    means: '该项未被接受，记录没有保存。',
    next: '请核对量程。',
  },
  READINESS_VALIDITY_REVERSED: {
    happened: '有效期“{field}”早于生效时间。',
    means: '该项未被接受，记录没有保存。',
    next: '请核对起止时间。',
  },
  READINESS_INSPECTION_UNDATED: {
    happened: '检验合格但没有“{field}”。',
    means: '该项未被接受，记录没有保存。',
    next: '请填写检验有效期。',
  },
  READINESS_RAMP_UNORDERED: {
    happened: '产能爬坡“{field}”的小时数没有递增。',
    means: '该项未被接受，记录没有保存。',
    next: '请按时间先后填写。',
  },
  READINESS_SUPPLY_UNKNOWN: {
    happened: '储备“{registerId}/{id}”不存在。',
    means: '不能调用或盘点。',
    next: '请刷新名录后重新选择。',
  },
  READINESS_SUPPLY_ARCHIVED: {
    happened: '储备“{id}”已归档。',
    means: '它不再计入储备。',
    next: '请选择其他储备。',
  },
  READINESS_SUPPLY_NOT_READY: {
    happened: '储备“{id}”当前状态为“{state}”。',
    means: '现在不能使用。',
    next: '请选择可用的储备，或先改变其状态。',
  },
  READINESS_LOT_EXPIRED: {
    happened: '批次“{id}”在 {expiredAt} 失效，早于使用时间。',
    means: '该批次不计入可用数量。',
    next: '请选择其他批次并报废或更换本批。',
  },
  READINESS_LOT_INSPECTION_FAILED: {
    happened: '批次“{id}”检验不合格。',
    means: '该批次不计入可用数量。',
    next: '请选择其他批次；修复后重新检验。',
  },
  READINESS_LOT_NOT_INSPECTED: {
    happened: '批次“{id}”未检验。',
    means: '未检验不等于合格，该批次不计入。',
    next: '请先检验。',
  },
  READINESS_LOT_INSPECTION_LAPSED: {
    happened: '批次“{id}”的检验在 {lapsedAt} 到期，早于使用时间。',
    means: '该批次不计入可用数量。',
    next: '请重新检验。',
  },
  READINESS_CONTRACT_NOT_VALID: {
    happened: '协议“{id}”的有效期为 {fromAt} 至 {untilAt}，现在不在有效期内。',
    means: '不能按该协议调用。',
    next: '请续签或选择其他协议。',
  },
  READINESS_CALL_UP_OVER_AGREED: {
    happened: '调用 {wanted} 超过协议“{id}”尚可调用的 {available}。',
    means: '没有发出调用。',
    next: '请减少数量，或由其他储备补足。',
  },
  READINESS_STOCK_EDIT_FORBIDDEN: {
    happened: '您不能变动储备“{id}”。',
    means: '账面没有变化。',
    next: '请由保管单位或储备管理岗位操作。',
  },
  READINESS_QUANTITY_NOT_POSITIVE: {
    happened: '储备“{id}”的数量“{quantity}”无效。',
    means: '账面没有变化。',
    next: '请填写大于零的数字（盘点可以为零）。',
  },
  READINESS_QUANTITY_TOO_FINE: {
    happened: '储备“{id}”的数量“{quantity}”过细，账面记不下。',
    means: '账面没有变化。',
    next: '请填写不小于 0.000001、最多六位小数的数字。',
  },
  READINESS_COUNT_NOT_WAITING: {
    happened: '批次“{id}”没有待批的盘点差异。',
    means: '账面没有变化。',
    next: '请刷新后查看。',
  },
  READINESS_COUNT_WAITING: {
    happened: '批次“{id}”已有待批的盘点差异。',
    means: '没有记录新的盘点。',
    next: '请先批准或退回上一次盘点。',
  },
  READINESS_COUNT_SAME_PERSON: {
    happened: '批次“{id}”的盘点差异不能由盘点人自己批准。',
    means: '账面没有变化。',
    next: '请由另一人核对后批准。',
  },
  READINESS_COUNT_OUTDATED: {
    happened: '批次“{id}”盘点后账面由 {book} 变为 {onHand}。',
    means: '差异已不成立，没有调整。',
    next: '请退回本次盘点并重新清点。',
  },
  READINESS_TRANSFER_OTHER_KIND: {
    happened: '“{fromId}”与“{toId}”不能互相调拨。',
    means: '没有调拨。',
    next: '请选择同一物资种类的另一批次。',
  },
  READINESS_NOTE_MISSING: {
    happened: '变动储备“{id}”需要说明。',
    means: '账面没有变化。',
    next: '请写明原因。',
  },
} as const satisfies Messages;
