/** The blocks that Unicode keeps for scripts written from right to left, and the marks that turn a line by themselves. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** What has a direction of its own, unlike digits, punctuation and emoji. */
const LETTER = /[\p{L}\u200e\u200f]/u

/**
 * The `dir` of a box for this text. It looks as with `auto`, which makes the browser look for directions in all of a
 * text at each key press and so can take half of the time in a long one. Only several lines may need it.
 */
export function directionOf(text: string): 'ltr' | 'rtl' | 'auto' {
  if (!RIGHT_TO_LEFT.test(text)) return 'ltr'
  if (text.includes('\n')) return 'auto'
  return RIGHT_TO_LEFT.test(LETTER.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr'
}
