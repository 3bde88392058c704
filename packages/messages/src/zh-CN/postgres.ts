// 数据库及其启动器的文字。
import type { Messages } from '../types.ts';

export const postgres = {
  POSTGRES_UNAVAILABLE: {
    happened: '数据库没有响应（{detail}）。',
    means: '本次内容没有记录；此前已确认的内容不会丢失。',
    next: '请重试；数据库恢复后系统会自动重新连接。',
  },
  POSTGRES_BUSY: {
    happened: '数据库暂时繁忙（{detail}）。',
    means: '本次内容没有记录。',
    next: '请几秒后重试。',
  },
  POSTGRES_INGEST_BUSY: {
    happened: '监测数据到达太快，来不及入库：排队 {queuedCount} 条，上限 {limitCount} 条。',
    means: '这一批没有接收；此前已确认的数据是安全的。',
    next: '发送方请保留这一批，稍后重发。',
  },
  POSTGRES_DISK_FULL: {
    happened: '数据库所在磁盘已满（{detail}）。',
    means: '腾出空间之前无法记录新内容。',
    next: '请清理磁盘，或把数据目录移到更大的磁盘；之后会自动恢复记录。',
  },
  POSTGRES_FAILED: {
    happened: '数据库拒绝执行（SQLSTATE {sqlState}）：{detail}。',
    means: '本次内容没有记录；这是软件的缺陷，不是您的输入有误。',
    next: '请把时间和当时的操作报告给维护人员。',
  },
  POSTGRES_VALUE_UNSTORABLE: {
    happened: '{field} 的值无法存储（{detail}）。',
    means: '这一批没有记录。',
    next: '请在发送方更正后重发。',
  },
  POSTGRES_CLOSED: {
    happened: '数据库连接已经关闭。',
    means: '服务正在停止，本次内容没有记录。',
    next: '请在服务启动后重试。',
  },
  POSTGRES_ARTEFACT_TOO_LARGE: {
    happened: '文件有 {sizeBytes} 字节，最多接收 {limitBytes} 字节。',
    means: '文件没有保存。',
    next: '请压缩或拆分后再发送。',
  },
  POSTGRES_VERSION_TOO_OLD: {
    happened: '数据库是 PostgreSQL {found}，至少需要 {needed}。',
    means: '服务不会在它上面启动。',
    next: '请升级数据库，或取消 DATABASE_URL 以使用内置数据库。',
  },
  POSTGRES_MIGRATION_CHANGED: {
    happened: '数据结构第 {version} 步（{name}）与建库时不一致。',
    means: '为避免损坏数据，服务没有启动。',
    next: '请使用建库时的软件版本，或恢复该步骤的原样。',
  },
  POSTGRES_MIGRATION_NEWER: {
    happened: '数据库的结构版本是 {found}，本软件只认识到 {known}。',
    means: '为避免损坏数据，服务没有启动。',
    next: '请启动较新的软件版本。',
  },
  POSTGRES_MOVES_OUTSIDE_LOG: {
    happened: '本数据库建于储备收发纳入哈希链之前。',
    means: '其储备数量无法由事件推出，因此服务没有在其上启动；数据未作任何改动。',
    next: '请使用新的数据目录或数据库，本数据库请与建立它的版本一并保留。',
  },
  POSTGRES_PLATFORM_UNSUPPORTED: {
    happened: '没有适用于 {platform} {arch} 的内置数据库，或其软件包未安装。',
    means: '内置数据库无法启动。',
    next: '请重新执行 npm install（含可选包），或用 DATABASE_URL 指定 PostgreSQL 15 以上的数据库。',
  },
  POSTGRES_INIT_FAILED: {
    happened: '数据库创建失败：{detail}。',
    means: '服务没有启动；没有留下半成品。',
    next: '请检查数据目录的空间和权限后重新启动。',
  },
  POSTGRES_START_FAILED: {
    happened: '数据库没有启动：{detail}。',
    means: '服务没有启动；已记录的数据没有改动。',
    next: '请查看数据目录中的 postgres.log，其中写明原因。',
  },
  POSTGRES_ALREADY_RUNNING: {
    happened: '数据目录 {dataDir} 正被另一个服务使用（{holder}）。',
    means: '两个服务共用一个目录会损坏数据，所以本服务没有启动。',
    next: '请先停止另一个服务，或用 ANLAN_DATA 指定其他目录。',
  },
  POSTGRES_NOT_RUNNING: {
    happened: '{dataDir} 中没有正在运行的数据库。',
    means: '命令没有可读取的数据。',
    next: '请先用 npm start 启动服务。',
  },
  POSTGRES_CLUSTER_MAJOR: {
    happened: '{dataDir} 中的数据属于 PostgreSQL {clusterMajor}，当前安装的是 {binaryMajor}。',
    means: '不能直接打开这些文件；它们没有改动。',
    next: '请用原来的软件版本导出，再导入新的目录。',
  },
  POSTGRES_DIRECTORY_UNREACHABLE: {
    happened: '数据库的系统用户 {user} 无法到达 {path}。',
    means: '以 root 身份时，内置数据库无法在那里启动。',
    next: '请用 ANLAN_DATA 指定 /root 以外的目录，或以普通用户启动。',
  },
  POSTGRES_USER_FAILED: {
    happened: '无法建立数据库的系统用户 {user}：{detail}。',
    means: '数据库不以 root 身份运行，所以没有启动。',
    next: '请手工建立该用户（useradd --system {user}），或以普通用户启动。',
  },
} as const satisfies Messages;
