// 导入开放街图道路数据的文字。
import type { Messages } from '../types.ts';

export const osm = {
  OSM_TYPE_UNKNOWN: {
    happened: '文件 {name} 不是可导入的类型。',
    means: '没有读入道路。',
    next: '请提供 .osm、.osm.pbf 或 .geojson。',
  },
  OSM_TOO_LARGE: {
    happened: '该数据有 {count} 个（{what}）。',
    means: '超过 {countMax}，内存放不下，没有读入。',
    next: '请截取更小的范围，或用 PBF 代替 XML。',
  },
  OSM_UNREADABLE: {
    happened: '这不是 {format}：{detail}。',
    means: '没有读入道路。',
    next: '请检查文件是否完整、类型是否与文件名相符。',
  },
  OSM_FEATURE_UNKNOWN: {
    happened: '该数据要求功能 {feature}，导入程序不支持。',
    means: '读入可能出错，没有读入。',
    next: '请重新导出，不带该功能。',
  },
  OSM_NO_ROADS: {
    happened: '{wayCount} 条线中没有一条是车行道路。',
    means: '无法生成路网。',
    next: '请检查数据的范围和标签。',
  },
} as const satisfies Messages;
