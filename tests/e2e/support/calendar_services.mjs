// Google Calendar and Microsoft Graph at their true addresses, as far as the public documentation
// says how they answer (November 2026): consent by OAuth with PKCE, tokens, calendars, events.
// Nothing here was recorded from an account.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';

const ACCOUNT = 'jordan.avery@example.com';
const GOOGLE = ['accounts.google.com', 'oauth2.googleapis.com', 'www.googleapis.com'];
const MICROSOFT = ['login.microsoftonline.com', 'graph.microsoft.com'];

/** What both have in common: consent, tokens that can be taken back, and a list of what was asked. */
class CalendarService {
  asked = [];
  events = [];
  state = 1;
  /** What the user does on the page of consent: `yes`, `no`, or `nothing`. */
  consent = 'yes';
  /** Whether the user is signed in there, so that consent given before is given again without a page. */
  signedIn = false;
  /** Status and body instead of the next list of events. */
  refusal = undefined;
  #questions = new Map();
  #access = new Set();
  #refresh = new Set();
  #count = 0;

  /** Makes all access tokens useless. */
  expire() {
    this.#access.clear();
  }

  /** Takes back the user's consent. */
  withdraw() {
    this.expire();
    this.#refresh.clear();
  }

  /** Asked over the network by `Sites`. */
  answer(host, path, query) {
    if (!this.hosts.includes(host)) return undefined;
    return (request, response) => this.#take(host, path, new URLSearchParams(query), request, response);
  }

  async #take(host, path, query, request, response) {
    let body = '';
    for await (const piece of request) body += piece;
    const { headers, method } = request;
    const json = (status, value, more) => {
      response.writeHead(status, { 'content-type': 'application/json', ...more });
      response.end(JSON.stringify(value));
    };
    // Chromium itself asks Google who is signed in, whenever it likes.
    if (!Object.values(this.paths).includes(path) && !path.startsWith(this.lists)) return json(404, {});
    this.asked.push({ host, path, query: Object.fromEntries(query), method, headers });
    if (path === this.paths.authorization) this.#authorize(query, response);
    else if (path === this.paths.tokens) json(...this.#tokens(new URLSearchParams(body)));
    else if (!this.#access.has(headers.authorization)) json(401, { error: { code: 'InvalidAuthenticationToken' } });
    else if (path === this.paths.calendars) json(200, this.calendars());
    else if (this.refusal) json(...this.refusal);
    else json(...this.list(path, query));
    return undefined;
  }

  #authorize(query, response) {
    assert.equal(query.get('response_type'), 'code');
    assert.equal(query.get('code_challenge_method'), 'S256');
    assert.equal(query.get('scope'), this.scope);
    if (this.consent === 'nothing' || (query.get('prompt') === 'none' && !this.signedIn)) {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sign in</title><p>Sign in');
      return;
    }
    const back = new URL(query.get('redirect_uri'));
    back.searchParams.set('state', query.get('state'));
    if (this.consent === 'no') back.searchParams.set('error', 'access_denied');
    else {
      const code = `4/${++this.#count}`;
      this.#questions.set(code, query);
      back.searchParams.set('code', code);
    }
    response.writeHead(302, { location: back.href }).end();
  }

  #tokens(form) {
    const refused = [400, { error: 'invalid_grant' }];
    if (form.get('grant_type') === 'refresh_token') {
      if (!this.#refresh.has(form.get('refresh_token'))) return refused;
    } else {
      const question = this.#questions.get(form.get('code'));
      this.#questions.delete(form.get('code'));
      const challenge = createHash('sha256').update(form.get('code_verifier') ?? '').digest('base64url');
      const same = question && ['client_id', 'redirect_uri'].every((it) => question.get(it) === form.get(it));
      if (!same || question.get('code_challenge') !== challenge) return refused;
    }
    const [access, refresh] = ['access', 'refresh'].map((it) => `${this.name}-${it}-${++this.#count}`);
    this.#access.add(`Bearer ${access}`);
    this.#refresh.add(refresh);
    return [200, { token_type: 'Bearer', access_token: access, refresh_token: refresh, expires_in: 3600, scope: this.scope }];
  }
}

/** Google Calendar. */
export class Google extends CalendarService {
  name = 'google';
  hosts = GOOGLE;
  paths = { authorization: '/o/oauth2/v2/auth', tokens: '/token', calendars: '/calendar/v3/users/me/calendarList' };
  lists = '/calendar/v3/calendars/';
  scope = 'https://www.googleapis.com/auth/calendar.calendarlist.readonly https://www.googleapis.com/auth/calendar.events.readonly';

  /** One event of the main calendar. */
  event({ id = 'one', title, start, minutes = 60, people, status = 'confirmed' }) {
    const at = (ms) => ({ dateTime: new Date(ms).toISOString(), timeZone: 'Europe/Berlin' });
    return {
      id, iCalUID: `${id}@google.example`, status, summary: title, start: at(start), end: at(start + minutes * 60_000),
      organizer: { email: people[0][1], displayName: people[0][0] },
      attendees: [...people.map(([displayName, email]) => ({ displayName, email })), { email: ACCOUNT, self: true, responseStatus: 'accepted' }],
    };
  }

  calendars() {
    return { items: [
      { id: 'holidays@group.example', summary: 'Holidays', accessRole: 'reader' },
      { id: ACCOUNT, summary: 'Jordan', accessRole: 'owner', primary: true },
    ] };
  }

  list(path, query) {
    if (path !== `/calendar/v3/calendars/${encodeURIComponent(ACCOUNT)}/events`) return [404, { error: { code: 404 } }];
    const token = query.get('syncToken');
    if (token === null) return [200, { timeZone: 'Europe/Berlin', items: this.events, nextSyncToken: `s/${this.state}` }];
    if (!token.startsWith('s/')) return [410, { error: { errors: [{ reason: 'fullSyncRequired' }], code: 410 } }];
    const changed = token !== `s/${this.state}`;
    return [200, { items: changed ? [{ id: 'one', status: 'cancelled' }] : [], nextSyncToken: `s/${this.state}` }];
  }
}

/** Outlook by Microsoft Graph. */
export class Microsoft extends CalendarService {
  name = 'microsoft';
  hosts = MICROSOFT;
  paths = { authorization: '/common/oauth2/v2.0/authorize', tokens: '/common/oauth2/v2.0/token', calendars: '/v1.0/me/calendars' };
  lists = '/v1.0/me/calendarView/';
  scope = 'Calendars.Read offline_access';

  /** One event of the main calendar. */
  event({ id = 'one', title, start, minutes = 60, people, cancelled = false }) {
    const at = (ms) => ({ dateTime: new Date(ms).toISOString().replace('Z', '0000'), timeZone: 'UTC' });
    const person = ([name, address]) => ({ name, address });
    return {
      id: `AAMk-${id}=`, iCalUId: `${id}@google.example`, type: 'singleInstance', subject: title, isCancelled: cancelled, isAllDay: false,
      originalStartTimeZone: 'W. Europe Standard Time', start: at(start), end: at(start + minutes * 60_000),
      body: { contentType: 'text', content: '' }, responseStatus: { response: 'accepted' },
      organizer: { emailAddress: person(people[0]) },
      attendees: people.map((it) => ({ type: 'required', status: { response: 'none' }, emailAddress: person(it) })),
    };
  }

  calendars() {
    return { value: [{ id: 'AA=', name: 'Calendar', isDefaultCalendar: true, owner: { name: 'Jordan Avery', address: ACCOUNT } }] };
  }

  list(path, query) {
    if (path !== '/v1.0/me/calendarView/delta') return [404, { error: { code: 'ErrorItemNotFound' } }];
    const link = (name, value) => `https://graph.microsoft.com/v1.0/me/calendarView/delta?$${name}=${value}`;
    const done = { '@odata.deltaLink': link('deltatoken', this.state) };
    const token = query.get('$deltatoken');
    if (token === null) {
      // A page with everything, and a last one with nothing.
      if (query.has('$skiptoken')) return [200, { value: [], ...done }];
      return [200, { value: this.events, '@odata.nextLink': link('skiptoken', 'next') }];
    }
    if (token === 'lost') return [410, { error: { code: 'syncStateNotFound' } }];
    const changed = token !== String(this.state);
    return [200, { value: changed ? [{ id: 'AAMk-one=', '@removed': { reason: 'deleted' } }] : [], ...done }];
  }
}
