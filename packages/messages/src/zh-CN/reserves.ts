// 储备台账的语句：单据、预留、盘点、调拨、退回、标签、补货。
import type { Messages } from '../types.ts';

export const reserves = {
  READINESS_SLIP_UNKNOWN: {
    happened: '没有这张单据：{kind} {id}。',
    means: '操作没有执行。',
    next: '请在库房页面重新打开列表，核对单号。',
  },
  READINESS_SLIP_STEP_ILLEGAL: {
    happened: '单据 {id} 的状态是“{state}”，不能做“{step}”。',
    means: '操作没有执行，账面没有变化。',
    next: '请刷新单据，看它现在到了哪一步。',
  },
  READINESS_SLIP_EMPTY: {
    happened: '单据没有任何明细（{kind}）。',
    means: '单据没有建立。',
    next: '请至少给出一项，并核对库房与库区。',
  },
  READINESS_SLIP_LOT_TWICE: {
    happened: '批次 {lotId} 在同一张单据里出现了两次。',
    means: '单据没有建立。',
    next: '请把两行合并为一行。',
  },
  READINESS_SLIP_SAME_PERSON: {
    happened: '单据 {id} 需要另一个人来决定。',
    means: '操作没有执行；经办人不能批准自己的单据。',
    next: '请由同一权限的另一位人员处理。',
  },
  READINESS_HOLD_TIME_OUT_OF_RANGE: {
    happened: '预留时限 {holdForS} 秒超出范围。',
    means: '没有预留任何物资。',
    next: '请在 {holdSMin} 到 {holdSMax} 秒之间选择。',
  },
  READINESS_HOLD_EXPIRED: {
    happened: '预留 {id} 已在 {expiredAt} 到期。',
    means: '没有确认；物资可能已被他人预留。',
    next: '请重新预留。',
  },
  READINESS_RESERVE_SHORT: {
    happened: '{itemKindId} 需要 {wanted}，届时可用且未被预留的只有 {available}；另有 {passedOverCount} 个批次不可用。',
    means: '没有预留任何数量。',
    next: '请减少数量、换库房，或动用协议与产能储备。',
  },
  READINESS_COUNT_OTHER_PLACE: {
    happened: '批次 {lotId} 不属于单据 {id} 的库房。',
    means: '操作没有执行。',
    next: '请核对批次所在库房，必要时先做调拨。',
  },
  READINESS_COUNT_INCOMPLETE: {
    happened: '盘点单 {id} 还有 {missingCount} 个批次没有盘点。',
    means: '盘点单没有提交。',
    next: '请盘完全部批次；没有找到的填 0。',
  },
  READINESS_COUNT_SHEET_OPEN: {
    happened: '盘点单 {id} 还开着，其中有同样的批次（{facilityId}）。',
    means: '没有开立新的盘点单。',
    next: '请先完成或取消那张盘点单。',
  },
  READINESS_TRANSFER_SEVERAL_PLACES: {
    happened: '一张调拨单里的批次来自 {placeCount} 个库房。',
    means: '调拨单没有建立。',
    next: '请按发出库房分开填写。',
  },
  READINESS_TRANSFER_SAME_PLACE: {
    happened: '调入库房与调出库房相同（{facilityId}）。',
    means: '调拨单没有建立。',
    next: '库内移位请用上架。',
  },
  READINESS_PLACE_UNOWNED: {
    happened: '库房 {facilityId} 没有责任单位。',
    means: '不能向它调拨：没有人可以签收。',
    next: '请先在设施名录中填写责任单位。',
  },
  READINESS_RECEIPT_INCOMPLETE: {
    happened: '调拨单 {id} 的批次 {lotId} 没有填实收数量。',
    means: '没有签收。',
    next: '请填写全部批次；没有到的填 0。',
  },
  READINESS_RECEIPT_OVER_SENT: {
    happened: '单据 {id} 的批次 {lotId}：实收 {received} 多于应有的 {sent}。',
    means: '没有签收。',
    next: '请重新清点；多出的物资请单独入库。',
  },
  READINESS_RETURN_ORIGIN_UNKNOWN: {
    happened: '没有查到批次 {lotId} 由此发出的数量（{originKind} {originId}）。',
    means: '没有退回入库。',
    next: '请核对是哪张指令、预留或领用带出的。',
  },
  READINESS_RETURN_OVER_DRAWN: {
    happened: '单据 {id}：退回 {wanted}，但还在外面的只有 {available}。',
    means: '没有退回入库，账面没有变化。',
    next: '请重新清点，或核对来源。',
  },
  READINESS_RETURN_PART_OVER: {
    happened: '退回单 {id}：要处理 {wanted}，这一状态只有 {available}。',
    means: '操作没有执行。',
    next: '请核对待洗消与待检数量。',
  },
  READINESS_DUE_PASSED: {
    happened: '单据 {id} 的期限 {dueAt} 已经过去。',
    means: '操作没有执行。',
    next: '请给出将来的时间。',
  },
  READINESS_KIT_PART_UNCLEAR: {
    happened: '“{field}”中有一项既不是物资也不是队伍，或者两者都是。',
    means: '该项未被接受，记录没有保存。',
    next: '每一组成部分请只选物资种类或队伍之一。',
  },
  READINESS_LABEL_FOREIGN: {
    happened: '“{text}”不是本系统的标签。',
    means: '没有打开任何批次或货位。',
    next: '请扫描安澜标签上的二维码或条码。',
  },
  READINESS_LABEL_MISREAD: {
    happened: '标签“{text}”读错了。',
    means: '没有打开任何批次或货位，以免弄错。',
    next: '请再扫一次；标签破损请重新打印。',
  },
  READINESS_LABELS_TOO_MANY: {
    happened: '一次要打印 {labelCount} 张标签，上限是 {labelCountMax} 张。',
    means: '没有生成标签。',
    next: '请分批打印。',
  },
  READINESS_BIN_OTHER_PLACE: {
    happened: '货位 {binId} 不在批次 {lotId} 的库房里。',
    means: '没有上架。',
    next: '请选本库房的货位；换库房请用调拨。',
  },
  READINESS_BIN_OVERLOADED: {
    happened: '货位 {binId} 上架后为 {massKg} 千克，承重只有 {massKgMax} 千克。',
    means: '没有上架。',
    next: '请选承重足够的货位，或分开存放。',
  },
  READINESS_ANSWER_CONTRADICTS: {
    happened: '调用答复自相矛盾：请求 {asked}，应允 {accepted}，答复“{answerCode}”（{id}）。',
    means: '没有记录。',
    next: '全部应允填相同数量，拒绝或无人应答填 0。',
  },
  READINESS_CALL_IN_FUTURE: {
    happened: '协议 {id} 的调用时间在将来。',
    means: '没有记录。',
    next: '请给出实际调用时间。',
  },
  REPLENISH_BELOW_REORDER_POINT: '库存位置 {position} 已到订货点 {reorderPoint}，补到 {orderUpTo}。',
  REPLENISH_FLOOR_DECIDES: '储备底数 {floor} 高于按消耗算出的数量，以底数为准。',
  REPLENISH_LAPSES_IN_LEAD_TIME: '新货到达前有 {lapsing} 将失效，不计入。',
  REPLENISH_INCOMING_COUNTED: '在途或待检的 {incoming} 已计入。',
  REPLENISH_DEMAND_BARELY_SEEN: '{seenDays} 天内只有 {issueCount} 次领用，消耗估计不可靠。',
  REPLENISH_DEMAND_EXPECTED: '{seenDays} 天内只有 {issueCount} 次领用，按策略预计的日消耗 {perDay} 计算。',
  REPLENISH_SPREAD_POISSON: '策略没有给出消耗的标准差，按泊松取平方根。',
} as const satisfies Messages;
