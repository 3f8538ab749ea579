import type { Explanation } from './explanation'
import { RETRY_WORDS, TURN_WORDS } from './explanationWords'

/**
 * The explanations that have every word of the query somewhere: the start of the code, or any part of what is said
 * about it. An empty query finds everything.
 */
export function searchCodes(query: string, explanations: readonly Explanation[]): Explanation[] {
  const words = plain(query).split(/\s+/).filter(Boolean)
  return explanations.filter((explanation) => {
    const text = plain(textOf(explanation))
    return words.every(
      (word) => (/^\d+$/.test(word) && String(explanation.code).startsWith(word)) || text.includes(word),
    )
  })
}

function textOf({ title, meaning, action, turn, retry }: Explanation): string {
  return [title, meaning, action, TURN_WORDS[turn].label, RETRY_WORDS[retry].label].join(' ')
}

/** Typed quotation marks are straight, printed ones are not. */
function plain(text: string): string {
  return text.toLowerCase().replaceAll('’', "'").replace(/[“”]/g, '"')
}
