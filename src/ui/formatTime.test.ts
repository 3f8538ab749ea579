import { describe, expect, it } from 'vitest'
import { formatRelative, formatShort, formatSpan } from './formatTime'

const now = new Date(2026, 10, 24, 12, 3, 9).getTime()
const DAY = 86_400_000

describe('formatShort', () => {
  it('leaves out what goes without saying', () => {
    expect(formatShort(now - 1000, now)).toBe('12:03:08')
    expect(formatShort(now - DAY, now)).toMatch(/^Mon,? 12:03$/)
    expect(formatShort(now - 10 * DAY, now)).toMatch(/14/)
    expect(formatShort(now + DAY, now)).toMatch(/25/)
  })
})

describe('formatRelative', () => {
  it('counts whole units, in both directions', () => {
    expect(formatRelative(now, now)).toBe('just now')
    expect(formatRelative(now - 4_000, now)).toBe('4 s ago')
    expect(formatRelative(now - 3 * 60_000 - 59_000, now)).toBe('3 min ago')
    expect(formatRelative(now + 5_000, now)).toBe('in 5 s')
  })
})

describe('formatSpan', () => {
  it('never goes below zero, nor to "60 s", "24 h" or "1175 days"', () => {
    expect(formatSpan(-5)).toBe('0 s')
    expect(formatSpan(59_700)).toBe('1 min')
    expect(formatSpan(DAY - 400)).toBe('1 day')
    expect(formatSpan(2 * DAY)).toBe('2 days')
    expect(formatSpan(364 * DAY)).toBe('364 days')
    expect(formatSpan(365 * DAY)).toBe('1 year')
    expect(formatSpan(1175 * DAY)).toBe('3 years')
  })
})
