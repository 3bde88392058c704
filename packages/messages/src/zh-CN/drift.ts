// 漂移模型的文字：拒绝、所作的假定、须提请注意之处。
import type { Messages } from '../types.ts';

export const drift = {
  DRIFT_INPUT_OUT_OF_RANGE: {
    happened: '{name} = {value}，不在 {min} 至 {max} 之间。',
    means: '公式在此范围之外不成立，没有作出预测。',
    next: '请核对数值和单位（一律国际单位制）。',
  },
  DRIFT_STEPS_UNEVEN: {
    happened: '{name} 为 {seconds} 秒，不是步长 {stepS} 秒的整数倍。',
    means: '预测时刻会落在两步之间，没有作出预测。',
    next: '请改为步长的整数倍，或改步长。',
  },
  DRIFT_OIL_UNKNOWN: {
    happened: '油品库中没有“{oilId}”。',
    means: '不用相近的油品代替，没有作出预测。',
    next: '请从油品库中选择；不知油种时选性质最接近的一种并记录理由。',
  },
  DRIFT_OIL_SINKS: {
    happened: '“{oilName}”在此水温下密度 {densityKgPerM3} kg/m³，不小于海水的 {waterDensityKgPerM3} kg/m³。',
    means: '这种油会下沉，水面漂移预测不适用。',
    next: '请核对油品、水温和海水密度；确属沉底油时按沉潜油预案处置。',
  },
  DRIFT_CURRENT_MISSING: {
    happened: '没有海流资料。',
    means: '无海流的漂移会指错方向，没有作出预测。',
    next: '请提供海流场；确要按静水计算时，请明确选择“假定静水”，结果上会注明。',
  },
  DRIFT_WIND_MISSING: {
    happened: '没有风的资料。',
    means: '无风的漂移会漏报下风岸线，没有作出预测。',
    next: '请提供风；确要按无风计算时，请明确选择“假定无风”，结果上会注明。',
  },
  DRIFT_COAST_MISSING: {
    happened: '没有岸线资料。',
    means: '油会穿过陆地，没有作出预测。',
    next: '请提供岸线；确在开阔水域时，请明确选择“假定无岸”，结果上会注明。',
  },
  DRIFT_FIELD_MALFORMED: {
    happened: '输入场 {field} 的 {what} 不完整或自相矛盾。',
    means: '无法取值，没有作出预测。',
    next: '请检查网格大小、数组长度、时刻是否递增、有无非数。',
  },
  DRIFT_FIELD_NOT_FINITE: {
    happened: '输入场 {field} 在 {lonDeg}、{latDeg} 于 {timeIso} 的值不是数。',
    means: '缺测不作零，也不插补，没有作出预测。',
    next: '请补全该时次该处的值；海流场的陆地格点请在水域掩膜中标为 0（* 表示全部）。',
  },
  DRIFT_FORCING_TOO_FAST: {
    happened: '输入场 {field} 在 {lonDeg}、{latDeg} 于 {timeIso} 达 {speedMps} m/s，超过可信上限 {maxMps} m/s。',
    means: '很可能是单位错误或填充值，没有作出预测。',
    next: '请核对单位（应为米每秒）和缺测填充值后重新提交（* 表示全部）。',
  },
  DRIFT_CURRENT_TIME_GAP: {
    happened: '海流资料没有覆盖 {fromIso} 至 {toIso}。',
    means: '缺的时段不外推，没有作出预测。',
    next: '请取更新的海流资料，或缩短预测时长。',
  },
  DRIFT_WIND_TIME_GAP: {
    happened: '风的资料没有覆盖 {fromIso} 至 {toIso}。',
    means: '缺的时段不外推，没有作出预测。',
    next: '请取更新的风预报、缩短预测时长，或明确选择“风持续不变”。',
  },
  DRIFT_RELEASE_ON_LAND: {
    happened: '溢油位置（{lonDeg}，{latDeg}）在陆地上，最近的水面约 {nearestWaterM} 米。',
    means: '无法确定从哪一侧入水，没有作出预测。',
    next: '请在地图上把位置移到水面，并核对经纬度。',
  },
  DRIFT_RELEASE_OUTSIDE_CURRENT: {
    happened: '溢油位置（{lonDeg}，{latDeg}）没有海流资料。',
    means: '不按零流速计算，没有作出预测。',
    next: '请核对位置，或提供覆盖该处的海流场。',
  },
  DRIFT_RELEASE_OUTSIDE_WIND: {
    happened: '溢油位置（{lonDeg}，{latDeg}）不在风场范围内。',
    means: '不按无风计算，没有作出预测。',
    next: '请核对位置，或提供覆盖该处的风场。',
  },
  DRIFT_SITE_MALFORMED: {
    happened: '敏感点 {siteId} 的范围（{what}）不成立。',
    means: '无法判断油是否到达，没有作出预测。',
    next: '请改正该敏感点的圆或多边形。',
  },
  DRIFT_CANCELLED: {
    happened: '预测在第 {stepIndex} 步（共 {stepCount} 步）被取消。',
    means: '没有结果，此前显示的粒子不作依据。',
    next: '需要时请重新请求预测。',
  },
  DRIFT_ASSUMED_STILL_WATER: '假定静水：没有海流，由请求者选定',
  DRIFT_ASSUMED_CALM: '假定无风：由请求者选定',
  DRIFT_ASSUMED_OPEN_WATER: '假定无岸：不计陆地，由请求者选定',
  DRIFT_ASSUMED_WIND_PERSISTS: '假定风持续不变：资料止于 {lastIso}，缺 {hours} 小时',
  DRIFT_ASSUMED_WINDAGE: '假定油膜随风漂移为风速的 {ratioMin} 至 {ratioMax} 倍，平均约百分之三',
  DRIFT_ASSUMED_DIFFUSION: '假定水平扩散系数 {diffusionM2PerS} m²/s',
  DRIFT_ASSUMED_ERRORS:
    '假定误差：风速比 {windSpeedRatioSigma}、风向 {windDirectionDegSigma}°、持续 {windCorrelationS} 秒；流速比 {currentSpeedRatioSigma}、流向 {currentDirectionDegSigma}°、持续 {currentCorrelationS} 秒；另加风 {windAdditiveMpsSigma} m/s、流 {currentAdditiveMpsSigma} m/s',
  DRIFT_ASSUMED_UNKNOWN_CURRENT_ERROR: '海流未知：各成员另加每分量 {sigmaMps} m/s 的随机流，使范围不因不知而变窄',
  DRIFT_ASSUMED_UNKNOWN_WIND_ERROR: '风未知：各成员另加每分量 {sigmaMps} m/s 的随机风，使范围不因不知而变窄',
  DRIFT_ASSUMED_BEACHED_EVAPORATES: '假定上岸的油按上岸时的油膜厚度继续蒸发，不再扩展，也不再下水',
  DRIFT_ASSUMED_WATER_DENSITY: '假定海水密度 {densityKgPerM3} kg/m³',
  DRIFT_ASSUMED_CUTS_FROM_API: '“{oilName}”没有馏程，按 API 度 {apiGravityDeg} 估算蒸发组分',
  DRIFT_ASSUMED_CUTS_VOLUME_TO_MASS: '“{oilName}”的馏程以体积计，按特性因数 {watsonFactor} 换算为质量',
  DRIFT_ASSUMED_DENSITY_FROM_API: '“{oilName}”没有实测密度，按 API 度 {apiGravityDeg} 估算',
  DRIFT_ASSUMED_DENSITY_ONE_POINT: '“{oilName}”只有一个密度，按每开 {expansionPerK} 的膨胀系数换算到水温',
  DRIFT_ASSUMED_VISCOSITY: '“{oilName}”没有实测黏度，取 {viscosityM2PerS} m²/s',
  DRIFT_WARN_CURRENT_INDICATIVE: '海流为示意场，不是实测或业务预报，仅供研判参考',
  DRIFT_WARN_CELLS_ENLARGED: '概率图网格由 {askedM} 米放大到 {usedM} 米',
  DRIFT_WARN_NEAREST_CURRENT: '有 {nearestCount} 个粒子步处在海流网格分辨不到的窄水道，取最近水格的流',
  DRIFT_WARN_CURRENT_UNRESOLVED: '有 {unresolvedCount} 个粒子到了没有海流资料的水域，计为出界',
  DRIFT_WARN_WIND_UNRESOLVED: '有 {unresolvedCount} 个粒子到了没有风资料的水域，计为出界',
  DRIFT_WARN_BELOW_POUR_POINT: '水温 {temperatureK} K 低于“{oilName}”的倾点 {pourPointK} K，油可能凝固，扩展和蒸发会偏大',
  DRIFT_WARN_VISCOSITY_ONE_POINT: '“{oilName}”只有一个黏度，随温度的变化为假定',
  DRIFT_WARN_VISCOSITY_RISES: '“{oilName}”的黏度记录随温度升高，不合物理，未用其斜率',
} as const satisfies Messages;
