import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { createPage } from '../../src/sandbox/page/serve-page.ts';
import { listen, type Listening } from '../support/listen.ts';
import { findChromium, openBrowser, type OpenBrowser } from '../support/open-browser.ts';
import { pageState } from './page-state.ts';

const executable = findChromium();
// Jest keeps the console of a file that it skips to itself.
if (executable === undefined)
  process.stdout.write('Skipped: a look at the page, for Chromium is not installed (apt-get install chromium).\n');

// Run in the browser; as texts, since the types of a browser are not known here.
const sidewaysPixels = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
/** By which some diff is narrower than the box of its file. */
const missingPixels =
  "Math.max(...[...document.querySelectorAll('.file > .scroll')].map((diff) => diff.parentElement.clientWidth - diff.offsetWidth))";
const backgroundColour = 'getComputedStyle(document.body).backgroundColor';

/** Words whose contrast with what is behind them is below 4.5, which WCAG 2 asks for. */
const faintWords = `(() => {
  const read = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (parts) => {
    const [red, green, blue] = parts.map((part) => (part / 255 <= 0.03928 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element) => {
    const colour = read(getComputedStyle(element).backgroundColor);
    return colour[3] === 0 ? behind(element.parentElement) : colour.slice(0, 3);
  };
  const hasWords = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
  return [...document.querySelectorAll('body *')]
    .filter((element) => hasWords(element) && element.getClientRects().length > 0)
    .filter((element) => {
      const [one, other] = [light(read(getComputedStyle(element).color).slice(0, 3)), light(behind(element))];
      return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) < 4.5;
    })
    .map((element) => element.tagName + '.' + element.className + ' ' + element.textContent.trim());
})()`;

(executable === undefined ? describe.skip : describe)('the page in Chromium', () => {
  let server: Listening;
  let browser: OpenBrowser;
  let page: Page;
  const troubles: string[] = [];

  beforeAll(async () => {
    server = await listen(createServer(createPage(async () => Promise.resolve(pageState))));
    browser = await openBrowser(executable ?? '');
    page = await browser.context.newPage();
    page.on('dialog', (dialog) => {
      troubles.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('console', (message) => troubles.push(message.text()));
    page.on('pageerror', (error) => troubles.push(error.message));
    page.on('requestfailed', (request) => troubles.push(`failed: ${request.url()}`));
    page.on('request', (request) => {
      if (!request.url().startsWith(server.url)) troubles.push(`foreign: ${request.url()}`);
    });
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  /** A page without its style yet has other text, and leaving it then is a request that failed. */
  async function follow(name: string): Promise<void> {
    await Promise.all([page.waitForEvent('load'), page.getByRole('link', { name }).click()]);
  }

  test('from the list through the three views of a pull request', async () => {
    await page.goto(server.url);
    expect(await page.getByRole('listitem').allInnerTexts()).toMatchInlineSnapshot(`
     [
       "A
     Add "Salt" <img src=x onerror=alert(1)> ✕
     Open #7 by ada, 20 Nov 2026, 10:00 · 4 comments",
       "A
     Fix a date
     Merged #6 by ada, 20 Nov 2026, 10:00",
     ]
    `);

    await follow('Add "Salt"');
    expect(await page.locator('.suggestion').innerText()).toMatchInlineSnapshot(`
     "Suggested change
     −
     - [Salt & <time>](https://ada.example/salt?utm_source=feed)
     +
     * [Salt & <time>](https://ada.example/salt)"
    `);
    expect(await page.locator('.now').innerText()).toMatchInlineSnapshot(`"✕ Copydesk 1 error"`);

    await follow('Files changed');
    expect(await page.locator('.talk').first().innerText()).toContain('An item starts with');
    expect(await page.getByText('Settled since.').isVisible()).toBe(false);
    await page.getByText('Resolved by copydesk[bot]').click();
    await page.locator('.talk summary', { hasText: 'hidden: resolved' }).click();
    expect(await page.getByText('Settled since.').isVisible()).toBe(true);

    await follow('Checks');
    expect(await page.locator('.annotation').innerText()).toMatchInlineSnapshot(`
     "draft/2026-11-25-letter.md:11 failure item-bullet

     An item starts with "* "."
    `);

    await follow('Embedded GitHub');
    expect(new URL(page.url()).pathname).toBe('/');
  });

  test('by keyboard: skip link first, then the list, then a pull request', async () => {
    await page.goto(server.url);
    const focused = async () => page.locator(':focus').innerText();
    const names: string[] = [];
    for (let presses = 0; presses < 3; presses += 1) {
      await page.keyboard.press('Tab');
      names.push((await focused()).split('\n')[0] ?? '');
    }
    expect(names).toEqual(['Skip to content', '¶ Embedded GitHub', 'Add "Salt" <img src=x onerror=alert(1)>']);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/pull/7', { waitUntil: 'load' });
  });

  test.each([1200, 390, 320])('nothing is cut off or needs scrolling sideways at %i pixels', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of ['/', '/letter/weekly/pull/7', '/letter/weekly/pull/7/files', '/letter/weekly/pull/7/checks']) {
      await page.goto(server.url + path);
      expect(await page.evaluate(sidewaysPixels)).toBe(0);
    }
  });

  test('a diff fills its box, also where the sums of its file have a line of their own', async () => {
    await page.setViewportSize({ width: 265, height: 800 });
    await page.goto(`${server.url}/letter/weekly/pull/7/files`);
    expect(await page.evaluate(missingPixels)).toBe(0);
  });

  test('light and dark as the reader has it', async () => {
    const background = async (colorScheme: 'light' | 'dark') => {
      await page.emulateMedia({ colorScheme });
      return page.evaluate(backgroundColour);
    };
    expect([await background('light'), await background('dark')]).toEqual(['rgb(251, 250, 248)', 'rgb(22, 24, 27)']);
  });

  test.each(['light', 'dark'] as const)('every word can be read by weak eyes where it is %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    const faint: unknown[] = [];
    for (const path of ['/', '/letter/weekly/pull/7', '/letter/weekly/pull/7/files', '/letter/weekly/pull/7/checks']) {
      await page.goto(server.url + path);
      faint.push(await page.evaluate(faintWords));
    }
    expect(faint).toEqual([[], [], [], []]);
  });

  test('nothing that people wrote ran, and nothing was loaded from elsewhere', () => {
    expect(troubles).toEqual([]);
  });
});
