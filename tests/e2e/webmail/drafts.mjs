// A draft to insert, and the way to the button.

import { goToPerson, press, shown, valueOf } from '../../../scripts/browsers/ui.mjs';
import { SAMPLE_PROFILE, SAMPLE_SPECIFIC } from '../../../scripts/run/sample_calendar.mjs';
import { byHand } from '../support/interviews.mjs';
import { popupOver } from '../support/popup_over.mjs';

export const TO = 'priya.shah@kettlefish.example';

let drafts = 0;

/** Stores an interview with a draft to Priya Shah; each with another employer, or they would be one. */
export async function newDraft(session, changes = {}) {
  await session.command({ kind: 'saveProfile', profile: { ...SAMPLE_PROFILE, ...changes } });
  const { interview } = await session.command({ kind: 'addInterview', interview: byHand({ employer: `${String.fromCharCode(65 + (drafts++ % 26)).repeat(3)}lder ${drafts}` }) });
  const stored = (await session.interviews()).find((it) => it.id === interview);
  const person = stored.people.find((it) => it.email === TO).id;
  await session.command({ kind: 'answer', interview, person, specific: SAMPLE_SPECIFIC, sellingPoints: [] });
  await session.command({ kind: 'prepareNote', interview, person, variant: 0 });
  return { interview, person };
}

/** Where the note to that person stands. */
export async function statusOf(session, { interview, person }) {
  const stored = (await session.interviews()).find((it) => it.id === interview);
  return stored.people.find((it) => it.id === person).status;
}

/** Opens the popup over a page and goes to the draft; gives the popup and the text as reviewed. */
export async function atDraft(session, page, { interview, person }) {
  const popup = await popupOver(session, page);
  await goToPerson(popup, interview, person);
  await shown(popup, '#body');
  return { popup, subject: await valueOf(popup, '#subject'), body: await valueOf(popup, '#body') };
}

/** Presses *Insert into …* on the draft. */
export async function insert(session, page, draft) {
  const found = await atDraft(session, page, draft);
  await press(found.popup, 'main [data-slot="insert"]');
  return found;
}

/** Lines that are not blank: what every editor keeps of a text. */
export function lines(text) {
  return text.split('\n').map((it) => it.replaceAll('\u00a0', ' ').trim()).filter(Boolean);
}
