// The acceptance checks of the visual guide on every room, as it is drawn: no page scroll, contrast,
// type, level hues, a queue that holds still, keyboard, and the sheets that are printed. No pictures
// are compared (8.7): those of the map are larger than a repository should carry.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { VisualCase } from './case.ts';
import { startVisualCase } from './case.ts';
import { openBrowser, openSeat, ROOT, signInByCookie } from './harness.ts';
import type { Seat } from './harness.ts';
import { clippedWords, faintTexts, strayHues, typeUse } from './in-page.ts';

let given: VisualCase;
let browser: Browser;
let seat: Seat;

beforeAll(async () => {
  [given, browser] = await Promise.all([startVisualCase(), openBrowser()]);
  seat = await openSeat(browser);
  await signInByCookie(seat, given.server, 'duty');
});
afterAll(async () => {
  await browser?.close();
  await given?.server.stop();
});

const rooms = (): readonly string[] => {
  const id = given.incidentId;
  return [`/watch?on=incident/${id}`, `/forecast/${id}`, `/plan/${id}`, `/dispatch/${id}`, `/review/${id}`, '/readiness', '/readiness/stock-lots', '/industry', '/notices', '/signals', '/review'];
};
const inPage = async (path: string): Promise<void> => {
  await seat.page.goto(`${given.server.address}${path}`);
  await seat.page.locator('.room > *').first().waitFor();
  await settled(seat.page);
};

describe('visual guide 8.1 to 8.4: every room as it is drawn', () => {
  it('S-327: in Chinese, dark and light, tall and low: no page scroll, words fit, text can be read, type and level hues are the guide’s, axe finds nothing serious', async () => {
    const { page } = seat;
    await prefer({ theme: 'dark', locale: 'zh-CN', mapMode: 'night', layout: {} });
    const faults: string[] = [];
    for (const path of rooms()) {
      await page.setViewportSize({ width: 1366, height: 768 });
      await inPage(path);
      faults.push(...(await faultsOf(page, `${path} dark`, 768)));
      // Structure and names do not change with the colours: axe looks once; contrast is measured in both.
      const axe = await new AxeBuilder({ page }).exclude('canvas').disableRules(['color-contrast']).analyze();
      faults.push(...axe.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${path} axe ${id} ${nodes.map(({ html }) => html.slice(0, 160)).slice(0, 2).join(' | ')}`));
      await page.setViewportSize({ width: 1366, height: 650 });
      await page.getByRole('button', { name: '切换明暗' }).click();
      await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'light');
      // Colours of buttons pass over 80 ms; what is measured is where they end.
      await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
      faults.push(...(await faultsOf(page, `${path} light`, 650)));
      await page.getByRole('button', { name: '切换明暗' }).click();
    }
    expect(faults).toEqual([]);
  }, SLOW_MS);

  it('S-327: in English words fit too', async () => {
    const { page } = seat;
    await prefer({ theme: 'light', locale: 'en' });
    await page.setViewportSize({ width: 1366, height: 768 });
    const faults: string[] = [];
    for (const path of rooms().slice(0, 10)) {
      await inPage(path);
      faults.push(...(await faultsOf(page, `${path} en`, 768)));
    }
    expect(faults).toEqual([]);
  }, SLOW_MS);
});

describe('visual guide 8.5: a level without its colour', () => {
  it('every level is named by numeral and by number of segments, in the queue and in the badge', async () => {
    const { page } = seat;
    await prefer({ theme: 'dark', locale: 'zh-CN' });
    for (const [levelIndex, numeral] of [[1, 'Ⅰ'], [2, 'Ⅱ'], [3, 'Ⅲ'], [4, 'Ⅳ']] as const) {
      await given.server.call('commander', 'decideLevel', { params: { id: given.incidentId }, body: { levelIndex, reason: '调整级别' } });
      await inPage(`/watch?on=incident/${given.incidentId}`);
      const mark = page.locator('.queue-row .level-mark').first();
      await page.locator(`.queue-row .level-mark.l${levelIndex}`).waitFor();
      expect([await mark.locator('b').innerText(), await mark.locator('.on').count(), await mark.locator('.off').count()]).toEqual([numeral, 5 - levelIndex, levelIndex - 1]);
      const badge = page.locator('.incident-panel .level-badge').first();
      expect([await badge.innerText(), await badge.locator('.on').count()]).toEqual([`${'一二三四'[levelIndex - 1] ?? ''}级响应`, 5 - levelIndex]);
    }
    await given.server.call('commander', 'decideLevel', { params: { id: given.incidentId }, body: { levelIndex: 2, reason: '调整级别' } });
  });
});

describe('visual guide 7: keyboard', () => {
  it('focus is always seen, and every room of the loop is reached without a mouse', async () => {
    const { page } = seat;
    await inPage(`/watch?on=incident/${given.incidentId}`);
    const unseen: string[] = [];
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press('Tab');
      const found = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return undefined;
        const style = getComputedStyle(element);
        return { name: `${element.tagName}.${element.className} ${element.getAttribute('aria-label') ?? ''}`, seen: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1 };
      });
      if (found !== undefined && !found.seen) unseen.push(found.name);
    }
    expect(unseen).toEqual([]);
    for (const [key, room] of [['f', 'forecast'], ['p', 'plan'], ['d', 'dispatch'], ['r', 'review']] as const) {
      await inPage(`/watch?on=incident/${given.incidentId}`);
      await page.locator('.incident-panel h1').waitFor();
      await page.keyboard.press(key);
      await page.waitForURL(new RegExp(`/${room}/`));
    }
  });

  it('keys are left to an input method while it composes', async () => {
    const { page } = seat;
    await inPage(`/watch?on=incident/${given.incidentId}`);
    await page.locator('.incident-panel h1').waitFor();
    const formCount = async (init: object) => {
      await page.evaluate((press) => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', code: 'KeyN', cancelable: true, bubbles: true, ...press })), init);
      await page.waitForTimeout(200);
      return page.locator('.panel-form').count();
    };
    expect([await formCount({ isComposing: true }), await formCount({ keyCode: 229 }), await formCount({})]).toEqual([0, 0, 1]);
    await page.locator('#reason').fill('xian chang');
    await page.locator('#reason').dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    await page.waitForTimeout(300);
    expect(await page.locator('.panel-form').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.locator('.panel-form').waitFor({ state: 'detached' });
  });
});

describe('visual guide 6: what is pinned to a wall', () => {
  it.each([['incident', '事件单', (id: string) => `/watch?on=incident/${id}`], ['plan', '方案', (id: string) => `/plan/${id}`], ['review', '评估', (id: string) => `/review/${id}`]] as const)('the %s sheet says what it is, of what time, from which seat, the level in words, and has numbered pages', async (name, title, hrefOf) => {
    const { page } = seat;
    await prefer({ theme: 'dark', locale: 'zh-CN', mapMode: 'night', layout: {} });
    await page.setViewportSize({ width: 1366, height: 768 });
    await inPage(hrefOf(given.incidentId));
    await page.locator('h1', { hasText: '岙山泊位输油臂拉脱' }).first().waitFor();
    mkdirSync(join(ROOT, 'artifacts/screens'), { recursive: true });
    const pdf = await page.pdf({ path: join(ROOT, 'artifacts/screens', `sheet-${name}.pdf`), preferCSSPageSize: true, printBackground: true });
    // A4 portrait, 595 × 842 points.
    expect(pdf.toString('latin1')).toMatch(/MediaBox ?\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    await page.emulateMedia({ media: 'print' });
    onTestFinished(() => page.emulateMedia({ media: 'screen' }));
    const line = page.locator('.print-only:visible').first();
    expect(await line.innerText()).toMatch(new RegExp(`安澜 · ${title} · 截至 2026-11-24 03:00:00 · 打印 2026-11-24 03:00:00 UTC\\+8 · 周岚`));
    expect(await page.locator('.level-badge:visible').first().innerText()).toBe('二级响应');
    expect(await page.locator('.level-badge:visible').first().evaluate((badge) => getComputedStyle(badge).backgroundColor)).toBe('rgba(0, 0, 0, 0)');
    expect(await page.locator('.command-row:visible, .queue:visible, .btn.primary:visible').count()).toBe(0);
    expect(await page.evaluate(() => [...document.styleSheets].some((sheet) => [...sheet.cssRules].some((rule) => rule.cssText.includes('counter(pages)'))))).toBe(true);
  });
});

describe('visual guide 8.6: the queue holds still', () => {
  it('twenty reports do not move the selected row by a pixel, and nothing on the page shifts', async () => {
    const { page } = seat;
    await prefer({ theme: 'dark', locale: 'zh-CN', mapMode: 'night', layout: {} });
    await page.setViewportSize({ width: 1366, height: 768 });
    await inPage(`/watch?on=incident/${given.incidentId}`);
    const row = page.locator('.queue-row.selected');
    await row.waitFor();
    await page.waitForTimeout(4000); // What the room itself still reads is no work of the reports.
    const before = await row.boundingBox();
    await page.evaluate(() => {
      const kept = window as unknown as { shifts: string[] };
      kept.shifts = [];
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
        const { sources } = entry as unknown as { sources: readonly { node: Element | null }[] };
        kept.shifts.push(...sources.map(({ node }) => `${node?.nodeName ?? ''} ${node?.parentElement?.className ?? ''}`));
      })).observe({ type: 'layout-shift' });
    });
    for (let i = 0; i < 20; i++) await postReport(i);
    await page.getByText(/海面油污 19/).first().waitFor({ state: 'attached', timeout: 15_000 });
    await page.waitForTimeout(500);
    expect(await row.boundingBox()).toEqual(before);
    expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
  });
});

async function faultsOf(page: Page, where: string, heightPx: number): Promise<string[]> {
  const { scrollWidth, scrollHeight } = await page.evaluate(() => ({ scrollWidth: document.documentElement.scrollWidth, scrollHeight: document.documentElement.scrollHeight }));
  const type = await page.evaluate(typeUse);
  const found: readonly (readonly [string, readonly unknown[]])[] = [
    ['page scroll', scrollWidth > 1366 || scrollHeight > heightPx ? [scrollWidth, scrollHeight] : []],
    ['clipped', await page.evaluate(clippedWords, '.queue-name, td, dd')],
    ['contrast', await faintForGood(page)],
    ['Chinese below 12 px', type.smallChinese],
    ['sizes', type.sizesPx.length > 7 ? type.sizesPx : []],
    ['weights', type.weights.filter((weight) => weight !== '400' && weight !== '700')],
    ['hues of levels', await page.evaluate(strayHues)],
  ];
  return found.filter(([, things]) => things.length > 0).map(([kind, things]) => `${where} ${kind}: ${JSON.stringify(things)}`);
}

/** A button that wakes passes from dashed to filled within 80 ms; what is still faint a moment later is faint. */
async function faintForGood(page: Page): Promise<readonly unknown[]> {
  const first = await page.evaluate(faintTexts, 4.5);
  if (first.length === 0) return first;
  await page.waitForTimeout(600);
  return page.evaluate(faintTexts, 4.5);
}

async function prefer(part: object): Promise<void> {
  const kept = (await given.server.call('duty', 'getPreferences')).body as object;
  const { statusCode } = await given.server.call('duty', 'putPreferences', { body: { ...kept, ...part } });
  expect(statusCode).toBe(200);
}

async function postReport(index: number): Promise<void> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ idempotencyKey: `visual-report-${String(index).padStart(6, '0')}`, what: `海面油污 ${index}`, placeText: '沈家门', phone: '13900000002' })) form.set(name, value);
  const answered = await fetch(`${given.server.address}/api/public/reports`, { method: 'POST', body: form, headers: { origin: given.server.address } });
  expect(answered.status).toBeLessThan(300);
}

/** Until nothing is being read any more. */
async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(400);
  await page.getByText(/^(正在读取|Loading)/).first().waitFor({ state: 'detached', timeout: 5000 }).catch(() => undefined);
}

/** Every room several times over: on a busy machine that takes its time. */
const SLOW_MS = 480_000;
