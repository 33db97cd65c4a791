import { html, type Html, type Piece } from './markup.ts';
import { grouped, percentText } from '../numbers.ts';

/** A part of a whole in a stacked bar; `name` is also the class that colours it. */
export interface Part {
  readonly name: string;
  readonly value: number;
  readonly text: string;
}

/** One bar that shows how a whole is made up. Values show on hover; a table must stand beside it. */
export function stackedBar(label: string, parts: readonly Part[]): Html {
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  let x = 0;
  const rectangles = parts
    .filter(({ value }) => value > 0)
    .map(({ name, value, text }) => {
      const width = (value / whole) * 1000;
      const start = x;
      x += width;
      return html`<rect
        class="fill-${name}"
        x="${fixed(start)}"
        y="0"
        width="${fixed(width)}"
        height="40"
        ><title>${name}: ${text} (${percentText(value, whole)})</title></rect
      >`;
    });
  return html`<svg
    class="stack"
    role="img"
    aria-label="${label}"
    viewBox="0 0 1000 40"
    preserveAspectRatio="none"
  >
    ${rectangles}
  </svg>`;
}

/** A bar inside a table cell, for a number that the row names already. */
export function cellBar(value: number, most: number): Html {
  const width = most === 0 ? 0 : Math.max(value > 0 ? 0.5 : 0, (value / most) * 100);
  return html`<svg
    class="cell-bar"
    aria-hidden="true"
    viewBox="0 0 100 10"
    preserveAspectRatio="none"
  >
    <rect width="${fixed(width)}" height="10" />
  </svg>`;
}

const chart = { width: 480, height: 262, left: 58, right: 12, top: 30, bottom: 46 } as const;
const plotWidth = chart.width - chart.left - chart.right;
const plotHeight = chart.height - chart.top - chart.bottom;
const base = chart.top + plotHeight;

/** What a chart of 20 equal steps from 0 to 1 shows. */
export interface StepChart {
  readonly label: string;
  readonly xTitle: string;
  readonly yTitle: string;
  readonly values: readonly number[];
  /** Where a dashed line marks the threshold; `null` = none was asked for. */
  readonly threshold: number | null;
}

/**
 * Bars on a logarithmic scale, a bar for each step: most pairs are hardly alike, and the few that
 * are must be seen too. Bars from the threshold on are coloured as removed.
 */
export function histogram({ label, xTitle, yTitle, values, threshold }: StepChart): Html {
  const top = Math.max(10, ...values);
  const heightOf = (value: number): number => (Math.log1p(value) / Math.log1p(top)) * plotHeight;
  const step = plotWidth / Math.max(1, values.length);
  const bars = values.map((value, at) => {
    const from = at / values.length;
    const height = heightOf(value);
    const side = threshold !== null && from >= threshold - 1e-9 ? 'removed' : 'kept';
    return html`<rect
      class="bar-${side}"
      x="${fixed(chart.left + at * step + 1)}"
      y="${fixed(base - height)}"
      width="${fixed(step - 2)}"
      height="${fixed(height)}"
      ><title>
        ${from.toFixed(2)} to ${((at + 1) / values.length).toFixed(2)}: ${grouped(value)}
      </title></rect
    >`;
  });
  const powers: number[] = [];
  for (let power = 1; power <= top; power *= 10) powers.push(power);
  // Two lines closer than a line of text would run into each other.
  const every = Math.ceil(powers.length / 6);
  const ticks = powers.filter((_, at) => at % every === 0);
  return framed(label, xTitle, yTitle, threshold, [
    ticks.map((tick) => yTick(grouped(tick), base - heightOf(tick))),
    bars,
  ]);
}

/** A line through the value of each step's upper end. */
export function curve({ label, xTitle, yTitle, values, threshold }: StepChart): Html {
  const top = niceTop(Math.max(1, ...values));
  const xOf = (at: number): number => chart.left + ((at + 1) / values.length) * plotWidth;
  const yOf = (value: number): number => base - (value / top) * plotHeight;
  const points = values.map((value, at) => `${fixed(xOf(at))},${fixed(yOf(value))}`).join(' ');
  const dots = values.map(
    (value, at) =>
      html`<circle class="dot" cx="${fixed(xOf(at))}" cy="${fixed(yOf(value))}" r="4"
        ><title>
          threshold ${((at + 1) / values.length).toFixed(2)}: ${grouped(value)}
        </title></circle
      >`,
  );
  const ticks = [0, top / 2, top].filter((tick) => Number.isInteger(tick));
  return framed(label, xTitle, yTitle, threshold, [
    ticks.map((tick) => yTick(grouped(tick), yOf(tick))),
    html`<polyline class="line" points="${points}" />`,
    dots,
  ]);
}

/** The next of 1, 2, 4, 10, 20, 40, ... from a value up: its half is whole, or it is 1. */
function niceTop(value: number): number {
  for (let scale = 1; ; scale *= 10) {
    for (const digit of [1, 2, 4]) if (digit * scale >= value) return digit * scale;
  }
}

function framed(
  label: string,
  xTitle: string,
  yTitle: string,
  threshold: number | null,
  content: readonly Piece[],
): Html {
  const labels = [0, 0.2, 0.4, 0.6, 0.8, 1].map(
    (value) =>
      html`<text x="${fixed(chart.left + value * plotWidth)}" y="${base + 18}" text-anchor="middle"
        >${value}</text
      >`,
  );
  const line =
    threshold === null
      ? null
      : html`<line
          class="threshold"
          x1="${fixed(chart.left + threshold * plotWidth)}"
          x2="${fixed(chart.left + threshold * plotWidth)}"
          y1="${chart.top - 6}"
          y2="${base}"
          ><title>threshold ${threshold}</title></line
        >`;
  return html`<svg
    class="chart"
    role="img"
    aria-label="${label}"
    viewBox="0 0 ${chart.width} ${chart.height}"
  >
    <text x="4" y="12">${yTitle}</text>
    ${content}
    <line
      class="axis"
      x1="${chart.left}"
      x2="${chart.width - chart.right}"
      y1="${base}"
      y2="${base}"
    />
    ${line}${labels}
    <text x="${chart.left + plotWidth / 2}" y="${chart.height - 6}" text-anchor="middle">
      ${xTitle}
    </text>
  </svg>`;
}

function yTick(text: string, y: number): Html {
  return html`<line
      class="grid"
      x1="${chart.left}"
      x2="${chart.width - chart.right}"
      y1="${fixed(y)}"
      y2="${fixed(y)}"
    /><text x="${chart.left - 6}" y="${fixed(y + 5)}" text-anchor="end">${text}</text>`;
}

function fixed(value: number): string {
  return String(Math.round(value * 100) / 100);
}
