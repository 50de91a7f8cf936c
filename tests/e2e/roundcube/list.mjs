// Roundcube after a message was sent.

import { until } from '../../../scripts/browsers/until.mjs';

/**
 * Waits until Roundcube has gone from the sent message to its list, half a second later. A tab that
 * is closed just while it goes may never answer.
 */
export function atList(page) {
  return until(() => !page.url().includes('_action=compose'), { what: 'Roundcube has gone to its list' });
}
