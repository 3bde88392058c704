// One case as a duty officer walks it, in Chinese, from the first alert to the closed incident, on a
// whole server. Leaves screenshots to be looked at.

import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, startTestServer } from '../server-harness.ts';
import type { TestServer } from '../server-harness.ts';
import { look, openBrowser, openSeat, ROOT } from './harness.ts';
import type { Seat } from './harness.ts';

let server: TestServer;
let browser: Browser;
let seat: Seat;

beforeAll(async () => {
  server = await startTestServer({ ANLAN_WEB: join(ROOT, 'apps/web/dist') });
  browser = await openBrowser();
  seat = await openSeat(browser);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const iso = (offsetS = 0): string => new Date(Date.now() + offsetS * 1000).toISOString();
const send = (readings: readonly (readonly [string, number, number])[]) =>
  server.call('duty', 'postReadings', { body: { readings: readings.map(([sensorId, value, offsetS]) => ({ sensorId, value, observedAt: iso(offsetS) })) } });
const password = (who: string): string => server.app.demonstrationAccounts.find(({ userName }) => userName === who)?.password ?? '';

async function signIn(who: string): Promise<void> {
  const { page } = seat;
  await page.goto(server.address);
  await page.getByLabel('用户名').fill(who);
  await page.getByLabel('密码').fill(password(who));
  await page.getByRole('button', { name: '登录' }).click();
}

describe('S-327: a duty officer walks one case through every room, in Chinese', () => {
  it('signs in and sees a calm desk: no row, every value with its age or as not connected', async () => {
    const { page } = seat;
    await send([['wind-aoshan', 7, -5], ['wind-aoshan-from', 0, -5], ['tide-dinghai', 1.2, -5], ['arm-aoshan-1', 640, -120], ['mooring-aoshan-stern', 240, -120]]);
    await page.goto(server.address);
    await page.getByRole('button', { name: '登录' }).waitFor();
    await look(page, '01-login');
    await signIn('duty');
    await page.getByText('没有未签收的新报').waitFor();
    await page.locator('canvas').first().waitFor();
    await page.waitForTimeout(2500);
    await look(page, '02-desk');
  });

  it('an alarm appears by itself, is acknowledged with F2 and opened as an incident', async () => {
    const { page } = seat;
    await send([['arm-aoshan-1', 80, -20], ['arm-aoshan-1', 40, -10], ['arm-aoshan-1', 45, -4]]);
    await page.getByText('输油臂压力骤降').first().waitFor({ timeout: 10_000 });
    await look(page, '03-alert');
    await page.getByText('输油臂压力骤降').first().click();
    await page.mouse.move(650, 300);
    await page.keyboard.press('F2');
    await page.getByText('没有未签收的新报').waitFor({ timeout: 10_000 });
    await page.keyboard.press('o');
    await page.waitForTimeout(800);
    await look(page, '04-open-incident');
  });

  it('confirms the spill by keyboard and sees forecast, grades, clocks and a plan arrive', async () => {
    const { page } = seat;
    await page.getByLabel('事件名称').fill('岙山泊位输油臂拉脱，原油泄漏');
    await page.getByLabel('地点（文字）').fill('岙山30万吨级泊位');
    await page.keyboard.press('Enter');
    await page.locator('.panel-form').waitFor({ state: 'detached' });
    await page.waitForTimeout(500);
    await look(page, '05-incident-received');
    await page.keyboard.press('v');
    await page.getByRole('heading', { name: '确认溢油' }).waitFor();
    await page.locator('.oil-select input').fill('ARABIAN LIGHT');
    await page.getByTitle('ARABIAN LIGHT', { exact: true }).click();
    await page.locator('#spill-amount').fill('125');
    await page.locator('#spill-minutes').fill('3');
    await page.locator('#spill-water').fill('20');
    await look(page, '06-confirm-spill');
    await page.getByRole('button', { name: /^确认/ }).click();
    await page.locator('.panel-form').waitFor({ state: 'detached' });
    const incidents = await server.call('duty', 'listIncidents');
    const params = { id: incidents.body[0].id as string };
    await eventually(async () => (await server.call('duty', 'listPlans', { params })).body[0], 60);
    await page.waitForTimeout(3000);
    await look(page, '07-forecast-on-desk');
    await page.getByText('较大').first().waitFor();
  });

  it('reads the forecast with its assumptions, chooses an option and sends it out from the plan room', async () => {
    const { page } = seat;
    const [incident] = (await server.call('duty', 'listIncidents')).body;
    await page.goto(`${server.address}/forecast/${incident.id as string}`);
    await page.locator('canvas').first().waitFor();
    await page.waitForTimeout(3000);
    await look(page, '08-forecast-room');
    await page.goto(`${server.address}/plan/${incident.id as string}`);
    await page.getByText('已独立核对').first().waitFor();
    await page.waitForTimeout(1000);
    await look(page, '09-plan-room');
    await page.getByRole('button', { name: /^选定/ }).click();
    await page.getByRole('dialog').waitFor();
    await look(page, '10-plan-review');
    await page.getByRole('dialog').getByRole('button').first().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^派发 \d+ 行/ }).click();
    await page.getByRole('dialog').waitFor();
    await page.waitForTimeout(500); // A press within 300 ms of its opening is not meant for the dialog.
    await page.getByRole('dialog').getByRole('button').first().click();
    await page.waitForURL(/\/dispatch\//);
    await page.waitForTimeout(1500);
    await look(page, '11-dispatch-room');
    const orders = (await server.call('duty', 'listOrders', { query: { incidentId: incident.id as string } })).body;
    expect(orders.length).toBeGreaterThan(3);
  });

  it('nothing on any of these screens came from another machine, and no script complained', () => {
    expect(seat.outside).toEqual([]);
    // Asking whether somebody is signed in answers 401 before the sign-in; that is no complaint of a script.
    expect(seat.complaints.filter((text) => !text.includes('401'))).toEqual([]);
  });
});
