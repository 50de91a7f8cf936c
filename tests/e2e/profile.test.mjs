// The profile on the options page.

import assert from 'node:assert/strict';
import { fillProfile, press, shown, valueOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { SAMPLE_PROFILE } from '../../scripts/run/sample_calendar.mjs';
import { testInBoth } from './support/test_in.mjs';

testInBoth('the profile is there again when the page is opened again', async (session) => {
  const page = await session.openPage('options.html');
  await fillProfile(page, SAMPLE_PROFILE);
  await page.close();
  const again = await session.openPage('options.html');
  await shown(again, '#name');
  assert.equal(await valueOf(again, '#name'), SAMPLE_PROFILE.name);
  const points = await again.$$eval('[data-slot="points"] input', (it) => it.map((field) => field.value));
  assert.deepEqual(points, SAMPLE_PROFILE.sellingPoints);
});

testInBoth('what is typed is stored though the field is never left', async (session) => {
  const page = await session.openPage('options.html');
  await shown(page, '#name');
  await page.$eval('#name', (it) => it.focus());
  await page.keyboard.type('Robin Vale');
  await until(async () => (await session.stored()).profile?.data.name === 'Robin Vale');
});

testInBoth('selling points are put in order', async (session) => {
  const page = await session.openPage('options.html');
  await fillProfile(page, SAMPLE_PROFILE);
  await press(page, '[data-slot="points"] > :last-child [data-slot="up"]');
  const [first, second, third] = SAMPLE_PROFILE.sellingPoints;
  await until(async () => {
    const { sellingPoints } = (await session.stored()).profile.data;
    return sellingPoints.join() === [first, third, second].join();
  });
});
