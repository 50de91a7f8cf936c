// What the fixture windows do when a message is sent or thrown away, as far as it is known: scripts
// for the pages of site_pages.mjs. The page's language decides the words.

const WORDS = {
  en: { sent: 'Message sent', undo: 'Undo', discard: 'Discard' },
  de: { sent: 'Nachricht gesendet', undo: 'Rückgängig', discard: 'Verwerfen' },
  fr: { sent: 'Message envoyé', undo: 'Annuler', discard: 'Ignorer' },
};

/**
 * Takes the window away and puts it back. `discard` is the button that throws it away, `after` what
 * the service shows when it has sent, `back` what it takes away when the window comes back. `before`
 * and `returned` keep the text of an editor in a frame, which is loaded anew.
 */
const window_ = (selector, { discard, before = '', after = '', back = '', returned = '' }) => `
  const words = ${JSON.stringify(WORDS)}[document.documentElement.lang];
  const compose = document.querySelector(${JSON.stringify(selector)});
  const home = compose.parentElement;
  window.send = () => compose.querySelector('[data-send]');
  window.send().addEventListener('click', () => {
    // A question in between, as services ask when the subject is empty: nothing is sent.
    if (window.asks) return;
    ${before}
    compose.remove();
    ${after}
  });
  compose.insertAdjacentHTML('beforeend', \`${discard}\`);
  window.discard = () => compose.querySelector('[data-discard]');
  window.discard().addEventListener('click', () => compose.remove());
  window.back = () => { ${back} home.append(compose); ${returned} };
  compose.addEventListener('keydown', (event) => { if (event.key === 'Enter' && event.ctrlKey) window.send().click(); });`;

/** A line that says so, and takes back. */
const line = (markup, place = 'home') => `
  const line = document.createElement('div');
  line.id = 'said';
  line.innerHTML = ${JSON.stringify(markup)};
  setTimeout(() => {
    line.firstElementChild.append(words.sent + '. ');
    line.firstElementChild.insertAdjacentHTML('beforeend', '<button data-undo>' + words.undo + '</button>');
    line.querySelector('[data-undo]').addEventListener('click', () => window.back());
  }, 300);
  ${place}.append(line);`;
const gone = "document.querySelector('#said')?.remove();";

const GMAIL = `${window_('.aaZ, .AD', {
  discard: '<div class="oh"><div role="button" class="og T-I-ax7" data-discard>x</div></div>',
  after: 'window.shows();',
  back: gone,
})}
  window.shows = () => {
    const line = document.createElement('div');
    line.className = 'vh';
    line.id = 'said';
    line.innerHTML = '<span>' + words.sent + '</span> <span id="link_undo" role="link" data-undo>' + words.undo + '</span> <span id="link_vsm" role="link">?</span>';
    line.querySelector('[data-undo]').addEventListener('click', () => window.back());
    home.append(line);
  };
  // Something else is done, and can be undone.
  window.archived = () => {
    document.querySelector('#said').innerHTML = '<span>1</span> <span id="link_undo" role="link" data-other>' + words.undo + '</span>';
    return document.querySelector('[data-other]');
  };
  // Beside *Send*: a menu with *Send later*.
  window.send().insertAdjacentHTML('afterend', '<div role="button" class="T-I J-J5-Ji hG T-I-atl L3" aria-haspopup="true" data-menu>v</div>');
  window.menu = () => compose.querySelector('[data-menu]');
  window.menu().addEventListener('click', () => {
    document.body.insertAdjacentHTML('beforeend', '<div role="menu"><div role="menuitem" selector="scheduledSend" data-later>?</div></div>');
    window.sendLater().addEventListener('click', () => { compose.remove(); window.shows(); });
  });
  window.sendLater = () => document.querySelector('[data-later]');`;
const outlook = (selector) => window_(selector, { discard: '<button aria-label="${words.discard}" data-discard>x</button>' });
const proton = (frame = {}) => window_('.composer', {
  ...frame,
  discard: '<button data-testid="composer:delete-draft-button" data-discard>x</button>',
  after: line('<div role="alert"></div>', "document.querySelector('.notifications-container')"),
  back: gone,
});
const IN_FRAME = {
  before: "const kept = compose.querySelector('iframe').contentWindow.texts(); window.kept = kept;",
  returned: `
    const frame = compose.querySelector('iframe');
    frame.addEventListener('load', async () => {
      while (!frame.contentWindow.ready) await new Promise((done) => setTimeout(done, 20));
      // The recipients stand there before the text, longer than the companion takes to look.
      await new Promise((done) => setTimeout(done, 1_000));
      frame.contentWindow.write(window.kept);
    }, { once: true });`,
};
const fastmail = window_('.v-Compose', {
  discard: '<button class="v-Button s-discard" data-discard>x</button>',
  after: line('<div class="v-Notification"></div>'),
  back: gone,
});

const yahoo = (selector, name) => window_(selector, {
  discard: `<button ${name} data-discard>x</button>`,
  after: line('<div role="status"></div>'),
  back: gone,
});

/** By window: the script, whether the service shows a sign that counts, and whether it takes back. */
export const SENDING = {
  'gmail/2022': { script: GMAIL, sure: true, undo: true },
  'gmail/2013': { script: GMAIL, sure: true, undo: true },
  'outlook/2024': { script: outlook('.owaCompose'), sure: false },
  'outlook/2019': { script: outlook('body > div'), sure: false },
  'yahoo/2020': { script: yahoo('[data-test-id="compose"]', 'data-test-id="icon-btn-trash"'), sure: true, undo: true },
  'yahoo/2024': { script: yahoo('[data-yahoo-compose]', 'title="${words.discard}"'), sure: true, undo: true },
  'yahoo/plain': { script: yahoo('[data-yahoo-compose]', 'data-test-id="delete-compose"'), sure: true, undo: true },
  'proton/2022': { script: proton(IN_FRAME), sure: true, undo: true },
  'proton/plain': { script: proton(), sure: true, undo: true },
  'fastmail/2020': { script: fastmail, sure: true, undo: true },
  'fastmail/plain': { script: fastmail, sure: true, undo: true },
};
