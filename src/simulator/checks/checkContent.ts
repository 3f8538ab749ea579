import { isId } from '#/comms/ids'
import { checkModules } from './checkModules'
import { checkWords } from './checkWords'
import type { Part } from './part'
import { notValid, required } from './wording'

/** Section 2.1: text or media, or a template, or one module for each channel; exactly one of the three. */
export function checkContent(send: Part): void {
  if (!send.has('content')) return send.refuse('content', 21619, required)
  const content = send.object('content')
  if (content === null) return
  const hasWords = content.has('text') || content.has('media')
  const hasTemplate = content.has('contentId')
  const hasModules = content.has('modules')
  const given = [hasWords, hasTemplate, hasModules].filter(Boolean).length
  if (given === 0) return content.complain(21619, 'The content needs a text, media, a template or modules.')
  if (given > 1)
    return content.complain(20422, 'The content has more than one of text or media, template, modules.')
  if (hasWords) checkWords(content)
  if (hasTemplate) checkTemplate(content)
  if (hasModules) checkModules(content)
}

function checkTemplate(content: Part) {
  const id = content.value('contentId')
  if (typeof id !== 'string' || !isId('content', id)) content.refuse('contentId', 21655, notValid)
}
