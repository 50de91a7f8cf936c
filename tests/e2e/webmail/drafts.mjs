// A draft to insert, and the way to the button.

import { goToPerson, press, shown, valueOf } from '../../../scripts/browsers/ui.mjs';
import { SAMPLE_PROFILE, SAMPLE_SPECIFIC } from '../../../scripts/run/sample_calendar.mjs';
import { byHand } from '../support/interviews.mjs';
import { popupOver } from '../support/popup_over.mjs';

export const TO = 'priya.shah@kettlefish.example';

let drafts = 0;

/**
 * Stores an interview with a draft to Priya Shah; each with another employer, or they would be one. In
 * one go: each step by itself is a way to the browser and back.
 */
export async function newDraft(session, changes = {}) {
  const requests = {
    profile: { kind: 'saveProfile', profile: { ...SAMPLE_PROFILE, ...changes } },
    add: { kind: 'addInterview', interview: byHand({ employer: `${String.fromCharCode(65 + (drafts++ % 26)).repeat(3)}lder ${drafts}` }) },
    answer: { kind: 'answer', specific: SAMPLE_SPECIFIC, sellingPoints: [] },
    prepare: { kind: 'prepareNote', variant: 0 },
  };
  return session.inExtension(async ({ profile, add, answer, prepare }, to) => {
    const told = async (request) => {
      const reply = await chrome.runtime.sendMessage({ id: crypto.randomUUID(), request });
      if (!reply || reply.kind === 'failed') throw new Error(`${request.kind}: ${JSON.stringify(reply)}`);
      return reply;
    };
    await told(profile);
    const { interview } = await told(add);
    const key = `interview:${interview}`;
    const person = (await chrome.storage.local.get(key))[key].data.people.find((it) => it.email === to).id;
    await told({ ...answer, interview, person });
    await told({ ...prepare, interview, person });
    return { interview, person };
  }, requests, TO);
}

/** Where the note to that person stands. */
export async function statusOf(session, draft) {
  return (await personOf(session, draft)).status;
}

/** That person as stored: status, note, history. */
export function personOf(session, { interview, person }) {
  return session.inExtension(async (key, id) => {
    const { people } = (await chrome.storage.local.get(key))[key].data;
    return people.find((it) => it.id === id);
  }, `interview:${interview}`, person);
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
