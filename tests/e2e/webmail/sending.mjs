// What the fixture windows do when a message is sent or thrown away, as far as it is known: scripts
// for the pages of site_pages.mjs. `language` is the one of the page.

const SENT = { en: 'Message sent', de: 'Nachricht gesendet', fr: 'Message envoyé' };

/** Takes the window away and puts it back; `after` is what the service shows then. */
const window_ = (selector, after, undo = '') => `
  const compose = document.querySelector(${JSON.stringify(selector)});
  const home = compose.parentElement;
  const said = ${JSON.stringify(SENT)}[document.documentElement.lang];
  const discard = Object.assign(document.createElement('button'), { textContent: 'x', className: 'og s-discard' });
  discard.setAttribute('role', 'button');
  discard.setAttribute('aria-label', 'Discard');
  discard.setAttribute('data-testid', 'composer:delete-draft-button');
  discard.setAttribute('data-test-id', 'delete-compose');
  compose.append(discard);
  discard.addEventListener('click', () => compose.remove());
  window.discard = () => discard;
  window.send = () => [...compose.querySelectorAll('button, [role="button"]')].find((it) => it !== discard);
  window.send().addEventListener('click', () => { compose.remove(); ${after} });
  window.back = () => { ${undo} home.append(compose); };`;

const GMAIL = window_('.aaZ, .AD', `
  const line = document.createElement('div');
  line.className = 'vh';
  line.innerHTML = '<span>' + said + '</span> <span id="link_undo" role="link">Undo</span> <span id="link_vsm" role="link">View</span>';
  line.querySelector('#link_undo').addEventListener('click', () => window.back());
  home.append(line);`, "document.querySelector('.vh')?.remove();");
const announced = (selector, markup) => window_(selector, `
  const line = document.createElement('div');
  line.innerHTML = ${JSON.stringify(markup)};
  setTimeout(() => { line.firstElementChild.textContent = said + '.'; }, 300);
  (document.querySelector('.notifications-container') ?? home).append(line);`);

/** By window: the script, and whether the service shows a sign that counts. */
export const SENDING = {
  'gmail/2022': { script: GMAIL, sure: true, undo: '#link_undo' },
  'gmail/2013': { script: GMAIL, sure: true, undo: '#link_undo' },
  'outlook/2024': { script: window_('.owaCompose', ''), sure: false },
  'outlook/2019': { script: window_('body > div', ''), sure: false },
  'yahoo/2020': { script: announced('[data-test-id="compose"]', '<div role="status"></div>'), sure: true },
  'proton/plain': { script: announced('.composer', '<div role="alert"></div>'), sure: true },
  'fastmail/2020': { script: announced('.v-Compose', '<div class="v-Notification"></div>'), sure: true },
  'fastmail/plain': { script: announced('.v-Compose', '<div class="v-Notification"></div>'), sure: true },
};
