// What the companion's script tells the background, heard by another page of the extension: the
// browser delivers every message to all of them. So a test knows that the script has looked, and
// "nothing was shown" is said after a look and not after a pause.

import assert from 'node:assert/strict';
import { until } from '../../../scripts/browsers/until.mjs';

export class Heard {
  static async start(session) {
    await session.inExtension(() => {
      window.heard = [];
      chrome.runtime.onMessage.addListener((message, sender) => {
        if (/^companion/.test(message?.kind ?? '')) window.heard.push({ ...message, at: sender.url });
      });
    });
    return new Heard(session);
  }

  constructor(session) {
    this.session = session;
  }

  /** Every message of this kind, in order. */
  all(kind) {
    return this.session.inExtension((it) => window.heard.filter((one) => !it || one.kind === it), kind);
  }

  /**
   * What the script told of messages: never who or what else is in the page, and a text only once the
   * note was put into that message.
   */
  async toldLittle(others) {
    const told = JSON.stringify(await this.all());
    for (const it of others) assert.ok(!told.includes(it), `${it} was told`);
    let isIn = false;
    for (const { kind, seen, action, report } of await this.all()) {
      if (kind === 'companionPlan') isIn = false;
      if (action === 'report') isIn ||= ['inserted', 'already'].includes(report.outcome);
      if (kind === 'companionLook' && !isIn) assert.equal(seen.text, null, 'no text before the note is in it');
    }
  }

  async count(kind) {
    return (await this.all(kind)).length;
  }

  /**
   * Waits until the script has looked at a message with this recipient and dealt with the answer:
   * it looks again, at what `change` does, only after that.
   */
  async looked(recipient, change) {
    const looks = async () => (await this.all('companionLook'))
      .filter((it) => it.seen.recipients.some((one) => one.includes(recipient)));
    const before = await until(async () => (await looks()).at(-1), { what: `a message to ${recipient} is looked at` });
    await change();
    await until(async () => {
      const now = (await looks()).at(-1);
      return JSON.stringify(now.seen) !== JSON.stringify(before.seen);
    }, { what: 'it is looked at again' });
  }
}
