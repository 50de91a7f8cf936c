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
