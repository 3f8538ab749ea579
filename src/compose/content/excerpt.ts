/** So much is shown of a text; laying out a hundred thousand characters anew at each key press takes seconds. */
const MOST = 2000

/**
 * As many characters as are shown, less those that belong to one that is cut off: an accent, a part of an emoji. Where
 * nothing else is there, accents on accents, it is cut anywhere, though never within a pair of code units.
 */
const HEAD = new RegExp(
  `^(?:.{1,${MOST}}(?<!\\u200d)(?![\\u200d\\p{M}\\p{Emoji_Modifier}])|.{1,${MOST}})`,
  'su',
)

/** The beginning of a text, cut between two characters as people see them. The whole of it where it is short enough. */
export function excerptOf(text: string): string {
  if (text.length <= MOST) return text
  return HEAD.exec(text)?.[0] ?? ''
}
