// One browser with the built extension in a fresh profile, and what a test does with it.

import { rmSync } from 'node:fs';
import { openPopup, startChromium, stopBackground } from '../../../scripts/browsers/chromium.mjs';
import { startFirefox } from '../../../scripts/browsers/firefox.mjs';
import { copyOfProfile } from '../../../scripts/browsers/firefox_profile.mjs';
import { openExtensionPage } from '../../../scripts/browsers/pages.mjs';
import { until } from '../../../scripts/browsers/until.mjs';
import { CHROMIUM_FLAGS, ConsoleErrors, FIREFOX_PREFERENCES } from './console_errors.mjs';

/** A running browser. */
export class Session {
  /** Starts `chromium` or `firefox`; the preferences are for Firefox, the flags for Chromium. */
  static async start(name, { dist, preferences, flags = [], launchOptions } = {}) {
    if (name === 'chromium') {
      return new Session(await startChromium({ dist, flags: [...CHROMIUM_FLAGS, ...flags], launchOptions }));
    }
    const profile = await copyOfProfile();
    const all = { ...FIREFOX_PREFERENCES, ...preferences };
    return new Session(await startFirefox({ dist, preferences: all, profile, launchOptions }), profile);
  }

  #probe;
  #profile;

  constructor(started, profile) {
    Object.assign(this, started);
    this.#profile = profile;
    this.console = new ConsoleErrors(started);
  }

  /** Opens a page of the extension in a tab. */
  openPage(path) {
    return openExtensionPage(this, path);
  }

  /** Opens the popup: the real one in Chromium, its page in a tab in Firefox, which offers no way. */
  async openPopup() {
    if (this.name === 'firefox') return this.openPage('popup.html');
    return openPopup(this, await this.#quietPage());
  }

  /** Runs a function in a page of the extension that does nothing by itself. */
  async inExtension(body, ...values) {
    const page = await this.#quietPage();
    return page.evaluate(body, ...values);
  }

  async #quietPage() {
    this.#probe ??= this.openPage('welcome.html');
    return this.#probe;
  }

  /** Everything that is stored. */
  stored() {
    return this.inExtension(() => chrome.storage.local.get(null));
  }

  /** The same, once a background that began anew has taken stock of interviews there are. */
  async settledStore() {
    return until(async () => {
      const stored = await this.stored();
      return 'index' in stored && stored;
    }, { what: 'the index is there' });
  }

  /** The stored interviews, in no order. */
  interviews() {
    return this.inExtension(async () => {
      const stored = await chrome.storage.local.get(null);
      const keys = Object.keys(stored).filter((it) => it.startsWith('interview:'));
      return keys.map((it) => stored[it].data);
    });
  }

  /** The text on the toolbar button. */
  badge() {
    return this.inExtension(() => chrome.action.getBadgeText({}));
  }

  /** Sends a command to the background, as a page does. */
  command(request, id = crypto.randomUUID()) {
    return this.inExtension((message) => chrome.runtime.sendMessage(message), { id, request });
  }

  /** Stops the background at once. Chromium only: Firefox offers no way. */
  stopBackground() {
    return stopBackground(this);
  }

  /** Ends the browser. */
  async close() {
    await this.browser.close();
    if (this.#profile) rmSync(this.#profile, { recursive: true, force: true });
  }
}
