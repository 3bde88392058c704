// 评估阶段的语句。
import type { Messages } from '../types.ts';

export const review = {
  REVIEW_UNKNOWN: {
    happened: '没有评估“{id}”。',
    means: '无法读取或修改。',
    next: '请从事件页面打开。',
  },
  REVIEW_INCIDENT_UNKNOWN: {
    happened: '没有事件“{id}”。',
    means: '不能评估。',
    next: '请核对事件编号。',
  },
  REVIEW_TOO_EARLY: {
    happened: '事件“{incidentId}”的状态为“{state}”，响应尚未终止。',
    means: '还不能开始评估。',
    next: '请在响应终止后评估。',
  },
  REVIEW_ALREADY_OPEN: {
    happened: '事件“{incidentId}”已有评估。',
    means: '没有新建评估。',
    next: '请在已有评估中继续。',
  },
  REVIEW_CLOSED: {
    happened: '评估“{id}”已关闭。',
    means: '内容不能再修改；教训仍可核销。',
    next: '如有新的教训，请在下一次评估中提出。',
  },
  REVIEW_NOT_MEASURED: {
    happened: '评估“{id}”还没有计算指标。',
    means: '不能关闭。',
    next: '请先计算指标。',
  },
  REVIEW_TEXT_MISSING: {
    happened: '评估“{id}”缺少文字说明。',
    means: '没有保存。',
    next: '请写明内容。',
  },
  REVIEW_LESSON_UNKNOWN: {
    happened: '没有教训“{lessonId}”。',
    means: '没有核销。',
    next: '请刷新后重试。',
  },
  REVIEW_LESSON_VERIFIED: {
    happened: '教训“{lessonId}”已核销。',
    means: '没有变化。',
    next: '无需再操作。',
  },
  REVIEW_LESSON_RECORD_UNKNOWN: {
    happened: '教训指向的记录“{registerId}/{id}”不存在。',
    means: '教训没有保存。',
    next: '请选择一条现有的准备记录。',
  },
  REVIEW_LESSON_NOT_READINESS: {
    happened: '“{registerId}”不是准备类名录。',
    means: '教训没有保存：教训必须改变一条准备记录。',
    next: '请选择设施、储备、队伍等名录中的记录。',
  },
  REVIEW_LESSON_OWNER_UNKNOWN: {
    happened: '没有单位“{organisationId}”。',
    means: '教训没有保存。',
    next: '请从单位名录中选择责任单位。',
  },
  REVIEW_LESSON_DUE_PAST: {
    happened: '期限 {dueAt} 已经过去。',
    means: '教训没有保存。',
    next: '请填写将来的日期。',
  },
} as const satisfies Messages;
