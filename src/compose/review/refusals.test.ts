import { describe, expect, it } from 'vitest'
import { emptyDraft, type Draft } from '../draft/draft'
import { createChecker } from '../reading/check'
import { fieldOf } from '../send/fieldOf'
import { refusalsOf } from './refusals'

const empty = emptyDraft('US')
const draft: Draft = { ...empty, text: 'Ahoy', who: { ...empty.who, typed: '+12065551337\n+12065551338' } }
const checked = createChecker()(draft.who)

const refused = (message: string, context: string | null = null) =>
  refusalsOf([fieldOf({ code: 400, message, infoUrl: null, context })], draft, draft, checked)

describe('a refusal that names no place', () => {
  it.each([
    "The value '+12065551338' is not a valid phone number for the field 'address'.",
    'Cannot reach “+12065551338”.',
    "The API doesn't send to '+12065551338'",
    'Invalid To number +12065551338',
  ])('finds the one it quotes: %s', (message) => {
    const { findings, numbers } = refused(message)
    expect([...numbers]).toEqual(['+12065551338'])
    expect(findings).toEqual([{ field: 'to', text: message, weight: 'wrong' }])
  })

  it.each([
    ["Neither '+12065551337' nor '+12065551338' can be reached.", 'form'],
    ["The value '+12065551399' is not valid for the field 'address'.", 'to'],
    ["The value '2065551338' is not valid for the field 'to'.", 'to'],
    ["The value '+12065551338' is not valid for the field 'from'.", 'from'],
    ["The value '+12065551338' is not valid for the field 'text'.", 'text'],
  ])('guesses nobody: %s', (message, field) => {
    const { findings, numbers } = refused(message)
    expect(numbers.size).toBe(0)
    expect(findings[0]?.field).toBe(field)
  })
})

it('a place counts for more than what is quoted', () => {
  const { findings, numbers } = refused("Not '+12065551338' again", '$.to[0].address')
  expect([...numbers]).toEqual(['+12065551337'])
  expect(findings[0]?.text).toBe("+12065551337: Not '+12065551338' again")
})
