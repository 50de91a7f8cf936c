// Finds the browsers on this machine. As a command it prints the path, or exits with 1.

import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
  chromedriver: ['chromedriver'],
  firefox: ['firefox-esr', 'firefox'],
};

/** Path of a program; `CHROMIUM`, `CHROMEDRIVER` or `FIREFOX` in the environment goes first. */
export function executable(program) {
  const wanted = process.env[program.toUpperCase()];
  const found = wanted ?? NAMES[program].map(onPath).find(Boolean);
  if (!found) throw new Error(`${program} is not installed: run ./build.sh run or ./build.sh test once.`);
  return found;
}

function onPath(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((directory) => join(directory, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    console.log(executable(process.argv[2]));
  } catch {
    process.exit(1);
  }
}
