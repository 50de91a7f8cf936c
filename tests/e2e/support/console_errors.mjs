// Collects what pages, the background worker and the browser itself complain about. A test whose
// session has complaints fails.

import { createInterface } from 'node:readline';

/** Lines that Firefox prints about itself, not about an extension, are no complaints. */
const ABOUT_AN_EXTENSION = /moz-extension:|^console\.(error|warn):/;

/** Collects the complaints of all pages and workers of a browser. */
export class ConsoleErrors {
  complaints = [];
  #watched = new WeakSet();

  constructor({ name, browser }) {
    if (name === 'firefox') {
      this.#watchOutput(browser.process());
    } else {
      browser.on('targetcreated', (target) => this.#watchTarget(target));
      for (const target of browser.targets()) this.#watchTarget(target);
    }
  }

  /** Watches a page from now on, and hears what it has said before. */
  watchPage(page) {
    if (this.#watched.has(page)) return;
    this.#watched.add(page);
    page.on('console', (message) => this.#heard(page.url(), message));
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error}`));
  }

  async #watchTarget(target) {
    try {
      if (target.type() === 'service_worker') this.#watchWorker(await target.worker());
      else if (target.type() === 'page') this.watchPage(await target.asPage());
    } catch (error) {
      // A target may be gone before it can be looked at.
      if (!/closed|detached|No target/i.test(String(error))) this.complaints.push(String(error));
    }
  }

  #watchWorker(worker) {
    if (!worker || this.#watched.has(worker)) return;
    this.#watched.add(worker);
    worker.on('console', (message) => this.#heard(worker.url(), message));
    worker.client.on('Runtime.exceptionThrown', ({ exceptionDetails: it }) =>
      this.complaints.push(`${worker.url()}: ${it.exception?.description ?? it.text}`));
  }

  #heard(url, message) {
    if (['error', 'warn', 'assert'].includes(message.type())) {
      this.complaints.push(`${url}: ${message.text()}`);
    }
  }

  // The background of Firefox is no target; with the preferences of `session.mjs` it is heard on the
  // standard output.
  #watchOutput(process) {
    for (const stream of [process.stdout, process.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        if (ABOUT_AN_EXTENSION.test(line)) this.complaints.push(line);
      });
    }
  }
}
