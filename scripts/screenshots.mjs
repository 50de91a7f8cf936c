// Makes the pictures of the README from the built extension with the sample calendar.

import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openPopup, startChromium } from './browsers/chromium.mjs';
import { openExtensionPage } from './browsers/pages.mjs';
import { answer, fillProfile, goToPerson, importFile, popupReady, settled } from './browsers/ui.mjs';
import { interviewsIn } from './run/table.mjs';
import { SAMPLE_PROFILE, SAMPLE_SPECIFIC, sampleCalendar } from './run/sample_calendar.mjs';

const OUT = 'docs/images';
const OPTIONS_SIZE = { width: 760, height: 980 };

mkdirSync(OUT, { recursive: true });
mkdirSync('target/run', { recursive: true });
const sample = resolve('target/run/sample.ics');
writeFileSync(sample, sampleCalendar(Date.now()));

for (const scheme of ['light', 'dark']) {
  const session = await startChromium();
  const show = async (page, name) => {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await settled(page);
    await page.screenshot({ path: `${OUT}/${name}-${scheme}.png` });
  };
  try {
    const options = await openExtensionPage(session, 'options.html');
    await options.setViewport(OPTIONS_SIZE);
    await fillProfile(options, SAMPLE_PROFILE);
    await importFile(options, sample);
    await options.evaluate(() => window.scrollTo(0, 0));
    await show(options, 'options');

    const stored = await options.evaluate(() => chrome.storage.local.get(null));
    const interview = interviewsIn(stored).find((it) => it.employer === 'Kettlefish');
    const popup = await openPopup(session, options);
    await popupReady(popup);
    await show(popup, 'list');
    await goToPerson(popup, interview.id, interview.people.find((it) => it.name === 'Priya Shah').id);
    await answer(popup, SAMPLE_SPECIFIC);
    await show(popup, 'draft');
  } finally {
    await session.browser.close();
  }
}
console.log(`The pictures are in ${OUT}.`);
