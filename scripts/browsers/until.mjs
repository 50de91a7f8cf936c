// Waiting for something outside this process: no fixed pauses.

/** Waits until a condition holds; an error counts as "not yet". */
export async function until(condition, { within = 30_000, what = String(condition) } = {}) {
  const end = Date.now() + within;
  let last;
  do {
    try {
      const answer = await condition();
      if (answer) return answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  } while (Date.now() < end);
  throw new Error(`waited ${within} ms in vain: ${what}`, { cause: last });
}
