import { html, type Html } from './markup.ts';
import { percentText } from '../numbers.ts';

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

function fixed(value: number): string {
  return String(Math.round(value * 100) / 100);
}
