// The archives for the stores: dist/afternote-<version>-<browser>.zip. The same content always gives
// the same bytes: sorted names, one fixed date, a compressor of a locked version.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import { BROWSERS, version } from './manifest.mjs';

// The archive format has local times from 1980 on; this is the same one in every zone.
const DATE = new Date(2000, 0, 1);

for (const browser of BROWSERS) {
  const dist = join('dist', browser);
  const names = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => relative(dist, join(it.parentPath, it.name)).split(sep).join('/'))
    .sort();
  const content = Object.fromEntries(names.map((it) => [it, readFileSync(join(dist, it))]));
  const archive = zipSync(content, { level: 9, mtime: DATE });
  const path = join('dist', `afternote-${version()}-${browser}.zip`);
  writeFileSync(path, archive);
  console.log(`${path}: ${archive.length} bytes`);
}
