import { BarChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { texts } from '../../texts.ts';
import type { Tally } from './model.ts';

use([BarChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

type Row = readonly [string, Tally];

/** Bars, each divided by how actions ended, in the console's colours. */
export class Chart {
  private readonly chart;
  private readonly watch;
  private rows: readonly Row[] = [];
  private lying = false;

  constructor(private readonly place: HTMLElement) {
    this.chart = init(place, null, { renderer: 'svg' });
    this.watch = new ResizeObserver(() => this.chart.resize());
    this.watch.observe(place);
  }

  /** Shows a bar for each row; `lying` from left to right. */
  show(rows: readonly Row[], lying: boolean): void {
    this.rows = rows;
    this.lying = lying;
    this.draw();
  }

  draw(): void {
    const ink = this.colour('--nb-soft-ink');
    const line = this.colour('--nb-line');
    const names = { type: 'category', data: this.rows.map(([name]) => name), axisLabel: { color: ink }, axisTick: { show: false }, axisLine: { lineStyle: { color: line } } };
    const values = { type: 'value', minInterval: 1, axisLabel: { color: ink }, splitLine: { lineStyle: { color: line } } };
    this.chart.setOption({
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      grid: { left: 8, right: 16, top: 36, bottom: 4, containLabel: true },
      legend: { top: 0, left: 0, textStyle: { color: ink }, itemWidth: 12, itemHeight: 12 },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, renderMode: 'richText' },
      xAxis: this.lying ? values : names,
      yAxis: this.lying ? { ...names, inverse: true } : values,
      series: [
        this.series(texts.overview.success, '--nb-good', ({ success }) => success),
        this.series(texts.overview.partialSuccess, '--nb-fair', ({ partialSuccess }) => partialSuccess),
        this.series(texts.overview.failed, '--nb-bad', ({ failed }) => failed),
      ],
    });
  }

  close(): void {
    this.watch.disconnect();
    this.chart.dispose();
  }

  private series(name: string, colour: string, value: (tally: Tally) => number) {
    return {
      name,
      type: 'bar',
      stack: 'all',
      barMaxWidth: 28,
      itemStyle: { color: this.colour(colour) },
      data: this.rows.map(([, tally]) => value(tally)),
    };
  }

  // Its drawing knows no variables, and light-dark() is only resolved on an element.
  private colour(name: string): string {
    const probe = document.createElement('i');
    probe.style.color = `var(${name})`;
    this.place.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  }
}
