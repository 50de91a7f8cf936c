// What was asked of `./build.sh run`.

import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';

/** A request that makes no sense; the message says what does. */
export class UsageError extends Error {}

/**
 * Reads the arguments.
 * @returns {{browser: 'chromium' | 'firefox', file?: string, emails: string[], name: string}}
 */
export function request(args) {
  let parsed;
  try {
    parsed = parseArgs({
      args,
      allowPositionals: true,
      options: {
        firefox: { type: 'boolean', default: false },
        me: { type: 'string', multiple: true, default: [] },
        name: { type: 'string', default: '' },
      },
    });
  } catch (error) {
    throw new UsageError(`${error.message} Usage: ./build.sh run [--firefox] [FILE.ics --me ADDRESS ... [--name "NAME"]]`);
  }
  const { values, positionals } = parsed;
  const [file, ...more] = positionals;
  if (more.length > 0) throw new UsageError('One calendar file at a time, please.');
  if (file && !existsSync(file)) throw new UsageError(`There is no file "${file}".`);
  if (file && values.me.length === 0) {
    throw new UsageError('Say which address is yours: ./build.sh run FILE.ics --me me@example.com');
  }
  if (!file && values.me.length > 0) throw new UsageError('--me belongs to a calendar file of your own.');
  return {
    browser: values.firefox ? 'firefox' : 'chromium',
    file,
    emails: values.me,
    name: values.name,
  };
}
