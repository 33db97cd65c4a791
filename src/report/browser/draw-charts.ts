import {
  AutoScaleAxis,
  BarChart,
  FixedScaleAxis,
  LineChart,
  type Svg,
  type BarChartOptions,
} from 'chartist';
import { grouped } from '../numbers.ts';
import { keepStyleOutOfMarkup } from './keep-style-out.ts';

/** What one chart shows; all charts of a page share the steps of one table. */
interface Chart {
  readonly isBars: boolean;
  readonly isLogarithmic: boolean;
  /** Names and numbers of the columns it draws, a number for each step from 0 to 1. */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** Where a dashed line stands; `null` = none was asked for. */
  readonly threshold: number | null;
}

/**
 * Draws each figure of class `chart` from the columns of the table `steps` that it names, so that
 * a chart can say nothing the table does not. Without script the table stands open instead.
 */
export function drawCharts(): void {
  const table = document.querySelector<HTMLTableElement>('#steps');
  if (table === null) return;
  keepStyleOutOfMarkup();
  for (const figure of document.querySelectorAll<HTMLElement>('figure.chart')) {
    figure.hidden = false;
    draw(figure, chartOf(figure, table));
  }
  table.closest('details')?.removeAttribute('open');
}

function chartOf({ dataset }: HTMLElement, table: HTMLTableElement): Chart {
  const threshold = table.dataset['threshold'] ?? '';
  return {
    isBars: dataset['kind'] === 'bars',
    isLogarithmic: dataset['scale'] === 'logarithmic',
    series: (dataset['columns'] ?? '').split(' ').map((column) => ({
      name: table.tHead?.rows[0]?.cells[Number(column)]?.textContent.trim() ?? '',
      values: [...(table.tBodies[0]?.rows ?? [])].map((row) =>
        Number(row.cells[Number(column)]?.querySelector('data')?.value ?? 0),
      ),
    })),
    threshold: threshold === '' ? null : Number(threshold),
  };
}

/** Room for the labels of the vertical axis: of a digit, and beside the longest label. */
const digitWidth = 8;
const labelGap = 16;

function draw(figure: HTMLElement, chart: Chart): void {
  const plot = figure.querySelector('.plot');
  if (plot === null) return;
  const top = Math.max(1, ...chart.series.flatMap(({ values }) => values));
  const steps = chart.series[0]?.values.length ?? 0;
  // The library has no logarithmic scale: it is given logarithms, and labels that undo them.
  const height = (value: number): number => (chart.isLogarithmic ? Math.log1p(value) : value);
  const options: BarChartOptions = {
    chartPadding: { top: 10, right: 14, bottom: 0, left: 0 },
    axisX: {
      type: FixedScaleAxis,
      low: 0,
      high: 1,
      ticks: [0, 0.2, 0.4, 0.6, 0.8, 1],
      showGrid: false,
      offset: 24,
    },
    axisY: {
      ...(chart.isLogarithmic
        ? { type: FixedScaleAxis, low: 0, high: height(top), ticks: powersTo(top).map(height) }
        : { type: AutoScaleAxis, low: 0, high: top, onlyInteger: true, scaleMinSpace: 36 }),
      offset: grouped(top).length * digitWidth + labelGap,
      labelInterpolationFnc: (value) =>
        grouped(Math.round(chart.isLogarithmic ? Math.expm1(Number(value)) : Number(value))),
    },
  };
  const series = chart.series.map(({ values }, number) => ({
    className: `series-${number}`,
    // A bar stands in the middle of its step, a point of a curve at the step's upper end.
    data: values.map((value, at) => ({
      x: (at + (chart.isBars ? 0.5 : 1)) / steps,
      y: height(value),
    })),
  }));
  const valueText = (seriesIndex: number, index: number): string => {
    const { name = '', values = [] } = chart.series[seriesIndex] ?? {};
    const where = chart.isBars
      ? `${(index / steps).toFixed(2)} to ${((index + 1) / steps).toFixed(2)}`
      : ((index + 1) / steps).toFixed(2);
    return `${where}: ${grouped(values[index] ?? 0)} (${name})`;
  };
  if (chart.isBars) {
    const bars = new BarChart(plot, { series }, options);
    bars.on('draw', (event) => {
      if (event.type === 'label') writeLabel(event);
      if (event.type !== 'bar') return;
      event.element.attr({ 'stroke-width': Math.max(1, event.chartRect.width() / steps - 2) });
      const isOver = chart.threshold !== null && event.index / steps >= chart.threshold - 1e-9;
      event.element.addClass(isOver ? 'over' : 'under');
      event.element.elem('title').text(valueText(event.seriesIndex, event.index));
    });
    bars.on('created', (event) => frame(event.svg, event.chartRect, chart.threshold));
    return;
  }
  const lines = new LineChart(plot, { series }, { ...options, lineSmooth: false });
  lines.on('draw', (event) => {
    if (event.type === 'label') writeLabel(event);
    if (event.type === 'point')
      event.element.elem('title').text(valueText(event.seriesIndex, event.index));
  });
  lines.on('created', (event) => frame(event.svg, event.chartRect, chart.threshold));
}

/** Labels of an axis that fit on it: so many at most. */
const mostLabels = 6;

/** 0, 1, 10, 100 and so on up to a number; every second or third when there are many. */
function powersTo(top: number): readonly number[] {
  const powers: number[] = [];
  for (let power = 1; power <= top; power *= 10) powers.push(power);
  const every = Math.ceil(powers.length / mostLabels);
  return [0, ...powers.filter((_, at) => at % every === 0)];
}

interface LabelEvent {
  readonly axis: { readonly units: { readonly pos: string } };
  readonly group: Svg;
  readonly element: Svg;
  readonly text: unknown;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Room that the library leaves between a label and the vertical axis, less what is left here. */
const labelShift = 4;
/** From the top of a line of text to where its letters stand, and from its middle. */
const textHeight = 12;
const halfTextHeight = 4;

/** Text in place of the library's HTML inside the chart: that is no wider than its step and is not printed everywhere. */
function writeLabel({ axis, group, element, text, x, y, width, height }: LabelEvent): void {
  const isHorizontal = axis.units.pos === 'x';
  const place = isHorizontal
    ? { x, y: y + textHeight, 'text-anchor': 'middle' }
    : { x: x + width + labelShift, y: y + height + halfTextHeight, 'text-anchor': 'end' };
  group.elem('text', place).text(String(text));
  element.remove();
}

interface PlotArea {
  readonly x1: number;
  readonly y1: number;
  readonly y2: number;
  width(): number;
}

/** The dashed line of the threshold; and a view box, so that print can make the drawing smaller. */
function frame(svg: Svg, area: PlotArea, threshold: number | null): void {
  svg.attr({ viewBox: `0 0 ${svg.width()} ${svg.height()}` });
  if (threshold === null) return;
  const x = area.x1 + threshold * area.width();
  const line = svg.elem('line', { x1: x, x2: x, y1: area.y1, y2: area.y2 }, 'threshold');
  line.elem('title').text(`threshold ${threshold}`);
}
