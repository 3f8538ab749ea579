import { describe, expect, it } from 'vitest'
import { EXPLANATIONS, explainCode, relatedCodes } from './dictionary'
import { RETRY_WORDS, TURN_WORDS } from './explanationWords'
import { TOPICS } from './topics'

describe('the dictionary', () => {
  it('has each code once and in order', () => {
    const codes = EXPLANATIONS.map(({ code }) => code)
    expect(codes).toEqual([...new Set(codes)].toSorted((a, b) => a - b))
    expect(codes.length).toBeGreaterThanOrEqual(149)
  })

  it.each(EXPLANATIONS)('says everything about $code', (explanation) => {
    const { code, title, meaning, action, customer, link } = explanation
    for (const text of [title, meaning, action]) {
      expect(text.trim()).toBe(text)
      expect(text).toMatch(/^[\p{Lu}\d"]/u)
      // House style: no dash that a screen reader stumbles over, and no straight apostrophes.
      expect(text).not.toMatch(/[—'|]|\s{2}/)
    }
    expect(title).not.toMatch(/\.$/)
    expect(title.length).toBeLessThanOrEqual(48)
    expect(meaning).toMatch(/\.$/)
    expect(action).toMatch(/\.$/)
    expect(link).toBe(`https://www.twilio.com/docs/api/errors/${code}`)
    if (customer !== null) {
      expect(customer).toMatch(/[.?]$/)
      expect(customer, 'the person outside is told of no codes and no Twilio').not.toMatch(/\d{5}|Twilio|API/)
    }
  })

  it('uses every class of retry and turn that the screen has words for', () => {
    expect(new Set(EXPLANATIONS.map(({ retry }) => retry))).toEqual(new Set(Object.keys(RETRY_WORDS)))
    expect(new Set(EXPLANATIONS.map(({ turn }) => turn))).toEqual(new Set(Object.keys(TURN_WORDS)))
  })

  it('never promises another message to somebody who opted out', () => {
    for (const code of [21610, 30630, 63033, 63014]) {
      const { retry, turn, customer } = explainCode(code)
      expect({ code, retry, turn }).toEqual({ code, retry: 'no', turn: 'recipient' })
      expect(customer).not.toMatch(/send it again|try again/)
    }
  })

  it('warns where a message may have been sent after all', () => {
    expect(explainCode(20500).action).toMatch(/before you send again/)
    expect(explainCode(30410).action).toMatch(/not send again at once/)
  })

  it('falls back to general words and the link for a code it does not have', () => {
    const unknown = explainCode(61337)
    expect(unknown).toMatchObject({ known: false, link: 'https://www.twilio.com/docs/api/errors/61337' })
    expect(unknown.action).not.toBe('')
    expect(explainCode(63999).meaning).toMatch(/WhatsApp/)
  })
})

describe('topics', () => {
  it('name only codes that the dictionary has', () => {
    const missing = TOPICS.flatMap((topic) => topic.codes).filter((code) => !explainCode(code).known)
    expect(missing).toEqual([])
  })

  it('give the codes that mean the same, without the code itself', () => {
    expect(relatedCodes(21610).map(({ code }) => code)).toEqual([30630, 63033, 63014])
    expect(relatedCodes(61337)).toEqual([])
  })
})
