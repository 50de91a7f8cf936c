// What a user does on the pages of the extension, as far as both `run` and the tests do it.

import { until } from './until.mjs';

const slot = (name) => `[data-slot="${name}"]`;

/** Waits until an element is there and shown. */
export function shown(page, selector) {
  return until(() => page.$eval(selector, (it) => it.getClientRects().length > 0), { what: selector });
}

/** Clicks an element once it is shown; from inside the page, so that no window has to be in front. */
export async function press(page, selector) {
  await shown(page, selector);
  await page.$eval(selector, (it) => it.click());
}

/** The same with the mouse: only a real click lets Firefox ask for a permission, even for one that there is. */
export async function pressReally(page, selector) {
  // What is still filled in would move it away under the mouse.
  await shown(page, `body[data-ready] ${selector}`);
  await page.click(selector);
}

/** Types into a field, instead of what is there, and leaves it. */
export async function fill(page, selector, text) {
  await typeInto(page, selector, text);
  await page.$eval(selector, (it) => it.blur());
}

/**
 * Brings a page to the front and waits until it is there: one behind another hears no field being left.
 * One that is there is left alone: Firefox takes the focus from a window that is brought forward again.
 */
export async function inFront(page) {
  const isThere = () => page.evaluate(() => document.hasFocus());
  if (await isThere()) return;
  await page.bringToFront();
  await until(isThere, { what: 'the page is in front' });
}

/** Types into a field, instead of what is there, and stays in it. */
export async function typeInto(page, selector, text) {
  await shown(page, selector);
  await page.$eval(selector, (it) => {
    it.focus();
    it.select();
  });
  if (text === '') await page.keyboard.press('Delete');
  else await page.keyboard.type(text);
}

/** Brings every change of colour or place to its end at once. */
export function settled(page) {
  return page.evaluate(() => document.getAnimations().forEach((it) => {
    if (it.effect.getComputedTiming().endTime !== Infinity) it.finish();
  }));
}

/** The text of an element. */
export function textOf(page, selector) {
  return page.$eval(selector, (it) => it.textContent.trim());
}

/** The value of a field. */
export function valueOf(page, selector) {
  return page.$eval(selector, (it) => it.value);
}

/** Fills in the profile on the options page and waits until it is stored. */
export async function fillProfile(page, { name, emails, sellingPoints }) {
  await fill(page, '#name', name);
  await fillRows(page, 'emails', 'add-email', emails);
  await fillRows(page, 'points', 'add-point', sellingPoints);
  const wanted = JSON.stringify([name, emails, sellingPoints]);
  await until(() => page.evaluate(async (it) => {
    const { profile } = await chrome.storage.local.get('profile');
    return JSON.stringify([profile.data.name, profile.data.emails, profile.data.sellingPoints]) === it;
  }, wanted), { what: 'the profile is stored' });
}

async function fillRows(page, list, add, values) {
  const rows = `#profile ${slot(list)} input`;
  for (const [index, value] of values.entries()) {
    const there = await page.$$eval(rows, (it) => it.length);
    if (there <= index) await press(page, `#profile ${slot(add)}`);
    await until(async () => (await page.$$eval(rows, (it) => it.length)) > index);
    await page.$$eval(rows, (it, at) => it[at].focus(), index);
    await page.keyboard.type(value);
    await page.$$eval(rows, (it, at) => it[at].blur(), index);
  }
}

/** Hands a calendar file to the options page; gives the sentence that it ends with. */
export async function importFile(page, path) {
  const summaries = `#import ${slot('summary')}:not([hidden])`;
  const before = (await page.$$(summaries)).length;
  const input = await page.$('#files');
  await input.uploadFile(path);
  await until(async () => (await page.$$(summaries)).length > before, {
    within: 120_000,
    what: 'the calendar is imported',
  });
  return page.$$eval(summaries, (it) => it.at(-1).textContent.trim());
}

/** Waits until the popup shows what is stored. */
export function popupReady(page) {
  return shown(page, 'body[data-ready] main > *');
}

/** In the popup's list: goes to a person of an interview. */
export async function goToPerson(page, interview, person) {
  await press(page, `[data-interview="${interview}"] [data-person="${person}"] ${slot('act')}`);
}

/** On the page of the question: answers it and goes to the draft. */
export async function answer(page, specific) {
  await typeInto(page, '#specific', specific);
  await press(page, `main ${slot('draft')}`);
  await shown(page, '#body');
}

/** The draft as it is shown. */
export async function draftOf(page) {
  return { subject: await valueOf(page, '#subject'), body: await valueOf(page, '#body') };
}
