import type { Dialect } from '#/comms/dialect'
import { isId } from '#/comms/ids'
import type { Json } from '#/comms/resources'
import { field, isObject, list, nameIn, text } from '#/comms/wire'
import type { Findings } from './findings'
import { variableWithoutDefault } from '../liquid'

/** Section 2.1; the length of a text is the classic limit (section 8, point 10). */
const MAX_TEXT = 1600
const MAX_MEDIA = 10
const MAX_MODULES = 4
const MODULES = ['sms', 'rcs', 'whatsapp', 'mms'] as const

/** Section 2.1: text or media, or a template, or one module for each channel; exactly one of the three. */
export function checkContent(body: Json, dialect: Dialect, findings: Findings): void {
  const content = field(body, 'content')
  if (content === undefined || content === null) {
    return findings.add('$.content', 21619, "The field 'content' is required.")
  }
  if (!isObject(content)) return findings.add('$.content', 20422, "The field 'content' must be an object.")
  const hasWords = field(content, 'text') !== undefined || field(content, 'media') !== undefined
  const forms = [hasWords, field(content, 'contentId') !== undefined, field(content, 'modules') !== undefined]
  const given = forms.filter(Boolean).length
  if (given === 0) return findings.add('$.content', 21619, 'The content needs a text, media or a template.')
  if (given > 1)
    return findings.add(
      '$.content',
      20422,
      'The content has more than one of text or media, template, modules.',
    )
  if (hasWords) checkWords(content, '$.content', dialect, findings)
  checkTemplate(content, dialect, findings)
  checkModules(content, dialect, findings)
}

function checkWords(content: Json, path: string, dialect: Dialect, findings: Findings) {
  const words = field(content, 'text')
  const media = field(content, 'media')
  if (words !== undefined && words !== null) {
    if (typeof words !== 'string') findings.add(`${path}.text`, 20422, "The field 'text' must be a string.")
    else checkText(words, `${path}.text`, dialect, findings)
  }
  if ((words === undefined || words === null) && list(content, 'media').length === 0) {
    findings.add(`${path}.text`, 21602, 'The message has neither text nor media.')
  }
  if (media === undefined || media === null) return
  if (!Array.isArray(media)) return findings.add(`${path}.media`, 20422, "The field 'media' must be a list.")
  if (media.length > MAX_MEDIA) {
    findings.add(`${path}.media`, 21623, `There are ${media.length} media; at most 10 are allowed.`)
  }
  media.forEach((item, n) => {
    const url = text(item, 'url')
    if (url === null || !URL.canParse(url) || !/^https?:/i.test(url)) {
      findings.add(`${path}.media[${n}].url`, 21620, "The field 'url' must be a public web address.")
    }
  })
}

function checkText(words: string, path: string, dialect: Dialect, findings: Findings) {
  if (words === '') findings.add(path, 21602, "The field 'text' is empty.")
  if (words.length > MAX_TEXT) {
    findings.add(path, 21617, `The text has ${words.length} characters; at most 1600 are allowed.`)
  }
  const variable = dialect === 'current' ? variableWithoutDefault(words) : null
  if (variable !== null) {
    findings.add(
      path,
      21656,
      `The variable '${variable.slice(0, 80)}' needs a default, as in {{ ${variable.slice(0, 80)} | default: "…" }}.`,
    )
  }
}

function checkTemplate(content: Json, dialect: Dialect, findings: Findings) {
  const contentId = field(content, 'contentId')
  if (contentId === undefined) return
  if (typeof contentId !== 'string' || !isId('content', contentId)) {
    const name = nameIn(content, 'contentId', dialect)
    findings.add(`$.content.${name}`, 21655, `The field '${name}' is not the id of a template.`)
  }
}

function checkModules(content: Json, dialect: Dialect, findings: Findings) {
  const modules = field(content, 'modules')
  if (modules === undefined) return
  if (!Array.isArray(modules) || modules.length === 0 || modules.length > MAX_MODULES) {
    return findings.add('$.content.modules', 20422, "The field 'modules' must have 1 to 4 modules.")
  }
  const seen = new Set<string>()
  modules.forEach((module, n) => {
    const path = `$.content.modules[${n}]`
    const kind = MODULES.find((name) => isObject(field(module, name)))
    if (!kind) return findings.add(path, 20422, 'A module must name one channel.')
    if (seen.has(kind)) findings.add(path, 20422, `There is more than one module for '${kind}'.`)
    seen.add(kind)
    if (kind === 'sms') checkWords(field(module, kind) ?? null, `${path}.${kind}`, dialect, findings)
  })
}
