// The built extension with access to some hosts given beforehand: no test can press the button of a
// browser's own question. Nothing but this line of the manifest differs; what the extension asks,
// and when, is the same.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the built extension, or of another build, that may enter these hosts; remove it after use. */
export function allowed(browser, hosts, dist = 'dist') {
  const folder = mkdtempSync(join(tmpdir(), 'afternote-allowed-'));
  cpSync(`${dist}/${browser === 'firefox' ? 'firefox' : 'chrome'}`, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path));
  manifest.host_permissions = hosts.map((it) => (it.includes('://') ? it : `https://${it}/*`));
  writeFileSync(path, JSON.stringify(manifest));
  return { dist: folder, remove: () => rmSync(folder, { recursive: true }) };
}
