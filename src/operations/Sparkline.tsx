const WIDTH = 160
const HEIGHT = 24

interface SparklineProps {
  points: ReadonlyArray<{ at: number; value: number }>
}

/** Decoration beside the figures: a line of values over time, as wide as its time span, from zero up. Nothing for fewer than three points. */
export function Sparkline({ points }: SparklineProps) {
  const first = points[0]
  const last = points.at(-1)
  if (!first || !last || points.length < 3) return null
  const span = Math.max(last.at - first.at, 1)
  const most = Math.max(...points.map(({ value }) => value), Number.MIN_VALUE)
  const path = points
    .map(({ at, value }) => {
      const x = ((at - first.at) / span) * WIDTH
      const y = HEIGHT - 1 - (value / most) * (HEIGHT - 3)
      return `${x.toFixed(1)},${y.toFixed(1)}`
    })
    .join(' ')
  return (
    <svg aria-hidden width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`}>
      <polygon
        points={`0,${HEIGHT} ${path} ${WIDTH},${HEIGHT}`}
        className="fill-blue-soft forced-colors:fill-[Canvas]"
      />
      <polyline
        points={path}
        fill="none"
        strokeWidth="1.5"
        className="stroke-blue-solid forced-colors:stroke-[CanvasText]"
      />
    </svg>
  )
}
