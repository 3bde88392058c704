// The two national trees as far as they are sure enough to hang a line on: fields and directions of
// 《应急产业重点产品和服务指导目录（2015年）》 (4 fields, 15 directions; names likely) and the four
// classes of 《安全应急产业分类指导目录（2021年版）》 (sure). Which class took over a field is our reading.

import type { CatalogueTrees, TreeNode } from './trees.ts';

const node = (code: string, parentCode: string | null, zh: string, en: string, successorCode?: string): TreeNode =>
  ({ code, parentCode, names: { zh, en }, ...(successorCode === undefined ? {} : { successorCode }) });

export const nationalTrees: CatalogueTrees = {
  tree2021: [
    node('2021', null, '安全应急产业分类指导目录（2021年版）', 'Safety and emergency industry, 2021'),
    node('2021.1', '2021', '安全防护类', 'Safety protection'),
    node('2021.2', '2021', '监测预警类', 'Monitoring and warning'),
    node('2021.3', '2021', '应急救援处置类', 'Emergency rescue and response'),
    node('2021.4', '2021', '安全应急服务类', 'Safety and emergency services'),
  ],
  tree2015: [
    node('2015', null, '应急产业重点产品和服务指导目录（2015年）', 'Emergency industry, key products and services, 2015'),
    node('2015.1', '2015', '监测预警', 'Monitoring and warning', '2021.2'),
    node('2015.1.1', '2015.1', '自然灾害监测预警', 'natural disasters'),
    node('2015.1.2', '2015.1', '事故灾难监测预警', 'accidents'),
    node('2015.1.3', '2015.1', '公共卫生监测预警', 'public health'),
    node('2015.1.4', '2015.1', '社会安全监测预警', 'public security'),
    node('2015.1.5', '2015.1', '其他监测预警', 'other monitoring'),
    node('2015.2', '2015', '预防防护', 'Prevention and protection', '2021.1'),
    node('2015.2.1', '2015.2', '个体防护', 'personal protection'),
    node('2015.2.2', '2015.2', '设备设施防护', 'protection of plant'),
    node('2015.2.3', '2015.2', '火灾防护', 'fire protection'),
    node('2015.2.4', '2015.2', '其他防护', 'other protection'),
    node('2015.3', '2015', '处置救援', 'Response and rescue', '2021.3'),
    node('2015.3.1', '2015.3', '现场保障', 'support on scene'),
    node('2015.3.2', '2015.3', '生命救护', 'saving life'),
    node('2015.3.3', '2015.3', '抢险救援', 'emergency repair and rescue'),
    node('2015.4', '2015', '应急服务', 'Emergency services', '2021.4'),
    node('2015.4.1', '2015.4', '事前预防服务', 'prevention services'),
    node('2015.4.2', '2015.4', '社会化救援', 'rescue by society'),
    node('2015.4.3', '2015.4', '其他应急服务', 'other emergency services'),
  ],
};
