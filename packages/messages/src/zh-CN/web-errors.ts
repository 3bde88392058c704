// 网页自己的错误。
import type { Messages } from '../types.ts';

export const webErrorsText = {
  WEB_SERVER_UNREACHABLE: { happened: '连不上服务器。', means: '刚才的操作没有送达，屏幕上的数据停在上次同步的时刻。', next: '请检查网络；恢复后会自动重连，再做一次刚才的操作。' },
  WEB_ANSWER_UNREADABLE: { happened: '服务器的回答读不懂（状态 {status}）。', means: '不能确定刚才的操作是否成功。', next: '请重新载入，核对结果后再操作；仍然如此请联系管理员。' },
  WEB_BASEMAP_MISSING: { happened: '底图文件 {path} 取不到。', means: '地图缺少这一层，位置和预测仍按坐标显示。', next: '请联系管理员检查地区包的底图文件。' },
  WEB_MAP_UNSUPPORTED: { happened: '这台设备画不了地图（没有 WebGL2）。', means: '队列、表单和时限照常可用，只是没有地图。', next: '请换用较新的浏览器，或打开显卡加速。' },
  WEB_LOCATION_UNAVAILABLE: { happened: '取不到手机位置（{reason}）。', means: '位置要用别的办法说明。', next: '请在地图上点一下，或用文字写明地点。' },
  WEB_PHOTO_UNREADABLE: { happened: '照片 {name} 读不出来。', means: '这张照片没有附上，其他内容不受影响。', next: '请换一张照片，或不带照片提交。' },
  WEB_DEVICE_STORE_FULL: { happened: '手机存储已满，报告没有存下。', means: '现在离开这一页会丢失内容。', next: '请去掉照片再试，或直接拨打值班电话。' },
  WEB_SCREEN_FAILED: { happened: '这块屏幕出错了（{detail}）。', means: '其他部分照常工作，数据没有丢失。', next: '请重试；仍然如此请重新载入页面。' },
} as const satisfies Messages;
