import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';

const HEIGHT = 200;

/** A value for each day; a gap where there is no record. The table beside it says the same to who cannot see it. */
export function DayPlot(props: {
  readonly days: readonly string[];
  readonly values: readonly (number | null)[];
  readonly label: string;
  readonly dayWord: string;
  readonly format: (value: number) => string;
}): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const { days, values, label, dayWord, format } = props;
  const key = JSON.stringify([days, values]);
  useEffect(() => {
    const element = place.current;
    if (element === null) return undefined;
    const times = days.map((day) => Date.parse(`${day}T00:00:00Z`) / 1000);
    const dayOf = (seconds: number): string => {
      const date = new Date(seconds * 1000);
      return `${date.getUTCMonth() + 1}/${date.getUTCDate()}`;
    };
    const plot = new uPlot(
      {
        width: element.clientWidth,
        height: HEIGHT,
        tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), 'UTC'),
        cursor: { drag: { x: false, y: false } },
        scales: { y: { range: (_plot, _least, most) => [0, most > 0 ? most * 1.1 : 1] } },
        axes: [
          { values: (_plot, ticks) => ticks.map(dayOf), space: 60, incrs: [86_400, 7 * 86_400, 14 * 86_400] },
          { values: (_plot, ticks) => ticks.map(format), size: 72 },
        ],
        series: [
          { label: dayWord, value: (_plot, seconds: number | null) => (seconds === null ? '–' : dayOf(seconds)) },
          {
            label,
            stroke: '#1d4e79',
            width: 2,
            fill: '#1d4e7922',
            points: { size: 5 },
            value: (_plot, value: number | null) => (value === null ? '–' : format(value)),
          },
        ],
      },
      [times, [...values]],
      element,
    );
    const observer = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height: HEIGHT }));
    observer.observe(element);
    return () => {
      observer.disconnect();
      plot.destroy();
    };
  }, [key, label, dayWord, format]);
  return (
    <figure class="plot">
      <figcaption>{label}</figcaption>
      <div ref={place} aria-hidden="true" />
    </figure>
  );
}
