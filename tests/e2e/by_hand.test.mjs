// An interview typed as one line: shown as it is understood, corrected in the form, added.

import assert from 'node:assert/strict';
import { press, shown, textOf, typeInto, valueOf } from '../../scripts/browsers/ui.mjs';
import { until } from '../../scripts/browsers/until.mjs';
import { testInBoth } from './support/test_in.mjs';

const slot = (name) => `main [data-slot="${name}"]`;

testInBoth('a line becomes an interview, with what was corrected', async (session) => {
  await session.interviews();
  let popup = await session.openPopup();
  await press(popup, '#add');
  await typeInto(popup, slot('line'), 'Interview with Acme, yesterday 3pm, Priya Shah and Tom');
  await until(async () => /Tom/.test(await textOf(popup, slot('preview'))));
  const preview = await textOf(popup, slot('preview'));
  assert.match(preview, /^Acme · .*3:00\sPM – 4:00\sPM · Priya Shah, Tom$/);
  assert.equal(await valueOf(popup, slot('employer')), 'Acme');
  assert.equal(await valueOf(popup, slot('from')), '15:00');
  assert.equal(await valueOf(popup, slot('until')), '16:00');
  assert.deepEqual(await session.interviews(), [], 'nothing is stored by typing');

  // A correction stays when the line goes on.
  await typeInto(popup, slot('employer'), 'Acme Labs');
  await popup.$eval(slot('line'), (it) => it.focus());
  await popup.keyboard.press('End');
  await popup.keyboard.type(', Dana');
  await until(async () => /Dana/.test(await textOf(popup, slot('preview'))));
  assert.equal(await valueOf(popup, slot('employer')), 'Acme Labs');

  // A popup closes as soon as the user looks elsewhere: all of it is there again.
  await popup.close();
  popup = await session.openPopup();
  await until(async () => /Dana/.test(await textOf(popup, slot('preview'))), { what: 'what was typed is there' });
  assert.equal(await textOf(popup, slot('preview')), `${preview}, Dana`);
  assert.equal(await valueOf(popup, slot('employer')), 'Acme Labs');
  assert.equal(await valueOf(popup, slot('from')), '15:00');
  // Whoever goes back to the list finds it when they come again, and begins at the list.
  await press(popup, '#back');
  await popup.close();
  popup = await session.openPopup();
  await press(popup, '#add');
  assert.equal(await valueOf(popup, slot('employer')), 'Acme Labs');
  await popup.$eval(slot('line'), (it) => it.focus());
  await popup.keyboard.press('Enter');
  await shown(popup, slot('outcome'));
  const [added] = await session.interviews();
  assert.equal(added.employer, 'Acme Labs');
  assert.deepEqual(added.people.map((it) => it.name), ['Priya Shah', 'Tom', 'Dana']);
  const start = new Date(added.startMs);
  const yesterday = new Date(Date.now() - 86_400_000);
  assert.deepEqual([start.getDate(), start.getHours()], [yesterday.getDate(), 15]);
  await popup.close();
  popup = await session.openPopup();
  await press(popup, '#add');
  assert.equal(await valueOf(popup, slot('line')), '', 'what is added is typed no more');
  // Nor what was taken out again.
  await typeInto(popup, slot('line'), 'Ac');
  for (const key of ['Backspace', 'Backspace']) await popup.keyboard.press(key);
  await popup.close();
  popup = await session.openPopup();
  await until(() => popup.$eval('#add', (it) => !it.hidden), { what: 'it begins at the list' });
});
