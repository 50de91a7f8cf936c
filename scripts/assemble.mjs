// Puts dist/chrome and dist/firefox together from what is written (extension/, www/) and what is
// built (wasm, icons). The result is what the stores get: no source of an icon, no public site.
// Another folder than dist can be named; with --services it is the build with calendar services.

import { cpSync, existsSync, mkdirSync, rmSync, statSync, writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { icons } from './icons.mjs';
import { BROWSERS, manifestFor } from './manifest.mjs';

const { values: { services }, positionals: [folder = 'dist'] } = parseArgs({
  options: { services: { type: 'boolean', default: false } }, allowPositionals: true,
});
const WASM = services ? 'target/services/wasm' : 'target/extension-wasm';
const PROOFREADER = 'target/proofreader-wasm';
const PICO = 'node_modules/@picocss/pico/css/pico.classless.min.css';
const NOT_SHIPPED = [/^extension\/manifest\.json$/, /\.svg$/, /^www\/site(\/|$)/, /\/\.[^/]*$/];

const shipped = (path) => !NOT_SHIPPED.some((it) => it.test(path));

for (const browser of BROWSERS) {
  const dist = join(folder, browser);
  rmSync(dist, { recursive: true, force: true });
  for (const source of ['extension', 'www']) {
    cpSync(source, dist, { recursive: true, filter: shipped });
  }
  mkdirSync(join(dist, 'wasm'));
  for (const file of ['afternote.js', 'afternote_bg.wasm']) {
    cpSync(join(WASM, file), join(dist, 'wasm', file));
  }
  if (existsSync(PROOFREADER)) {
    for (const file of ['proofreader.js', 'proofreader_bg.wasm']) {
      cpSync(join(PROOFREADER, file), join(dist, 'wasm', file));
    }
  }
  cpSync(PICO, join(dist, 'pico.classless.min.css'));
  for (const [name, png] of icons()) writeFileSync(join(dist, 'icons', name), png);
  writeFileSync(join(dist, 'manifest.json'), `${JSON.stringify(manifestFor(browser, services), null, 2)}\n`);
}

const wasm = join(WASM, 'afternote_bg.wasm');
const report = {
  wasm_raw_bytes: statSync(wasm).size,
  wasm_gzip_bytes: gzipSync(readFileSync(wasm), { level: 9 }).length,
};
mkdirSync('target/report', { recursive: true });
writeFileSync(`target/report/${services ? 'wasm_services' : 'wasm'}.json`, `${JSON.stringify(report, null, 2)}\n`);
console.log(
  `${folder}/chrome and ${folder}/firefox are built; wasm: ${report.wasm_raw_bytes} bytes, ${report.wasm_gzip_bytes} as gzip`,
);
