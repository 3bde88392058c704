// 事件日志的文字。
import type { Messages } from '../types.ts';

export const log = {
  LOG_VERSION_CONFLICT: {
    happened: '{stream} 已被他人先行修改：您看到的是第 {expectedVersion} 版，现在是第 {actualVersion} 版。',
    means: '您的修改没有记录，以免覆盖他人的修改。',
    next: '请查看最新状态后重新决定。',
  },
  LOG_HOLDING_SHORT: {
    happened: '{holdingId} 数量不足：需要 {wanted}，可用 {available}。',
    means: '没有预占也没有出库，本次调度整体未记录。',
    next: '请按可用数量申请，或改用其他来源。',
  },
  LOG_HOLDING_UNKNOWN: {
    happened: '没有编号为 {holdingId} 的储备。',
    means: '没有预占也没有出库。',
    next: '请核对物资储备、社会储备或生产能力储备的登记。',
  },
  LOG_CHAIN_BROKEN: {
    happened: '{realm} 的哈希链在第 {positionIndex} 位断开，此前 {eventCount} 条事件完好。',
    means: '该处的事件在记录之后被改动、删除、插入或调换。',
    next: '请原样保留本数据库供查证，并恢复最近一份能通过校验的备份。',
  },
  LOG_TAIL_CUT: {
    happened: '{realm} 的日志有 {eventCount} 条事件，而 {at} 记下的链头是第 {checkpointCount} 条（{hash}）。',
    means: '日志尾部缺失：已确认的事件不见了。',
    next: '请原样保留本数据库，并恢复含有该链头的备份。',
  },
  LOG_REWRITTEN: {
    happened: '{realm} 的日志有 {eventCount} 条事件，其中没有哈希为 {hash} 的事件；该链头于 {at} 记下，当时为 {checkpointCount} 条。',
    means: '链条自身完好，但不是当时记下的那一条：日志被重写过，或这是另一个数据库。',
    next: '请原样保留本数据库，并恢复含有该链头的备份。',
  },
  LOG_HEAD_NOT_FOUND: {
    happened: '各域日志中都没有哈希为 {hash} 的事件。',
    means: '日志不含您保存的链头：尾部被截断、日志被重写，或这是另一个数据库。',
    next: '请逐字核对哈希；无误则原样保留本数据库，并恢复含有该链头的备份。',
  },
  LOG_HOLDING_DIFFERS: {
    happened: '{realm} 的 {holdingId}：按事件在库/占用为 {logged}，表中为 {kept}。',
    means: '该表在日志之外被改动过，调度与方案所依据的数量有误。',
    next: '请查明何人改动，再运行 `anlan rebuild` 按事件重建该表。',
  },
  LOG_CHECKPOINT_UNREADABLE: {
    happened: '{path} 第 {lineIndex} 行无法读取。',
    means: '保存在日志之外的链头已损坏或被改动，其证明作用已失去。',
    next: '请用另外保存的链头核对：`anlan log verify --head 哈希`。',
  },
  LOG_DRILL_CANNOT_LEAVE: {
    happened: '这是演练 {realm} 的内容，不能发往真实世界。',
    means: '演练不会触及真实的人员、信息和物资。',
    next: '如需真实处置，请在演练之外重新操作。',
  },
} as const satisfies Messages;
