// One browser with the built extension in a fresh profile, and what a test does with it.

import { startChromium, backgroundOf, openPopup } from '../../../scripts/browsers/chromium.mjs';
import { startFirefox } from '../../../scripts/browsers/firefox.mjs';
import { openExtensionPage } from '../../../scripts/browsers/pages.mjs';
import { until } from '../../../scripts/browsers/until.mjs';
import { ConsoleErrors } from './console_errors.mjs';

const FIREFOX_PREFERENCES = {
  'devtools.console.stdout.content': true,
  'browser.dom.window.dump.enabled': true,
};

/** A running browser. */
export class Session {
  /** Starts `chromium` or `firefox`. */
  static async start(name, { preferences } = {}) {
    const started = name === 'firefox'
      ? await startFirefox({ preferences: { ...FIREFOX_PREFERENCES, ...preferences } })
      : await startChromium();
    return new Session(started);
  }

  #probe;

  constructor(started) {
    Object.assign(this, started);
    this.errors = new ConsoleErrors(started);
  }

  /** Opens a page of the extension in a tab. */
  async openPage(path) {
    const page = await openExtensionPage(this, path);
    this.errors.watchPage(page);
    return page;
  }

  /** Opens the popup: the real one in Chromium, its page in a tab in Firefox, which offers no way. */
  async openPopup() {
    if (this.name === 'firefox') return this.openPage('popup.html');
    const page = await openPopup(this);
    this.errors.watchPage(page);
    return page;
  }

  /** Runs a function in a page of the extension that does nothing by itself. */
  async inExtension(body, ...values) {
    this.#probe ??= await this.openPage('welcome.html');
    return this.#probe.evaluate(body, ...values);
  }

  /** Everything that is stored. */
  stored() {
    return this.inExtension(() => chrome.storage.local.get(null));
  }

  /** The text on the toolbar button. */
  badge() {
    return this.inExtension(() => chrome.action.getBadgeText({}));
  }

  /** Sends a command to the background, as a page does. */
  command(request, id = crypto.randomUUID()) {
    return this.inExtension((message) => chrome.runtime.sendMessage(message), { id, request });
  }

  /** Stops the background at once, as the browser may at any time. Chromium only. */
  async killBackground() {
    const worker = await backgroundOf(this);
    const isBackground = (it) => it.type() === 'service_worker' && it.url() === worker.url();
    await worker.close();
    await until(() => !this.browser.targets().some(isBackground));
  }

  /** Ends the browser. */
  close() {
    return this.browser.close();
  }
}
