// The bitmaps of the icon: browsers take no SVG for extensions (Chromium) and notifications.

import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

const SIZES = [16, 32, 48, 128];

/** The icons as `[file name, PNG bytes]`. */
export function icons() {
  const drawing = readFileSync('extension/icons/afternote.svg');
  return SIZES.map((width) => [
    `${width}.png`,
    new Resvg(drawing, { fitTo: { mode: 'width', value: width } }).render().asPng(),
  ]);
}
