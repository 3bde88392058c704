// One case as people walk it, in Chinese, from the first alert to the closed incident, on a whole
// server: the duty officer and the commander at a desk, a crew with a phone in the field, somebody on
// a pier with a phone of his own. Leaves screenshots to be looked at.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, startTestServer } from '../server-harness.ts';
import type { TestServer } from '../server-harness.ts';
import { look, openBrowser, openSeat, signIn, WEB_DIST } from './harness.ts';
import type { Seat } from './harness.ts';

let server: TestServer;
let browser: Browser;
let seat: Seat;
const seats: Seat[] = [];

beforeAll(async () => {
  server = await startTestServer({ ANLAN_WEB: WEB_DIST });
  browser = await openBrowser();
  seat = await sit();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const iso = (offsetS = 0): string => new Date(Date.now() + offsetS * 1000).toISOString();
const send = (readings: readonly (readonly [string, number, number])[]) =>
  server.call('duty', 'postReadings', { body: { readings: readings.map(([sensorId, value, offsetS]) => ({ sensorId, value, observedAt: iso(offsetS) })) } });
const theIncident = async (): Promise<{ id: string; state: string; clocks: { answeredAt: string | null; replacedByClockId: string | null }[] }> => (await server.call('duty', 'listIncidents')).body[0];
const ordersOf = async (incidentId: string): Promise<{ id: string; state: string; organisationId: string }[]> => (await server.call('duty', 'listOrders', { query: { incidentId } })).body;
/** Until the server has it: a screen may say so a moment later. */
const until = (state: string) => eventually(async () => ((await theIncident()).state === state ? true : undefined));

describe('S-327: a duty officer walks one case through every room, in Chinese', () => {
  it('signs in and sees a calm desk: no row, every value with its age or as not connected', async () => {
    const { page } = seat;
    await send([['wind-aoshan', 7, -5], ['wind-aoshan-from', 0, -5], ['tide-dinghai', 1.2, -5], ['arm-aoshan-1', 640, -120], ['mooring-aoshan-stern', 240, -120]]);
    await page.goto(server.address);
    await page.getByRole('button', { name: '登录' }).waitFor();
    await look(page, '01-login');
    await signIn(seat, server, 'duty');
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
    await page.locator('.queue-row.selected', { hasText: '输油臂压力骤降' }).waitFor();
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
    await page.locator('.oil-select input').fill('阿拉伯轻质');
    await page.getByTitle('阿拉伯轻质原油', { exact: true }).click();
    await page.locator('#spill-amount').fill('125');
    await page.locator('#spill-minutes').fill('3');
    await page.locator('#spill-water').fill('20');
    await look(page, '06-confirm-spill');
    await page.getByRole('button', { name: /^确认/ }).click();
    await page.locator('.panel-form').waitFor({ state: 'detached' });
    const incidents = await server.call('duty', 'listIncidents');
    const params = { id: incidents.body[0].id as string };
    await eventually(async () => (await server.call('duty', 'listPlans', { params })).body[0], 150);
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

  it('the commander signs the level; the desk shows the badge in words', async () => {
    const commander = await sit();
    const { page } = commander;
    const { id } = await theIncident();
    await signIn(commander, server, 'commander', `/watch?on=incident/${id}`);
    await page.locator('.incident-panel h1').waitFor();
    await page.keyboard.press('l');
    await page.getByRole('button', { name: '二级响应' }).click();
    await page.getByLabel('理由').fill('原油入海，两小时内可能抵岸');
    await look(page, '12-level-form');
    await page.keyboard.press('Enter');
    await page.locator('.panel-form').waitFor({ state: 'detached' });
    await page.locator('.level-badge.l2', { hasText: '二级响应' }).first().waitFor();
    await commander.context.close();
  });

  it('a crew takes its order through every step on a phone, also without a network', async () => {
    const phone = await sit({ width: 390, height: 844, phone: true });
    const { page, context } = phone;
    const { id } = await theIncident();
    const who = await crewWithOrders();
    const state = async () => (await ownOrders(who)).map((order) => order.state);
    await signIn(phone, server, who, '/dispatch');
    const card = page.locator('.phone-order').first();
    await card.waitFor();
    await look(page, '13-phone-orders');
    expect(await page.evaluate(() => document.documentElement.scrollWidth), 'the page is as wide as the phone').toBe(390);
    await card.getByRole('button', { name: '接受任务' }).click();
    await card.getByRole('button', { name: '出发', exact: true }).click();
    // What is in the air when the net goes may or may not have arrived; that the next tap is kept is what is shown here.
    await eventually(async () => ((await state()).includes('under-way') ? true : undefined), 30);
    await page.locator('.phone-queue').getByText('待发送').waitFor({ state: 'detached' });
    await context.setOffline(true);
    await page.getByText('没有网络').waitFor();
    await card.getByRole('button', { name: '到场', exact: true }).click();
    await card.getByRole('button', { name: '完成', exact: true }).waitFor();
    await page.getByText('待发送 1').waitFor();
    await look(page, '14-phone-offline');
    await context.setOffline(false);
    await eventually(async () => ((await state()).includes('on-scene') ? true : undefined), 90);
    await card.getByRole('button', { name: '完成', exact: true }).click();
    await eventually(async () => ((await state()).includes('done') ? true : undefined));
    await page.waitForTimeout(400);
    await look(page, '15-phone-done');
    expect((await ordersOf(id)).length).toBeGreaterThan(3);
    await context.close();
  });

  it('the desk carries the other orders through by keyboard: accepted, under way, on scene, done', async () => {
    const { page } = seat;
    const { id } = await theIncident();
    const open = async () => (await ordersOf(id)).filter(({ state }) => state === 'issued');
    const [first] = await open();
    await page.goto(`${server.address}/dispatch/${id}?order=${first?.id ?? ''}`);
    await page.locator('.order-row.selected').waitFor();
    for (const key of ['a', 'd', 'r', 'f']) {
      if (key === 'f') await look(page, '16-order-on-scene');
      await stepByKey(page, key, first?.id ?? '', id);
    }
    // What the keyboard has shown once is not shown again a dozen times: the rest by the same door.
    for (const order of await open()) {
      for (const route of ['acceptOrder', 'departOrder', 'arriveOrder', 'completeOrder'] as const) {
        const { statusCode } = await server.call('dispatcher', route, { params: { id: order.id }, body: { note: '' } });
        expect([route, statusCode]).toEqual([route, 200]);
      }
    }
    await page.locator('.order-row').first().waitFor();
    await page.waitForTimeout(800);
    await look(page, '17-dispatch-done');
  });

  it('the officer answers the clocks, all but one; the commander contains and terminates in his own name', async () => {
    const { page } = seat;
    const { id } = await theIncident();
    const running = async () => (await theIncident()).clocks.filter((clock) => clock.answeredAt === null && clock.replacedByClockId === null).length;
    await page.goto(`${server.address}/watch?on=incident/${id}`);
    await page.locator('.clock-strip').waitFor();
    for (let left = await running(); left > 1; left = await running()) {
      await page.keyboard.press('F4');
      await page.locator('#clock-text').fill('已按规定上报，对方已复述确认');
      if (left === 2) await look(page, '18-answer-clock');
      await page.keyboard.press('Enter');
      await page.locator('.panel-form').waitFor({ state: 'detached' });
      await page.getByText(`待报 ${left - 1}`).first().waitFor(); // The panel has read what was answered.
    }
    const commander = await sit();
    await signIn(commander, server, 'commander', `/watch?on=incident/${id}`);
    await commander.page.locator('.panel-foot').waitFor();
    await commander.page.getByRole('button', { name: '更多…' }).click();
    await commander.page.getByRole('menuitem', { name: '现场已控制' }).click();
    await commander.page.getByLabel('控制情况').fill('围控完成，回收作业结束');
    await commander.page.keyboard.press('Enter');
    await until('contained');
    await commander.page.getByRole('button', { name: '响应终止' }).click();
    for (const name of ['泄漏源已切断', '污染不再扩散', '人员全部清点', '没有再次发生的危险']) await commander.page.getByLabel(name).check();
    await commander.page.getByLabel('终止理由').fill('油膜已清除，专家组同意终止');
    await look(commander.page, '19-terminate');
    await commander.page.keyboard.press('Enter');
    await until('terminated');
    await commander.page.waitForTimeout(500);
    await look(commander.page, '20-terminated');
    await commander.context.close();
    const { body } = await server.call('duty', 'getTimeline', { params: { id } });
    expect(body.entries.find((entry: { type: string }) => entry.type === 'incident.terminated').by).toContain('陈');
  });

  it('closing is refused while a clock and the review are open, and the officer sees which', async () => {
    const { page } = seat;
    await page.getByRole('button', { name: '办结归档' }).first().click();
    await page.getByText(/还有 \d+ 项未了/).waitFor();
    const open = await page.locator('.open-things li').allInnerTexts();
    expect([open.some((text) => text.startsWith('未报时限')), open.some((text) => text.startsWith('评估'))]).toEqual([true, true]);
    await page.getByRole('button', { name: /^办结/ }).last().click();
    await page.getByRole('alert').getByText('还有事项未了').waitFor();
    await look(page, '21-close-refused');
    expect((await theIncident()).state).toBe('terminated');
    expect(open.some((text) => text.startsWith('告警条件未恢复：输油臂')), 'what the sensor still says is named, not numbered').toBe(true);
    await page.locator('.open-things').getByRole('button').first().click();
    await page.locator('#clock-text').fill('书面报告已送达');
    await page.keyboard.press('Enter');
    await page.locator('.panel-form').waitFor({ state: 'detached' });
  });

  it('the review replays a minute as it was known, shows the measures, and takes a lesson with owner, day and record', async () => {
    const { page } = seat;
    const { id } = await theIncident();
    await page.keyboard.press('r');
    await page.waitForURL(/\/review\//);
    await page.getByRole('button', { name: '开始评估' }).click();
    await page.getByText('信号到告警').waitFor();
    await page.waitForTimeout(500);
    await look(page, '22-review');
    const all = Number(/共 (\d+) 条/.exec(await page.locator('.replay-count').innerText())?.[1]);
    await page.locator('.replay-slider input').press('Home');
    await page.getByText('当时所知').waitFor();
    await page.keyboard.press(']');
    await page.waitForTimeout(500);
    const known = Number(/已记录 (\d+) 条/.exec(await page.locator('.replay-count').innerText())?.[1]);
    expect(known).toBeLessThan(all);
    await look(page, '23-replay');
    await page.keyboard.press('End');
    await page.getByRole('button', { name: '添加教训' }).click();
    await page.getByLabel('教训：要改什么').fill('岙山泊位围油栏前置，减少拖带时间');
    await page.getByLabel('责任单位').fill('海事');
    await page.locator('.pick-list button', { hasText: '海事' }).first().click();
    await page.getByLabel('期限').fill(shanghaiDay(30));
    await page.getByLabel('要改的记录').fill('岙山');
    await page.locator('.pick-list button', { hasText: '岙山' }).first().click();
    await look(page, '24-lesson');
    await page.getByRole('dialog').getByRole('button', { name: /保存教训/ }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('.lessons li').first().waitFor();
    await page.getByRole('button', { name: '结束评估' }).click();
    await page.getByLabel('评估结论').fill('响应及时；前置围油栏的问题列入整改。');
    await page.waitForTimeout(400);
    await page.getByRole('dialog').getByRole('button', { name: /结束评估/ }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '到事件：办结归档' }).waitFor();
    await look(page, '25-review-closed');
    expect((await server.call('duty', 'getReview', { params: { id } })).body).toMatchObject({ state: 'closed', lessons: [{ state: 'open' }] });
  });

  it('the incident is closed when nothing is open', async () => {
    const { page } = seat;
    await send([['arm-aoshan-1', 640, -70], ['arm-aoshan-1', 642, -40], ['arm-aoshan-1', 641, -2]]);
    const params = { id: (await theIncident()).id };
    await eventually(async () => ((await server.call('duty', 'getOpenThings', { params })).body.openAlertIds.length === 0 ? true : undefined), 60);
    await page.getByRole('link', { name: '到事件：办结归档' }).click();
    await page.getByRole('button', { name: '办结归档' }).first().click();
    await page.getByText('没有未了事项，可以办结。').waitFor();
    await look(page, '26-close-clear');
    await page.keyboard.press('Enter');
    await until('closed');
    await page.waitForTimeout(800);
    await look(page, '27-closed');
  });

  it('somebody on a pier reports from a phone without a network; it is sent later and has a receipt', async () => {
    const phone = await sit({ width: 390, height: 844, phone: true });
    const { page, context } = phone;
    await page.goto(`${server.address}/report`);
    await page.getByLabel('发生了什么').fill('沈家门渔港码头外有一片黑色油污，气味很重');
    await page.getByLabel('在哪里').fill('沈家门渔港三号码头');
    await page.getByLabel('您的电话').fill('13900000003');
    await look(page, '28-public-form');
    await context.setOffline(true);
    await page.getByText('无网络').waitFor();
    await page.getByRole('button', { name: '提交报告' }).click();
    await page.getByText('存在手机里，等待发送').waitFor();
    await look(page, '29-public-offline');
    await context.setOffline(false);
    await page.getByText(/回执号 /).waitFor({ timeout: 60_000 });
    await look(page, '30-public-sent');
    await page.getByRole('link', { name: '查询', exact: true }).click();
    await page.getByText('已收到，等待值班员签收').waitFor();
    await look(page, '31-public-status');
    await context.close();
    await seat.page.goto(`${server.address}/watch`);
    await seat.page.getByText('沈家门渔港码头外').first().waitFor({ timeout: 15_000 });
  });

  it('the same rooms in English and in the light look', async () => {
    const { page } = seat;
    const { id } = await theIncident();
    const preferences = (await server.call('duty', 'getPreferences')).body;
    await server.call('duty', 'putPreferences', { body: { ...preferences, locale: 'en', theme: 'light' } });
    const rooms = [['watch', `/watch?on=incident/${id}`], ['forecast', `/forecast/${id}`], ['plan', `/plan/${id}`], ['dispatch', `/dispatch/${id}`], ['review', `/review/${id}`], ['readiness', '/readiness'], ['industry', '/industry'], ['notices', '/notices'], ['signals', '/signals']] as const;
    for (const [index, [room, path]] of rooms.entries()) {
      await page.goto(`${server.address}${path}`);
      await page.locator('.room').waitFor();
      await page.waitForTimeout(room === 'watch' || room === 'forecast' ? 2500 : 1200);
      await look(page, `${32 + index}-en-${room}`);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      // Names of people, places and what somebody typed may be Chinese; the house's own words may not.
      const words = await page.evaluate(() => [...document.querySelectorAll('.room-head button, .pane-foot button, .panel-foot button, .section-bar b, th, dt')].map((one) => (one as HTMLElement).innerText).filter((text) => /\p{Script=Han}/u.test(text)));
      expect(words, room).toEqual([]);
    }
  });

  it('nothing on any of these screens came from another machine, and no script complained', () => {
    expect(seats.flatMap((one) => one.outside)).toEqual([]);
    // Asking whether somebody is signed in answers 401 before the sign-in, and the refused closing is
    // meant to be refused; a phone without net says so. None of them is a complaint of a script.
    expect(seats.flatMap((one) => one.complaints).filter((text) => !/401|409|ERR_INTERNET_DISCONNECTED/.test(text))).toEqual([]);
  });
});

async function sit(options: Parameters<typeof openSeat>[1] = {}): Promise<Seat> {
  const opened = await openSeat(browser, options);
  seats.push(opened);
  return opened;
}

async function ownOrders(who: string): Promise<{ id: string; state: string }[]> {
  return (await server.call(who, 'listOrders')).body;
}

/** Which of the two field seats the plan gave something to do. */
async function crewWithOrders(): Promise<string> {
  for (const who of ['responder', 'enterprise']) if ((await ownOrders(who)).length > 0) return who;
  throw new Error('no crew with a phone has an order');
}

/** A step in two presses: the first says what will happen, the second sends. */
async function stepByKey(page: Page, key: string, orderId: string, incidentId: string): Promise<void> {
  const stateOf = async () => (await ordersOf(incidentId)).find((order) => order.id === orderId)?.state;
  const before = await stateOf();
  await page.keyboard.press(key);
  await page.locator('.armed').waitFor();
  await page.waitForTimeout(500); // A key held down repeats faster than this.
  await page.keyboard.press(key);
  await eventually(async () => ((await stateOf()) === before ? undefined : true));
  await page.locator('.armed').waitFor({ state: 'detached' });
  await page.waitForTimeout(300);
}

/** `2026-12-24`, so many days from today, on the region's calendar. */
function shanghaiDay(inDays: number): string {
  return new Date(Date.now() + inDays * 86_400_000 + 8 * 3_600_000).toISOString().slice(0, 10);
}
