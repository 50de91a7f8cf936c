// What the extension says on a console, in pages and in the background, as the browser prints it.
// The extension has nothing to say there: whatever is heard fails the test.

import { createInterface } from 'node:readline';

/** How each browser is started so that it prints what consoles say. */
export const CHROMIUM_FLAGS = ['--enable-logging=stderr'];
export const FIREFOX_PREFERENCES = {
  'devtools.console.stdout.content': true,
  'browser.dom.window.dump.enabled': true,
  // Its own notifications: a machine without a desktop has no others.
  'alerts.useSystemBackend': false,
  // It asks the network about its own studies after half a minute, and would say that there is none.
  'messaging-system.log': 'off',
};

const SAID = {
  // [1:1:1123/153130.992233:INFO:CONSOLE:1] "text", source: address (line)
  chromium: /:CONSOLE[:(]/,
  // console.error: "text"; JavaScript error: moz-extension://… , line 1: text
  firefox: /^(console\.\w+:|JavaScript (error|warning): moz-extension:)/,
};

/** Listens to a browser from its start to its end. */
export class ConsoleErrors {
  heard = [];

  constructor({ name, browser }) {
    const { stdout, stderr } = browser.process();
    for (const stream of [stdout, stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        if (SAID[name].test(line)) this.heard.push(line);
      });
    }
  }
}
