import { drawCharts } from './draw-charts.ts';
import { filterPages } from './filter-pages.ts';

filterPages();
drawCharts();
