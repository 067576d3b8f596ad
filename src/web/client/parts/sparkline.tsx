import type { JSX } from 'preact';
import type { ConduitDay } from '../../../model/history.js';

const HEIGHT = 18;
const STEP = 3;

/** Flows by day, as small bars; the numbers stand beside it. */
export function Sparkline(props: {
  readonly from: string;
  readonly to: string;
  readonly days: readonly ConduitDay[];
}): JSX.Element {
  const start = Date.parse(props.from);
  const count = Math.max(1, Math.round((Date.parse(props.to) - start) / 86_400_000) + 1);
  const most = Math.max(1, ...props.days.map(({ flows }) => flows));
  return (
    <svg class="sparkline" width={count * STEP} height={HEIGHT} aria-hidden="true">
      {props.days.map(({ day, flows }) => {
        const height = flows === 0 ? 0 : Math.max(1.5, (flows / most) * HEIGHT);
        const x = Math.round((Date.parse(day) - start) / 86_400_000) * STEP;
        return <rect key={day} x={x} y={HEIGHT - height} width={STEP - 1} height={height} />;
      })}
    </svg>
  );
}
