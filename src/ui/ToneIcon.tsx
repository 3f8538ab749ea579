import type { ReactNode } from 'react'
import type { Tone } from './tone'
import { TONE_TEXT } from './tone'
import { cx } from './cx'

const SHAPES: Record<Tone, ReactNode> = {
  neutral: <circle cx="6" cy="6" r="4.5" fill="none" strokeLinecap="butt" strokeDasharray="2.034 1.5" />,
  blue: (
    <>
      <circle cx="6" cy="6" r="4.5" fill="none" />
      <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" fill="currentColor" stroke="none" />
    </>
  ),
  green: <path d="m1.75 6.5 2.75 2.75 5.75-6.25" fill="none" strokeWidth="1.75" />,
  amber: (
    <>
      <path d="M6 1.25 11 10.5H1z" fill="none" strokeLinejoin="round" />
      <path d="M6 4.5v2.75M6 8.9v.1" />
    </>
  ),
  red: <path d="m2.25 2.25 7.5 7.5m0-7.5-7.5 7.5" fill="none" strokeWidth="1.75" />,
}

/** The shape of a tone: dashed ring, half disc, tick, triangle, cross. Decoration; the word stands beside it. */
export function ToneIcon({ tone, className }: { tone: Tone; className?: string }) {
  return (
    <svg
      viewBox="0 0 12 12"
      width="12"
      height="12"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      aria-hidden
      className={cx('shrink-0', TONE_TEXT[tone], className)}
    >
      {SHAPES[tone]}
    </svg>
  )
}
