// `./build.sh run`: shows the built extension at work in a fresh browser profile, with the sample
// calendar or the user's own. Does what a user would do on the pages, and invents nothing for an own
// calendar. With a display the window is left to the user.

import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openPopup, startChromium } from './browsers/chromium.mjs';
import { startFirefox } from './browsers/firefox.mjs';
import { openExtensionPage } from './browsers/pages.mjs';
import { answer, draftOf, fillProfile, goToPerson, importFile, popupReady } from './browsers/ui.mjs';
import { UsageError, request } from './run/request.mjs';
import { SAMPLE_PROFILE, SAMPLE_SPECIFIC, sampleCalendar } from './run/sample_calendar.mjs';
import { interviewsIn, table } from './run/table.mjs';

const OUT = 'target/run';

try {
  await run(request(process.argv.slice(2)));
} catch (error) {
  const advice = error instanceof UsageError ? '' : '\nIs a browser of this machine too old? See README.md, "Requirements".';
  console.error(`build.sh run: ${error.message}${advice}`);
  if (!(error instanceof UsageError)) console.error(error.cause ?? error.stack);
  process.exit(1);
}

async function run({ browser: name, file, emails, name: ownName }) {
  const display = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  mkdirSync(OUT, { recursive: true });
  const profile = file ? { name: ownName, emails, sellingPoints: [] } : SAMPLE_PROFILE;
  const calendar = file ? resolve(file) : writeSample();

  const start = name === 'firefox' ? startFirefox : startChromium;
  const session = await start({ headless: !display });
  try {
    const options = await openExtensionPage(session, 'options.html');
    await fillProfile(options, profile);
    console.log(`${file ?? 'The sample calendar'}: ${await importFile(options, calendar)}\n`);
    const stored = await options.evaluate(() => chrome.storage.local.get(null));
    const interviews = interviewsIn(stored);
    console.log(`${table(interviews)}\n`);

    const popup = await showPopup(session, options);
    await writeFirst(popup, interviews, file ? '' : SAMPLE_SPECIFIC);
    const picture = resolve(OUT, `popup-${name}.png`);
    await popup.screenshot({ path: picture });
    console.log(`The popup: ${picture}`);
    if (display) {
      console.log('The window is yours; close it to end.');
      await new Promise((done) => session.browser.once('disconnected', done));
    }
  } finally {
    await session.browser.close().catch(() => {});
  }
}

function writeSample() {
  const path = resolve(OUT, 'sample.ics');
  writeFileSync(path, sampleCalendar(Date.now()));
  return path;
}

async function showPopup(session, options) {
  if (session.name === 'chromium') {
    const popup = await openPopup(session, options);
    await popupReady(popup);
    return popup;
  }
  console.log('Firefox lets no program press the toolbar button: the popup is shown in a tab.\n');
  const popup = await openExtensionPage(session, 'popup.html');
  await popupReady(popup);
  return popup;
}

/** Goes to the draft for the first person of the interview that ended last. */
async function writeFirst(popup, interviews, specific) {
  const due = await popup.$$eval('[data-slot="due-cards"] [data-interview]', (cards) =>
    cards.map((it) => it.dataset.interview));
  const interview = interviews.filter((it) => due.includes(it.id)).toSorted((a, b) => b.endMs - a.endMs)[0];
  const people = interview && await popup.$$eval(`[data-interview="${interview.id}"] [data-person]`, (rows) =>
    rows.map((it) => it.dataset.person));
  const partOf = (id) => interview.people.find((it) => it.id === id)?.part;
  const person = people?.find((it) => partOf(it) === 'interviewer') ?? people?.[0];
  if (!person) {
    console.log('Nobody is to be thanked right now.\n');
    return;
  }
  await goToPerson(popup, interview.id, person);
  await answer(popup, specific);
  const { subject, body } = await draftOf(popup);
  const { name, email } = interview.people.find((it) => it.id === person);
  console.log(`The first draft, to ${name ?? email}:\n\nSubject: ${subject}\n\n${body}\n`);
}
