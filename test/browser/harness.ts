// A browser for tests: Debian's Chromium driven by playwright-core, with a software renderer so that
// the map draws. Screenshots go to artifacts/screens (not committed), to be looked at.

import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { TestServer } from '../server-harness.ts';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** The built web; another build can be named while somebody works on this one. */
export const WEB_DIST = process.env['ANLAN_TEST_WEB'] ?? join(ROOT, 'apps/web/dist');
const SCREENS = join(ROOT, 'artifacts', 'screens');

export async function openBrowser(): Promise<Browser> {
  const told = process.env['ANLAN_CHROMIUM'] ?? '';
  const executablePath = [told, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path !== '' && existsSync(path));
  if (executablePath === undefined) throw new Error('Chromium is missing: apt-get install -y chromium fonts-noto-cjk');
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-background-networking', '--disable-component-update', '--no-first-run', '--disable-quic', '--lang=zh-CN'],
  });
}

export interface Seat {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the page complained about: errors of scripts and of the console. */
  readonly complaints: string[];
  /** Requests that left this machine; must stay empty. */
  readonly outside: string[];
}

export async function openSeat(browser: Browser, options: { readonly width?: number; readonly height?: number; readonly phone?: boolean } = {}): Promise<Seat> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1366, height: options.height ?? 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...(options.phone === true ? { isMobile: true, hasTouch: true } : {}),
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  const outside: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(message.text()); });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (!['127.0.0.1', 'localhost', ''].includes(url.hostname) && url.protocol.startsWith('http')) outside.push(request.url());
  });
  return { context, page, complaints, outside };
}

/** Saves what a person would see; returns the path. */
export async function look(page: Page, name: string): Promise<string> {
  mkdirSync(SCREENS, { recursive: true });
  const path = join(SCREENS, `${name}.png`);
  await page.screenshot({ path });
  return path;
}

/** Signs in by the form, as a person does, and stays on the page that was asked for. */
export async function signIn(seat: Seat, server: TestServer, who: string, path = '/'): Promise<void> {
  const account = server.app.demonstrationAccounts.find(({ userName }) => userName === who);
  await seat.page.goto(`${server.address}${path}`);
  await seat.page.getByLabel('用户名').fill(who);
  await seat.page.getByLabel('密码').fill(account?.password ?? '');
  await seat.page.getByRole('button', { name: '登录' }).click();
  await seat.page.getByLabel('用户名').waitFor({ state: 'detached' });
}

/** Comes in with a session that exists already: for what is not about signing in. */
export async function signInByCookie(seat: Seat, server: TestServer, who: string): Promise<void> {
  const cookies = (await server.cookieOf(who)).split('; ').map((pair) => pair.split('='));
  await seat.context.addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: server.address })));
}
