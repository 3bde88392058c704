// 名录引擎的语句。
import type { Messages } from '../types.ts';

export const register = {
  REGISTER_UNKNOWN: {
    happened: '没有名为“{registerId}”的名录。',
    means: '无法读取或保存记录。',
    next: '请核对名录编号。',
  },
  REGISTER_NOT_VISIBLE: {
    happened: '您的角色不能查看名录“{registerId}”。',
    means: '没有显示任何记录。',
    next: '如工作需要，请向管理员申请角色。',
  },
  REGISTER_EDIT_FORBIDDEN: {
    happened: '您不能修改名录“{registerId}”中的记录“{id}”。',
    means: '记录保持不变。',
    next: '请由记录的责任单位或有权限的岗位修改。',
  },
  REGISTER_ID_UNREADABLE: {
    happened: '编号“{id}”不符合规则。',
    means: '记录没有保存。',
    next: '编号只用小写字母、数字和连字符，最多80位。',
  },
  REGISTER_RECORD_UNKNOWN: {
    happened: '名录“{registerId}”中没有记录“{id}”。',
    means: '无法读取或修改。',
    next: '请刷新列表后重试。',
  },
  REGISTER_RECORD_EXISTS: {
    happened: '名录“{registerId}”中已有记录“{id}”。',
    means: '没有新建记录。',
    next: '请修改已有记录，或换一个编号。',
  },
  REGISTER_RECORD_ARCHIVED: {
    happened: '记录“{id}”已归档（名录“{registerId}”）。',
    means: '归档的记录只能查看。',
    next: '如需修改，请先恢复并写明理由。',
  },
  REGISTER_RECORD_INVALID: {
    happened: '名录“{registerId}”的记录有{problemCount}处问题，第一处在“{fieldId}”。',
    means: '记录没有保存。',
    next: '请逐项更正后重新保存。',
  },
  REGISTER_REASON_MISSING: {
    happened: '归档或恢复记录“{id}”需要理由。',
    means: '记录保持不变。',
    next: '请写明理由。',
  },
  REGISTER_RECORD_HELD: {
    happened: '不能归档记录“{id}”：调度令占用其中 {heldValue}。',
    means: '记录保持不变，调度令也不变。',
    next: '请先完成或取消占用它的调度令，再归档。',
  },
  REGISTER_HELD_REASON_MISSING: {
    happened: '调度令占用“{id}”{heldValue}，此时退出可用状态需要理由。',
    means: '记录保持不变。',
    next: '请写明理由，理由记入历史；若不能继续执行，请取消调度令或改派。',
  },
  REGISTER_TRANSITION_UNKNOWN: {
    happened: '不能从状态“{from}”转到“{to}”。',
    means: '记录的状态没有改变。',
    next: '请按名录规定的状态顺序操作。',
  },
  REGISTER_FIELD_UNKNOWN: {
    happened: '名录没有“{field}”这一项。',
    means: '该项未被接受，记录没有保存。',
    next: '请删除该项或核对名称。',
  },
  REGISTER_FIELD_MISSING: {
    happened: '“{field}”必须填写。',
    means: '该项未被接受，记录没有保存。',
    next: '请补填。',
  },
  REGISTER_FIELD_TYPE: {
    happened: '“{field}”不能读作{type}类型。',
    means: '该项未被接受，记录没有保存。',
    next: '请按格式重新填写；时间要带时区。',
  },
  REGISTER_FIELD_RANGE: {
    happened: '“{field}”超出范围 {min} 至 {max}。',
    means: '该项未被接受，记录没有保存。',
    next: '请核对数值和单位。',
  },
  REGISTER_FIELD_LENGTH: {
    happened: '“{field}”超过 {max} 个字符。',
    means: '该项未被接受，记录没有保存。',
    next: '请缩短。',
  },
  REGISTER_FIELD_PATTERN: {
    happened: '“{field}”的内容“{text}”不符合格式。',
    means: '该项未被接受，记录没有保存。',
    next: '请按规定格式填写。',
  },
  REGISTER_FIELD_CHECK: {
    happened: '“{field}”的内容“{text}”未通过校验（{check}）。',
    means: '该项未被接受，记录没有保存。',
    next: '请核对是否抄错。',
  },
  REGISTER_FIELD_CODE: {
    happened: '“{field}”中没有代码“{text}”。',
    means: '该项未被接受，记录没有保存。',
    next: '请从列表中选择。',
  },
  REGISTER_FIELD_RELATION: {
    happened: '“{field}”指向的记录“{id}”不在名录“{registerId}”中。',
    means: '该项未被接受，记录没有保存。',
    next: '请先建立该记录，或选择已有记录。',
  },
  REGISTER_FIELD_FIXED: {
    happened: '“{field}”在建立后不能修改。',
    means: '该项未被接受，记录没有保存。',
    next: '如有错误，请归档本记录并新建。',
  },
  REGISTER_FIELD_SYSTEM: {
    happened: '“{field}”由系统记录，不能填写。',
    means: '该项未被接受，记录没有保存。',
    next: '请通过相应操作（如盘点、核查）改变它。',
  },
  REGISTER_FIELD_DOCUMENT: {
    happened: '“{field}”指向的附件 {id} 不存在，或不属于您的单位。',
    means: '该字段没有接受，记录没有保存。',
    next: '请上传文件本身。',
  },
  REGISTER_FIELD_VERIFY_FORBIDDEN: {
    happened: '您不能把“{field}”标为已核实。',
    means: '该字段没有接受，记录没有保存。',
    next: '请填报数据并附证明材料，由主管单位核实。',
  },
  REGISTER_FIELD_VERIFY_UNPROVED: {
    happened: '“{field}”没有附件，无从核实。',
    means: '该字段没有接受，记录没有保存。',
    next: '请先附上证明材料。',
  },
  REGISTER_FIELD_VERIFIED_KEPT: {
    happened: '“{field}”中已核实的“{key}”不能删除。',
    means: '该字段没有接受，记录没有保存。',
    next: '请改为更正这一行；更正后变为未核实，待主管单位重新核实。',
  },
  REGISTER_VERIFY_UNKNOWN: {
    happened: '名录“{registerId}”不对整条记录核实。',
    means: '没有记录。',
    next: '如有逐行核实的数据，请核实该行。',
  },
  REGISTER_VERIFY_FORBIDDEN: {
    happened: '您不能核实“{registerId}”的记录“{id}”。',
    means: '没有记录。',
    next: '请由值班台或储备管理员核实。',
  },
  REGISTER_VERIFY_OWN: {
    happened: '“{registerId}”的记录“{id}”属于您所在单位。',
    means: '没有记录：本单位的填报不能由本单位核实。',
    next: '请由其他单位的人员核实。',
  },
  REGISTER_VERIFY_UNPROVED: {
    happened: '“{registerId}”的记录“{id}”在“{field}”没有附件。',
    means: '没有记录。',
    next: '请先上传附件，再核实。',
  },
  REGISTER_TABLE_COLUMN_UNKNOWN: {
    happened: '表头中的“{column}”不是本名录的列。',
    means: '文件没有导入。',
    next: '请用导出的表头作为模板。',
  },
  REGISTER_TABLE_KEY_MISSING: {
    happened: '该行缺少识别列“{column}”。',
    means: '该行没有导入。',
    next: '请补填识别列。',
  },
  REGISTER_TABLE_KEY_DOUBLED: {
    happened: '识别列“{column}”的值“{text}”在文件中重复。',
    means: '后一行没有导入。',
    next: '请合并或删除重复的行。',
  },
} as const satisfies Messages;
