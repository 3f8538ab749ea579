/**
 * The five states everything on the screen is reduced to: neutral is waiting, blue under way, green reached, amber
 * needs a look, red lost.
 */
export type Tone = 'neutral' | 'blue' | 'green' | 'amber' | 'red'

/** Class names per tone. Spelled out because Tailwind only keeps class names that it can read in the source. */
export const TONE_TEXT: Record<Tone, string> = {
  neutral: 'text-neutral-text',
  blue: 'text-blue-text',
  green: 'text-green-text',
  amber: 'text-amber-text',
  red: 'text-red-text',
}

export const TONE_SOFT: Record<Tone, string> = {
  neutral: 'bg-neutral-soft border-neutral-line text-neutral-text',
  blue: 'bg-blue-soft border-blue-line text-blue-text',
  green: 'bg-green-soft border-green-line text-green-text',
  amber: 'bg-amber-soft border-amber-line text-amber-text',
  red: 'bg-red-soft border-red-line text-red-text',
}

/** How a bar is filled per tone, see theme.css: the stripes tell tones apart without colour. */
export const TONE_FILL: Record<Tone, string> = {
  neutral: 'bar-neutral',
  blue: 'bar-blue',
  green: 'bar-green',
  amber: 'bar-amber',
  red: 'bar-red',
}
