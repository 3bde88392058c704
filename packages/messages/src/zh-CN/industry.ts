// 产业侧的语句。
import type { Messages } from '../types.ts';

export const industry = {
  INDUSTRY_TARGET_REVERSED: {
    happened: '目标上限“{field}”小于下限。',
    means: '指标没有保存。',
    next: '请核对上下限。',
  },
  INDUSTRY_CATALOGUE_NOT_A_TREE: {
    happened: '目录条目“{code}”重复、不合规则，或曾用于另一类条目。',
    means: '目录没有发布。',
    next: '请更正编码：编码一经使用不得改作他用。',
  },
  INDUSTRY_CATALOGUE_LEAF_MISSING: {
    happened: '目录条目“{code}”没有挂在{tree}年目录的末级分类上。',
    means: '目录没有发布。',
    next: '请选择末级分类。',
  },
  INDUSTRY_CATALOGUE_UNCHANGED: {
    happened: '与上一版相比没有变化。',
    means: '第{version}版没有发布。',
    next: '有增删改时再发布。',
  },
  INDUSTRY_CATALOGUE_ENTRY_UNKNOWN: {
    happened: '没有在售产品“{code}”，目录中也没有。',
    means: '目录没有发布。',
    next: '请刷新页面后重新选择。',
  },
  INDUSTRY_PUBLISH_FORBIDDEN: {
    happened: '您不能发布目录第{version}版。',
    means: '目录没有发布。',
    next: '请由产业办发布。',
  },
  INDUSTRY_NO_APPROVAL: '没有批准文件，不能认定。',
  INDUSTRY_APPROVAL_UNVERIFIED: '有批准文件 {count} 份，尚未由另一角色的人员核实，不能认定。',
  INDUSTRY_APPROVAL_AFTER_DUE: '批准日期 {approvedOn} 晚于期限 {dueOn}，不计。',
  INDUSTRY_APPROVAL_COUNTED: '按期获批，附批准文件 {count} 份。',
  INDUSTRY_SALES_MISSING: '没有年度数据。',
  INDUSTRY_SALES_UNVERIFIED: '{year}年数据未核实，不计。',
  INDUSTRY_SALES_NO_DOCUMENT: '{year}年数据标为已核实但没有证明材料，无法认定，不计。',
  INDUSTRY_SALES_CHANGED: '{year}年数据核实后被修改，重新核实前不计。',
  INDUSTRY_SALES_ABOVE: '{year}年已核实销售收入 {salesCny} 元，超过5亿元。',
  INDUSTRY_SALES_NOT_ABOVE: '{year}年已核实销售收入 {salesCny} 元，未超过5亿元。',
} as const satisfies Messages;
