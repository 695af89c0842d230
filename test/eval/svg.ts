/** A line chart as SVG: per cent on both axes, no script, no style sheet, readable on light and dark pages. */
export interface Chart {
  readonly title: string;
  /** Name of the axis and its largest value (a share). */
  readonly x: { readonly name: string; readonly most: number };
  readonly y: { readonly name: string; readonly most: number };
  readonly line: readonly Point[];
  /** What it is compared with, drawn thin. */
  readonly other?: readonly Point[];
  /** Where the bot stands, or what the line is made of. */
  readonly marks: readonly Point[];
  /** What a perfect line would be, from the first point to the second. */
  readonly guide: readonly [Point, Point];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const WIDTH = 480;
const HEIGHT = 320;
const MARGIN = 48;
const TICKS = 5;

export function drawChart({ title, x, y, line, other = [], marks, guide }: Chart): string {
  const across = (value: number): string => (MARGIN + (Math.min(value, x.most) / x.most) * (WIDTH - 2 * MARGIN)).toFixed(1);
  const up = (value: number): string => (HEIGHT - MARGIN - (Math.min(value, y.most) / y.most) * (HEIGHT - 2 * MARGIN)).toFixed(1);
  const at = (point: Point): string => `${across(point.x)},${up(point.y)}`;
  const shares = Array.from({ length: TICKS + 1 }, (_, tick) => tick / TICKS);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="sans-serif" font-size="12" fill="#767676">`,
    `<title>${title}</title>`,
    `<text x="${WIDTH / 2}" y="24" text-anchor="middle" font-size="14">${title}</text>`,
    ...shares.map((share) => `<text x="${across(share * x.most)}" y="${HEIGHT - MARGIN + 16}" text-anchor="middle">${perCent(share * x.most)}</text>`),
    ...shares.map((share) => `<text x="${MARGIN - 6}" y="${up(share * y.most)}" text-anchor="end" dominant-baseline="middle">${perCent(share * y.most)}</text>`),
    `<text x="${WIDTH / 2}" y="${HEIGHT - 12}" text-anchor="middle">${x.name}, per cent</text>`,
    `<text transform="translate(12 ${HEIGHT / 2}) rotate(-90)" text-anchor="middle">${y.name}, per cent</text>`,
    `<path d="M${at({ x: 0, y: y.most })} V${up(0)} H${across(x.most)}" fill="none" stroke="#767676"/>`,
    `<path d="M${at(guide[0])} L${at(guide[1])}" fill="none" stroke="#767676" stroke-dasharray="4 4"/>`,
    `<polyline points="${other.map(at).join(' ')}" fill="none" stroke="#ef6c00" stroke-width="1"/>`,
    `<polyline points="${line.map(at).join(' ')}" fill="none" stroke="#1976d2" stroke-width="2"/>`,
    ...marks.map((mark) => `<circle cx="${across(mark.x)}" cy="${up(mark.y)}" r="4" fill="#1976d2"/>`),
    '</svg>',
    '',
  ].join('\n');
}

const perCent = (share: number): string => `${Math.round(1000 * share) / 10}`;
