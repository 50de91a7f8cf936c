// Invented interviews for the tests.

const HOUR = 3_600_000;

/** An interview as the form for entering one by hand gives it; it ended an hour ago. */
export function byHand(changes = {}) {
  const now = Date.now();
  return {
    employer: 'Kettlefish',
    role: 'Senior Engineer',
    startMs: now - 2 * HOUR,
    endMs: now - HOUR,
    zone: 'Europe/Berlin',
    people: [
      { name: 'Priya Shah', email: 'priya.shah@kettlefish.example', title: 'Engineering Manager' },
      { name: 'Tom Kovač', email: 'tom.kovac@kettlefish.example', title: '' },
    ],
    ...changes,
  };
}

/**
 * Times of an interview whose notes take the first sentence of each list (`note/compose/entry.rs`), for
 * tests that look for one: it ended an hour ago or up to three hours earlier.
 */
export function withFirstSentences() {
  const turn = (ms) => {
    const hours = Math.floor(ms / HOUR);
    return (hours + Math.floor(hours / 24)) % 3;
  };
  let endMs = Date.now() - HOUR;
  while (turn(endMs) !== 0) endMs -= HOUR;
  return { startMs: endMs - HOUR, endMs };
}
