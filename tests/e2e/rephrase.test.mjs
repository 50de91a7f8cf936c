// A draft in other words by the browser's own model, which is a stand-in here: real ones come with no
// test browser. Whatever it does, the note stays the user's.

import assert from 'node:assert/strict';
import { press, shown, textOf, typeInto, valueOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { SAMPLE_PROFILE, SAMPLE_SPECIFIC } from '../../scripts/run/sample_calendar.mjs';
import { byHand, withFirstSentences } from './support/interviews.mjs';
import { asked, openWithModel, openWithoutModel } from './support/language_model.mjs';
import { testIn, testInBoth } from './support/test_in.mjs';

const slot = (name) => `main [data-slot="${name}"]`;
const isShown = (page, name) => page.$eval(slot(name), (it) => it.getClientRects().length > 0);
const said = (page) => textOf(page, slot('rephrase-said'));
const saidOnce = async (page, pattern) => {
  await until(async () => pattern.test(await said(page)), { what: `it says ${pattern}` });
  assert.equal(await isShown(page, 'rephrase-said'), true);
};

/** Other words that say the same, and a place that the draft surely has. */
const OFFER = 'I really enjoyed it';
const HONEST = { replace: [[OFFER, 'I truly enjoyed it']] };

async function prepared(session, profile = {}) {
  await session.command({ kind: 'saveProfile', profile: { ...SAMPLE_PROFILE, rephrasing: true, ...profile } });
  const { interview } = await session.command({ kind: 'addInterview', interview: byHand(withFirstSentences()) });
  const person = 'p1';
  await session.command({ kind: 'answer', interview, person, specific: SAMPLE_SPECIFIC, sellingPoints: [] });
  await session.command({ kind: 'prepareNote', interview, person, variant: 0 });
  return `popup.html#interview:${interview}/${person}`;
}

async function draft(session, behaviour, profile) {
  const popup = await openWithModel(session, await prepared(session, profile), behaviour);
  await shown(popup, '#body');
  return popup;
}

const storedBody = async (session) => (await session.interviews())[0].people[0].note.body;

testIn('chromium', 'other words are shown as a difference, taken like an edit, and taken back', async (session) => {
  const popup = await draft(session, HONEST);
  const mine = await valueOf(popup, '#body');
  await shown(popup, slot('rephrase'));
  assert.equal(await isShown(popup, 'rephrase-download'), false);
  assert.deepEqual((await asked(popup)).create, [], 'nothing is started before the click');
  await popup.focus(slot('rephrase'));
  await popup.keyboard.press('Enter');
  await shown(popup, slot('rephrase-words'));
  assert.equal(await valueOf(popup, '#body'), mine, 'nothing is changed yet');
  const removed = await popup.$$eval(`${slot('rephrase-words')} del`, (all) => all.map((it) => it.textContent));
  const added = await popup.$$eval(`${slot('rephrase-words')} ins`, (all) => all.map((it) => it.textContent));
  assert.ok(removed.length > 0 && removed.every((it) => it.startsWith('[gone: ') && it.endsWith('] ')), removed.join());
  assert.ok(added.some((it) => /^\[new: .*truly/.test(it)), added.join());
  assert.equal(await popup.evaluate(() => document.activeElement.dataset.slot), 'rephrase-take');
  assert.match(await textOf(popup, '#live'), /Nothing is changed yet/);

  await popup.keyboard.press('Enter');
  await until(async () => (await valueOf(popup, '#body')) !== mine);
  const theirs = await valueOf(popup, '#body');
  assert.match(theirs, /truly enjoyed/);
  const frame = (text) => [text.split('\n\n')[0], text.split('\n\n').at(-1)];
  assert.deepEqual(frame(theirs), frame(mine), 'greeting and signature are as they were');
  await until(async () => (await storedBody(session)) === theirs, { what: 'the background has it' });
  assert.equal((await session.interviews())[0].people[0].note.edited, true);

  assert.equal(await popup.evaluate(() => document.activeElement.dataset.slot), 'rephrase-undo');
  await popup.keyboard.press('Enter');
  await until(async () => (await storedBody(session)) === mine, { what: 'the words of before are back' });
  assert.equal(await valueOf(popup, '#body'), mine);

  const { availability, create, prompt, destroyed } = await asked(popup);
  const english = [{ type: 'text', languages: ['en'] }];
  assert.deepEqual(availability, [{ expectedInputs: english, expectedOutputs: english }]);
  assert.deepEqual([create[0].expectedInputs, create[0].expectedOutputs], [english, english]);
  assert.equal(destroyed, 1);
  for (const personal of ['Hi Priya', SAMPLE_PROFILE.name]) {
    assert.ok(!prompt[0].includes(personal), `${personal} is not given to it`);
  }
});

testIn('chromium', 'the words can be left, and are gone once the note is edited', async (session) => {
  const popup = await draft(session, HONEST);
  const mine = await valueOf(popup, '#body');
  await press(popup, slot('rephrase'));
  await press(popup, slot('rephrase-leave'));
  await saidOnce(popup, /as it was/);
  assert.equal(await valueOf(popup, '#body'), mine);

  await press(popup, slot('rephrase'));
  await shown(popup, slot('rephrase-take'));
  await typeInto(popup, '#body', 'Something else');
  await until(async () => !(await isShown(popup, 'rephrase-take')));
  assert.equal(await valueOf(popup, '#body'), 'Something else');
});

testIn('chromium', 'the model is downloaded on the click alone, with progress and a way out', async (session) => {
  const popup = await draft(session, { ...HONEST, states: ['downloadable'], hangs: 'create' });
  const mine = await valueOf(popup, '#body');
  await shown(popup, slot('rephrase-download'));
  assert.match(await textOf(popup, slot('rephrase-download')), /several gigabytes/);
  assert.deepEqual((await asked(popup)).create, []);
  await popup.click(slot('rephrase'));
  await shown(popup, slot('rephrase-progress'));
  await popup.evaluate(() => globalThis.download(0.42));
  await until(async () => /42 %/.test(await textOf(popup, slot('rephrase-state'))));
  assert.equal(await popup.$eval(slot('rephrase-progress'), (it) => it.value), 42);
  assert.equal((await asked(popup)).create[0].active, true, 'in the click, as the browser demands');
  await press(popup, slot('rephrase-cancel'));
  await saidOnce(popup, /Cancelled/);
  assert.equal((await asked(popup)).aborted, 1);
  assert.equal(await isShown(popup, 'rephrase-working'), false);

  await popup.click(slot('rephrase'));
  await shown(popup, slot('rephrase-progress'));
  await popup.evaluate(() => globalThis.downloaded());
  await shown(popup, slot('rephrase-words'));
  assert.equal(await valueOf(popup, '#body'), mine);
});

const REFUSED = [
  ['a number from nowhere', { replace: [[OFFER, `in 12 years ${OFFER}`]] }, /number.*\(12\)/],
  ['an employer from nowhere', { replace: [[OFFER, `at Plumtree ${OFFER}`]] }, /does not say \(Plumtree\)/],
  ['markup', { replace: [[OFFER, `<img src=x onerror=alert(1)>${OFFER}`]] }, /signs.*\(<\)/],
  ['chatter', { prefix: 'Sure, here is a rephrased version:\n\n' }, /spoke of its task/],
  ['nothing', { answer: '' }, /nothing/],
  ['no text', { answer: 7 }, /no answer/],
  ['the same', {}, /no other words/],
  ['a book', { answer: 'very '.repeat(1_000_000) }, /longer/],
  ['another language', { answer: 'Merci beaucoup pour cet entretien passionnant. Votre façon de travailler à la migration des paiements chez Kettlefish me parle, et mon envie de rejoindre votre équipe est encore plus grande après notre échange de ce matin. Je reste volontiers à votre disposition pour toute question complémentaire sur mon parcours professionnel et mes compétences.' }, /another language/],
  ['an exception', { throws: 'prompt' }, /no answer/],
  ['a refusal', { throws: 'create' }, /no answer/],
];

testIn('chromium', 'whatever else comes back is refused, and it is said why', async (session) => {
  const path = await prepared(session);
  for (const [what, behaviour, pattern] of REFUSED) {
    const popup = await openWithModel(session, path, behaviour);
    await shown(popup, '#body');
    const mine = await valueOf(popup, '#body');
    await press(popup, slot('rephrase'));
    await saidOnce(popup, pattern);
    assert.equal(await valueOf(popup, '#body'), mine, what);
    assert.equal(await isShown(popup, 'rephrase-take'), false, what);
    assert.equal(await popup.$eval(slot('rephrase'), (it) => it.disabled), false, what);
    assert.equal(await popup.$$eval('main img', (all) => all.length), 0);
    await popup.close();
  }
});

testIn('chromium', 'a model that hangs is stopped by the limit, or by the user, even if it is deaf', async (session) => {
  const path = await prepared(session);
  for (const hangs of ['create', 'prompt']) {
    const popup = await openWithModel(session, path, { hangs, deaf: true, hurry: 200 });
    await press(popup, slot('rephrase'));
    await saidOnce(popup, /too long/);
    await popup.close();
  }
  for (const deaf of [false, true]) {
    const popup = await openWithModel(session, path, { hangs: 'prompt', deaf });
    await press(popup, slot('rephrase'));
    await until(async () => (await asked(popup)).prompt.length === 1);
    assert.equal(await isShown(popup, 'rephrase-progress'), false);
    await press(popup, slot('rephrase-cancel'));
    await saidOnce(popup, /Cancelled/);
    assert.deepEqual([(await asked(popup)).aborted, (await asked(popup)).destroyed], [1, 1]);
    await popup.close();
  }
  const popup = await openWithModel(session, path, { hangs: 'availability' });
  await shown(popup, '#body');
  assert.equal(await isShown(popup, 'rephrase'), false);
});

testIn('chromium', 'leaving the page or the popup midway ends it and changes nothing', async (session) => {
  const path = await prepared(session);
  const popup = await openWithModel(session, path, { hangs: 'prompt' });
  const mine = await valueOf(popup, '#body');
  await press(popup, slot('rephrase'));
  await until(async () => (await asked(popup)).prompt.length === 1);
  await press(popup, '#back');
  await until(async () => (await asked(popup)).aborted === 1, { what: 'it is told to stop' });
  assert.equal((await asked(popup)).destroyed, 1);
  await popup.close();

  const again = await openWithModel(session, path, { hangs: 'prompt' });
  await press(again, slot('rephrase'));
  await until(async () => (await asked(again)).prompt.length === 1);
  await again.close();
  const third = await openWithModel(session, path, HONEST);
  await shown(third, slot('rephrase'));
  assert.equal(await valueOf(third, '#body'), mine);
  assert.equal(await storedBody(session), mine);
});

testIn('chromium', 'what was edited meanwhile is not overwritten', async (session) => {
  const popup = await draft(session, { ...HONEST, hangs: 'create' });
  await press(popup, slot('rephrase'));
  await until(async () => (await asked(popup)).create.length === 1);
  await typeInto(popup, '#body', 'Mine.');
  await popup.evaluate(() => globalThis.downloaded());
  await saidOnce(popup, /changed the note since/);
  assert.equal(await valueOf(popup, '#body'), 'Mine.');
});

testIn('chromium', 'it is said where the model cannot do it, and asked in the language of the note', async (session) => {
  const popup = await draft(session, { states: ['unavailable'] }, { language: 'de' });
  await saidOnce(popup, /cannot be rephrased here.*Deutsch/);
  assert.equal(await isShown(popup, 'rephrase'), false);
  const [{ expectedInputs, expectedOutputs }] = (await asked(popup)).availability;
  assert.deepEqual([expectedInputs[0].languages, expectedOutputs[0].languages], [['en', 'de'], ['de']]);
});

testIn('chromium', 'it is off by default, and the options switch it on', async (session) => {
  const path = await prepared(session, { rephrasing: false });
  const off = await openWithModel(session, path, HONEST);
  await shown(off, '#body');
  await until(() => off.$('body[data-ready]'));
  assert.equal(await isShown(off, 'rephrase'), false);
  assert.deepEqual((await asked(off)).availability, [], 'nothing is asked');
  await off.close();

  const options = await openWithModel(session, 'options.html', HONEST);
  await shown(options, '#rephrasing');
  assert.equal(await options.$eval('#rephrasing', (it) => it.checked), false);
  await options.click('#rephrasing');
  await until(async () => (await session.stored()).profile.data.rephrasing === true);
  assert.deepEqual((await asked(options)).create, [], 'switching it on downloads nothing');
  const on = await openWithModel(session, path, HONEST);
  await shown(on, slot('rephrase'));
});

testInBoth('without a model there is no button, and the options say so', async (session) => {
  const popup = await openWithoutModel(session, await prepared(session));
  await shown(popup, '#body');
  await until(() => popup.$('body[data-ready]'));
  assert.equal(await popup.evaluate(() => 'LanguageModel' in globalThis), false);
  assert.equal(await isShown(popup, 'rephrase'), false);
  const options = await openWithoutModel(session, 'options.html');
  await shown(options, '[data-slot="rephrasing-none"]');
  assert.match(await textOf(options, '[data-slot="rephrasing-none"]'), /no language model of its own/);
  assert.equal(await options.$eval('#rephrasing', (it) => it.getClientRects().length), 0);
  assert.equal((await session.stored()).profile.data.rephrasing, true, 'the choice is kept');
});

testIn('chromium', 'the interface of the browser itself is understood, where it has no model to offer', async (session) => {
  const popup = await session.openPage(await prepared(session));
  await saidOnce(popup, /cannot be rephrased here/);
  assert.equal(await isShown(popup, 'rephrase'), false);
  const options = await session.openPage('options.html');
  await shown(options, '[data-slot="rephrasing-unavailable"]');
  // The browser remarks on it in the console of whoever asks.
  await until(() => session.console.heard.length === 2);
  for (const line of session.console.heard.splice(0)) assert.match(line, /INFO:CONSOLE.*Unable to create a text session/);
});
