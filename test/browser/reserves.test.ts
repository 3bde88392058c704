// The boards between incidents, as people use them: forces check in and the board changes by itself;
// a transfer is received by what was counted; a vessel's reach is drawn and says why it does not sail.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestServer } from '../server-harness.ts';
import { startTestServer } from '../server-harness.ts';
import { look, openBrowser, openSeat, signInByCookie, WEB_DIST } from './harness.ts';
import type { Seat } from './harness.ts';

let server: TestServer;
let browser: Browser;
let duty: Seat;

beforeAll(async () => {
  [server, browser] = await Promise.all([startTestServer({ ANLAN_WEB: WEB_DIST }), openBrowser()]);
  duty = await seatOf('duty');
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function seatOf(who: string, options: { readonly width?: number; readonly height?: number; readonly phone?: boolean } = {}): Promise<Seat> {
  const seat = await openSeat(browser, options);
  await signInByCookie(seat, server, who);
  return seat;
}
const settle = (page: Page) => page.waitForTimeout(600);

describe('the readiness board', () => {
  it('S-366: a unit that checks in as limited changes the board of another seat by itself, with its reason', async () => {
    const { page } = duty;
    await page.goto(`${server.address}/readiness/board`);
    await page.locator('.board-list tbody tr').first().waitFor();
    const limited = page.getByRole('button', { name: /受限/ });
    const before = Number(/(\d+)$/.exec((await limited.innerText()).trim())?.[1]);
    await look(page, '41-readiness-board');
    const crew = await seatOf('commander');
    await crew.page.goto(`${server.address}/readiness/board?state=available`);
    await crew.page.locator('.board-list tbody tr').first().waitFor();
    await crew.page.getByLabel('受限', { exact: true }).check();
    expect(await crew.page.getByRole('button', { name: '报到', exact: true }).isDisabled(), 'limited without a reason is not sent').toBe(true);
    await crew.page.getByLabel('说明').fill('主机检修，航速减半');
    await crew.page.getByRole('button', { name: '报到', exact: true }).click();
    await expect.poll(async () => Number(/(\d+)$/.exec((await limited.innerText()).trim())?.[1]), { timeout: 15_000 }).toBe(before + 1);
    await limited.click();
    await page.locator('.board-list tbody tr', { hasText: '主机检修，航速减半' }).waitFor();
    await look(page, '42-board-limited');
    await crew.context.close();
  });

  it('a package is as ready as its least part, which is named', async () => {
    const { page } = duty;
    await page.getByRole('button', { name: /成套力量/ }).click();
    await page.locator('.rs-table').getByText('短板').first().waitFor();
    await look(page, '43-board-packages');
  });
});

describe('the stores', () => {
  it('S-447: what lies where, and a transfer that is received by what was counted, with its difference', async () => {
    const places = (await server.call('reserve', 'listWarehouses')).body as readonly { readonly facilityId: string; readonly lotCount: number }[];
    const [from, target] = places.toSorted((a, b) => b.lotCount - a.lotCount);
    const held = (await server.call('reserve', 'getWarehouse', { params: { id: from?.facilityId ?? '' } })).body;
    const lot = held.zones.flatMap((zone: { bins: readonly { lots: readonly { lotId: string; availableValue: number }[] }[] }) => zone.bins.flatMap((bin) => bin.lots)).find((one: { availableValue: number }) => one.availableValue >= 20);
    const sent = await server.call('reserve', 'sendTransfer', { body: { toFacilityId: target?.facilityId ?? '', lines: [{ lotId: lot.lotId, quantityValue: 20 }], dueAt: null, carrierText: '保障车1', note: '前置' } });
    expect(sent.statusCode, JSON.stringify(sent.body)).toBe(200);
    const keeper = await seatOf('reserve');
    const { page } = keeper;
    await page.goto(`${server.address}/readiness/stores?place=${held.facilityId}`);
    await page.locator('.store-bin').first().waitFor();
    await settle(page);
    await look(page, '44-stores');
    await page.getByRole('button', { name: '单据' }).click();
    await page.getByRole('button', { name: '调拨' }).click();
    await page.locator('.store-entries input').fill('18');
    await page.getByLabel('说明（必填）').fill('缺两米，待查');
    await look(page, '45-transfer-received');
    await page.getByRole('button', { name: '收货' }).click();
    await page.getByText('有差异').waitFor();
    await page.getByRole('button', { name: '补货' }).click();
    await page.locator('.rs-table tbody tr').first().waitFor();
    await look(page, '46-replenish');
    await page.getByRole('button', { name: '到期预测' }).click();
    await page.locator('.rs-table tbody tr').first().waitFor();
    await look(page, '47-will-lapse');
    await keeper.context.close();
  });

  it('a label that is typed or scanned on a phone answers with the lot and what may be done', async () => {
    const labels = await seatOf('reserve', { width: 390, height: 844, phone: true });
    const { page } = labels;
    await page.goto(`${server.address}/readiness/scan`);
    await page.getByLabel('标签文字').fill('不是标签');
    await page.getByRole('button', { name: '查询' }).click();
    await page.getByRole('alert').first().waitFor();
    await look(page, '48-phone-scan');
    await labels.context.close();
  });
});

describe('reach by sea', () => {
  it('S-212: areas with their times, arrival at places, and above the limit of wind the reason why not', async () => {
    const { page } = duty;
    await page.goto(`${server.address}/readiness/reach`);
    await page.locator('.reach-side .rs-table tbody tr').first().waitFor({ timeout: 30_000 });
    await settle(page);
    expect(await page.locator('.reach-side tbody b').first().innerText()).toMatch(/^\d\d:\d\d|^\d\d-\d\d/);
    await look(page, '49-reach');
    await page.getByLabel('风速').fill('40');
    await page.locator('.reach-side').getByText('到不了').first().waitFor({ timeout: 30_000 });
    expect(await page.locator('.reach-all').innerText()).toMatch(/40/);
    await look(page, '50-reach-too-windy');
  });

  it('nothing was asked of another machine, and no page complained', () => {
    expect(duty.outside).toEqual([]);
    expect(duty.complaints).toEqual([]);
  });
});
