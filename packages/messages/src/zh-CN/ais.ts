// AIS 接入的文字。
import type { Messages } from '../types.ts';

export const ais = {
  AIS_SENTENCE_MALFORMED: {
    happened: '有一行不是 AIS 语句，或字段不完整。',
    means: '该行已计数，没有采用。',
    next: '如经常出现，请检查线缆、波特率和网关。',
  },
  AIS_SENTENCE_OTHER: {
    happened: '有一行是其他种类的语句，不是 AIS 报告。',
    means: '该行已计数，没有采用。',
    next: '无需处理；接收机可能同时发送自身位置。',
  },
  AIS_CHECKSUM_WRONG: {
    happened: '语句的校验和不符。',
    means: '语句在途中受损，没有采用。',
    next: '如经常出现，请检查电台、线缆和网关。',
  },
  AIS_LINE_TOO_LONG: {
    happened: '有一行在允许长度内没有结束。',
    means: '已丢弃到下一个行尾并计数。',
    next: '请确认发送方发送的确实是 AIS 语句。',
  },
  AIS_PART_MISSING: {
    happened: '多句组成的报文缺少一句。',
    means: '该报文已放弃并计数。',
    next: '空中少量丢失属正常；大量丢失请检查网络。',
  },
  AIS_TYPE_UNSUPPORTED: {
    happened: '报文类型在此不使用。',
    means: '已计数，没有采用。',
    next: '无需处理。',
  },
  AIS_MESSAGE_SHORT: {
    happened: '报文短于该类型的规定长度。',
    means: '已计数，没有采用。',
    next: '如某船经常发送，说明其应答器有故障。',
  },
  AIS_MMSI_IMPOSSIBLE: {
    happened: '报文中的 MMSI 不是九位数字。',
    means: '无法与其他船舶区分，没有采用。',
    next: '该船应答器未正确设置，可由岸台呼叫提醒。',
  },
  AIS_POSITION_IMPOSSIBLE: {
    happened: '报文给出的位置不在地球上。',
    means: '已计数，没有采用。',
    next: '如某船经常发送，说明其定位有故障或受到干扰。',
  },
  AIS_TIME_IMPOSSIBLE: {
    happened: '语句的时间在未来。',
    means: '已计数，没有采用，以免位置显得比实际更新。',
    next: '请校准接收机或网关的时钟。',
  },
  AIS_CONNECTIONS_FULL: {
    happened: '此 AIS 接入口已有 {limitCount} 个连接。',
    means: '新的连接已关闭。',
    next: '请关闭不用的接收机，或提高上限。',
  },
  AIS_CONNECTION_SILENT: {
    happened: '有一个连接一直没有送来一条校验正确的语句。',
    means: '连接已关闭并计数，位置让给真正的接收机。',
    next: '如果是接收机，请检查它的输出格式；有语句可送时它可以重新连接。',
  },
  AIS_DATAGRAMS_DROPPED: {
    happened: 'UDP 报文来得太快，内核丢弃了一部分。',
    means: '其中的船位没有收到，已按内核的计数计入。',
    next: '请改用 TCP，或提高内核的接收缓冲上限（net.core.rmem_max）。',
  },
  AIS_DATAGRAM_LOSS_UNKNOWN: {
    happened: '读不到内核的 UDP 丢包计数。',
    means: '可能有报文丢失而没有计数。',
    next: '要紧的数据请用 TCP；在 Linux 上请检查 /proc/net/udp 是否可读。',
  },
  AIS_STORE_FAILED: {
    happened: '船位没有存入（{detail}）。',
    means: '已按丢失计数。',
    next: '请查看数据库状态。',
  },
  AIS_PORT_UNAVAILABLE: {
    happened: '端口 {port} 无法打开（{detail}）。',
    means: '此 AIS 接入口没有开启。',
    next: '请换一个端口，或停止占用它的程序。',
  },
  AIS_FILE_UNREADABLE: {
    happened: '文件 {path} 无法读取（{detail}）。',
    means: '没有播放任何内容。',
    next: '请检查路径和权限。',
  },
} as const satisfies Messages;
