import { checkSuggestions } from './checkSuggestions'
import { checkText } from './checkText'
import type { Part } from './part'
import { mustBe, named } from './wording'

/** Section 2.1. */
const MAX_SUGGESTIONS = 11
const MAX_CARD_SUGGESTIONS = 4

/** The module for RCS (section 2.1): a text, media or a rich card, with suggestions below. */
export function checkRcs(rcs: Part): void {
  const given = rcs.given(['text', 'media', 'richCard'])
  if (given.length === 0) rcs.complain(20422, 'The module needs a text, media or a rich card.')
  if (given.length > 1) rcs.complain(20422, `The module has more than one form: ${named(given)}.`)
  checkText(rcs, 'text')
  checkMedia(rcs)
  const card = rcs.object('richCard')?.object('standaloneCard', 'needed')
  if (card) checkCard(card)
  checkSuggestions(rcs, MAX_SUGGESTIONS)
}

function checkCard(card: Part) {
  card.oneOf('cardOrientation', ['HORIZONTAL', 'VERTICAL'])
  card.oneOf('thumbnailImageAlignment', ['LEFT', 'RIGHT'])
  const content = card.object('cardContent', 'needed')
  if (content === null) return
  if (content.given(['title', 'description', 'media']).length === 0) {
    content.complain(20422, 'The card needs a title, a description or media.')
  }
  checkText(content, 'title')
  checkText(content, 'description')
  checkMedia(content)
  checkSuggestions(content, MAX_CARD_SUGGESTIONS)
}

function checkMedia(owner: Part) {
  const media = owner.object('media')
  if (media === null) return
  media.oneOf('height', ['TALL', 'MEDIUM', 'SHORT'])
  const info = media.object('contentInfo', 'needed')
  if (info === null) return
  info.url('fileUrl', 'needed', 21620)
  info.url('thumbnailUrl', 'optional', 21620)
  if (info.has('forceRefresh') && typeof info.value('forceRefresh') !== 'boolean') {
    info.refuse('forceRefresh', 20422, mustBe('true or false'))
  }
}
