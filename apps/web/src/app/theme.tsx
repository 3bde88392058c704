// Theme: sets the attributes that tokens.css reads, and gives antd the same colours. antd derives
// shades, so it needs the values themselves; they are read from the style sheet, never repeated here.

import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { App as AntApp, ConfigProvider, theme as antd } from 'antd';
import type { GlobalToken, ThemeConfig } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { Preferences } from '@anlan/contracts';
import { readToken } from './tokens.ts';

type MapToken = Parameters<Exclude<ThemeConfig['algorithm'], undefined | readonly unknown[]>>[1] & GlobalToken;
export type MapMode = Preferences['mapMode'];

export function ThemeProvider(props: { readonly preferences: Preferences; readonly children: ReactNode }) {
  const { theme, locale, layout } = props.preferences;
  const wall = layout?.['wall'] === true;
  const config = useMemo(() => {
    // The attributes must stand before the tokens are read, so this is done while rendering.
    document.documentElement.dataset['theme'] = theme;
    document.documentElement.dataset['size'] = wall ? 'wall' : 'desk';
    document.documentElement.lang = locale;
    return antdTheme(theme, wall ? WALL_SCALE_RATIO : 1);
  }, [theme, wall, locale]);
  return (
    <ConfigProvider theme={config} locale={locale === 'en' ? enUS : zhCN} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      <AntApp component={false}>{props.children}</AntApp>
    </ConfigProvider>
  );
}

/** Day goes with light, night with dark; dusk only under dark. */
export function mapModeOf(preferences: Preferences): MapMode {
  if (preferences.theme === 'light') return 'day';
  return preferences.mapMode === 'dusk' ? 'dusk' : 'night';
}

function antdTheme(theme: Preferences['theme'], scaleRatio: number): ThemeConfig {
  const c = (name: `--${string}`) => readToken(name);
  return {
    algorithm: [theme === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm, antd.compactAlgorithm, (_seed, map) => ({ ...(map as MapToken), ...sizes(scaleRatio) })],
    token: {
      // Red, orange, yellow and blue are levels: antd's own states use text and accent colours.
      colorPrimary: c('--acc'), colorInfo: c('--acc'), colorSuccess: c('--ok'), colorWarning: c('--t2'), colorError: c('--t1'), colorLink: c('--acc'),
      colorBgBase: c('--panel'), colorTextBase: c('--t1'), colorBgContainer: c('--raised'), colorBgElevated: c('--raised'), colorBgLayout: c('--bg'),
      colorText: c('--t1'), colorTextSecondary: c('--t2'), colorTextTertiary: c('--t3'), colorTextPlaceholder: c('--t3'), colorTextDescription: c('--t3'),
      colorBorder: c('--line2'), colorBorderSecondary: c('--line'), colorTextLightSolid: c('--accOn'), controlItemBgActive: c('--accWash'),
      fontFamily: getComputedStyle(document.body).fontFamily, fontWeightStrong: 700, borderRadius: 4, motion: false, wireframe: false, boxShadow: 'none', boxShadowSecondary: 'none',
    },
    components: { Tooltip: { colorBgSpotlight: c('--raised'), colorTextLightSolid: c('--t1') } },
  };
}

/** The sizes of the guide; the compact algorithm alone would go below the smallest Chinese. */
function sizes(scaleRatio: number) {
  const px = (value: number) => Math.round(value * scaleRatio);
  return { fontSize: px(13), fontSizeSM: px(12), fontSizeLG: px(14), lineHeight: 20 / 13, lineHeightSM: 18 / 12, controlHeight: px(32), controlHeightSM: px(24), controlHeightLG: px(36) };
}

/** 1rem of a wall against that of a desk, as in base.css. */
const WALL_SCALE_RATIO = 1.6;
