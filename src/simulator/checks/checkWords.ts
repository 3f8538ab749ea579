import { checkText } from './checkText'
import type { Part } from './part'

/** Section 2.1; the length of a text is the classic limit (section 8, point 10). */
const MAX_TEXT = 1600
const MAX_MEDIA = 10

/** A text, media, or both; of the content itself or of its module for SMS. */
export function checkWords(part: Part): void {
  const { length } = checkText(part, 'text', 'optional', 21602) ?? ''
  if (length > MAX_TEXT) {
    part.refuse('text', 21617, () => `The text has ${length} characters; at most 1600 are allowed.`)
  }
  const media = part.list('media')
  if (!part.has('text') && (part.has('media') ? media?.length === 0 : true)) {
    part.refuse('text', 21602, () => 'The message has neither text nor media.')
  }
  if (media === null) return
  if (media.length > MAX_MEDIA) {
    part.refuse('media', 21623, () => `There are ${media.length} media; at most 10 are allowed.`)
  }
  for (const item of part.parts('media', media, 'A medium')) item.url('url', 'needed', 21620)
}
