// 信号阶段的文字。
import type { Messages } from '../types.ts';

export const signal = {
  SIGNAL_BATCH_TOO_LARGE: {
    happened: '一批有 {itemCount} 条，上限是 {itemCountMax} 条。',
    means: '整批没有收下。',
    next: '请分成小批重新发送。',
  },
  SIGNAL_ITEM_UNREADABLE: {
    happened: '这一条不是一组字段，读不懂。',
    means: '这一条没有收下，同批其他条不受影响。',
    next: '请按接口说明发送 sensorId、value、observedAt。',
  },
  SIGNAL_SENSOR_NOT_BOUND: {
    happened: '设备 {deviceId} 不能写传感器 {sensorId}。',
    means: '这一条读数没有收下，同批其他条不受影响。',
    next: '请改正设备里的传感器编号，或新建绑定这个传感器的设备。',
  },
  SIGNAL_SENSOR_UNKNOWN: {
    happened: '名录里没有传感器“{sensorId}”。',
    means: '它的读数没有收下，不会触发告警。',
    next: '请先登记传感器，或改正编号后重发。',
  },
  SIGNAL_VALUE_NOT_FINITE: {
    happened: '传感器 {sensorId} 的值“{text}”不是数。',
    means: '这条读数没有收下。',
    next: '请检查采集设备；没有读数时不要发送。',
  },
  SIGNAL_VALUE_OUT_OF_RANGE: {
    happened: '传感器 {sensorId} 的读数 {readingValue} {unitCode} 超出量程 {validMinValue} 至 {validMaxValue}。',
    means: '这条读数没有收下，不作告警依据。',
    next: '请检查传感器或单位；若量程登记有误，请改正名录。',
  },
  SIGNAL_TIME_UNREADABLE: {
    happened: '时间“{text}”读不懂。',
    means: '这一条没有收下。',
    next: '请用带时区的时间，例如 2026-11-23T09:30:00+08:00。',
  },
  SIGNAL_TIME_IN_FUTURE: {
    happened: '观测时间 {observedAt} 比现在晚 {aheadS} 秒。',
    means: '这一条没有收下：不能确定它是什么时候的。',
    next: '请校准设备时钟后重发。',
  },
  SIGNAL_TIME_TOO_OLD: {
    happened: '观测时间 {observedAt} 已过去 {ageDays} 天。',
    means: '这一条没有收下，不作当前判断的依据。',
    next: '历史数据请用导入方式补录。',
  },
  SIGNAL_MMSI_UNREADABLE: {
    happened: '船舶识别码“{mmsi}”不是九位数字。',
    means: '这条船位没有收下。',
    next: '请检查接收机或来源的解码。',
  },
  SIGNAL_REASON_MISSING: {
    happened: '排除报告 {id} 没有写理由。',
    means: '报告仍在队列中。',
    next: '请写明理由后再排除。',
  },
  SIGNAL_RECEIPT_UNREADABLE: {
    happened: '回执号“{text}”有误，校验位不对。',
    means: '查不到对应的报告。',
    next: '请逐字核对；回执号十位，不含 0、O、I、L、U。',
  },
  SIGNAL_RECEIPT_UNKNOWN: {
    happened: '没有回执号 {receiptNumber} 的报告。',
    means: '报告可能还没有送达。',
    next: '请确认手机已联网并显示回执；急事请直接打电话。',
  },
  SIGNAL_REPORT_UNKNOWN: {
    happened: '没有编号为 {id} 的报告。',
    means: '没有任何改动。',
    next: '请刷新队列后再试。',
  },
  SIGNAL_REPORT_ANSWERED: {
    happened: '报告 {receiptNumber} 已有人处理，状态为“{state}”。',
    means: '您的操作没有记录，以先办的为准。',
    next: '请刷新查看处理结果。',
  },
  SIGNAL_REPORT_KEY_UNREADABLE: {
    happened: '报告的设备编号长度不在 {lengthCountMin} 至 {lengthCountMax} 之间。',
    means: '无法防止重复，报告没有收下。',
    next: '请刷新页面后重新提交；急事请直接打电话。',
  },
  SIGNAL_REPORT_KEY_REUSED: {
    happened: '这次提交与回执 {receiptNumber} 用了同一编号，内容却不同。',
    means: '先前的报告保留，这一份没有收下。',
    next: '请作为新的报告重新提交。',
  },
  SIGNAL_REPORT_WHAT_MISSING: {
    happened: '没有写发生了什么。',
    means: '报告没有收下。',
    next: '请用一句话写明看到的情况。',
  },
  SIGNAL_REPORT_PLACE_MISSING: {
    happened: '没有地点。',
    means: '报告没有收下：不知道去哪里。',
    next: '请写地名，或在地图上点一下。',
  },
  SIGNAL_REPORT_TOO_LONG: {
    happened: '文字有 {lengthCount} 个字，上限 {lengthCountMax} 个字。',
    means: '报告没有收下。',
    next: '请写短一些，细节可在电话中补充。',
  },
  SIGNAL_REPORT_PHONE_UNREADABLE: {
    happened: '电话“{text}”不像号码。',
    means: '报告没有收下，以免回拨不到您。',
    next: '请改正号码，或留空。',
  },
  SIGNAL_REPORT_PHOTOS_TOO_MANY: {
    happened: '有 {photoCount} 张照片，上限 {photoCountMax} 张。',
    means: '报告没有收下。',
    next: '请留下最清楚的几张再提交。',
  },
  SIGNAL_REPORT_PHOTO_UNREADABLE: {
    happened: '照片编号“{artefactId}”无效。',
    means: '报告没有收下，以免照片对不上。',
    next: '请重新选择照片后提交。',
  },
  'signal.assumed.report-time-now': '报告人没有说明时间，按收到的时间处理。',
  'signal.assumed.report-clock-ahead': '报告人的时间 {observedAt} 晚于现在，可能是手机时钟不准；按收到的时间处理，原话保留。',
  'signal.assumed.report-time-old': '报告所说的时间 {observedAt} 已超过一周，请核对。',
  'timeline.report.received': '收到群众报告 {receiptNumber}：{what}',
  'timeline.report.acknowledged': '群众报告已签收',
  'timeline.report.linked': '群众报告并入事件',
  'timeline.report.dismissed': '群众报告排除：{reason}',
} as const satisfies Messages;
