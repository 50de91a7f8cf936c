// Profiles for Firefox that are fresh and begin sooner: half of a start in a new profile goes into
// setting it up.

import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { executable } from './executables.mjs';

/** A profile that Firefox has set up, and in which nothing else has happened. */
const SET_UP = 'target/firefox-profile';
/** Says which process uses a profile. */
const LOCKS = ['lock', '.parentlock'];

/** Makes a copy of that profile for one start; whoever starts it removes it. */
export async function copyOfProfile() {
  if (!existsSync(SET_UP)) await setUp();
  const copy = mkdtempSync(join(tmpdir(), 'afternote-firefox-'));
  cpSync(SET_UP, copy, { recursive: true });
  return copy;
}

/** Lets the next start set up a profile anew: that of another version may be there. */
export function forgetProfile() {
  rmSync(SET_UP, { recursive: true, force: true });
}

async function setUp() {
  mkdirSync('target', { recursive: true });
  // Put into its place when it is whole: other processes may look for it meanwhile.
  const made = mkdtempSync(`${SET_UP}-`);
  const browser = await launch({
    browser: 'firefox',
    executablePath: executable('firefox'),
    headless: true,
    userDataDir: made,
  });
  await browser.close();
  for (const lock of LOCKS) rmSync(join(made, lock), { force: true });
  try {
    renameSync(made, SET_UP);
  } catch (error) {
    if (!existsSync(SET_UP)) throw error;
    // Another process was faster.
    rmSync(made, { recursive: true });
  }
}
