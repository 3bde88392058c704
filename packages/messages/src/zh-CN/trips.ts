// 路径编排的文字：拒绝，以及任务未排入的原因。
import type { Messages } from '../types.ts';

export const trips = {
  TRIP_TEXT_WRONG: { happened: '路径文件在 {what} 处无法读取：{given}。', means: '没有编排路线。', next: '请给出 Solomon 格式，或含 NODE_COORD_SECTION、DEMAND_SECTION、TIME_WINDOW_SECTION、DEPOT_SECTION 的格式。' },
  TRIP_INPUT_WRONG: { happened: '{name} 不合要求：{given}。', means: '没有编排路线。', next: '请改正算例；--schema 给出格式。' },
  TRIP_PINNED_IMPOSSIBLE: { happened: '运力 {vehicleId} 无法按已下达的次序完成任务 {jobId}。', means: '这会打断正在执行的命令，没有编排路线。', next: '请撤回或变更该命令，或改正其时间窗、装载量、地点。' },
  TRIP_TOO_LARGE: '{what} 为 {given}，超出可派运力的最大装载（{most}）',
  TRIP_WINDOW_BEFORE_ARRIVAL: '最早到达（{arrives}）晚于时间窗关闭（{closes}）',
  TRIP_RETURN_TOO_LATE: '返回时间为 {back}，晚于 {closes}',
  TRIP_FLEET_TOO_SMALL: '单独派一个运力可以完成，但全部 {vehicles} 个运力已被其他任务占用',
  TRIP_NO_SKILL: '没有运力具备技能 {what}',
  TRIP_NO_CLASS: '没有可承担这一段的运力类别：{what}',
  TRIP_GROUP_REFUSED: '没有运力可以装运 {what} 类',
  TRIP_NO_WAY: '没有运力能到达 {what}',
  TRIP_NOT_WORTH: '完成它的代价为 {cost}，高于不排入的代价（{limit}）',
  TRIP_NO_TIME: '没有运力能完成并按时结束：班次最晚到 {until}，值勤上限、返回和时间窗没有余地',
} as const satisfies Messages;
