import { expect, it } from 'vitest'
import { retryAtOf } from './retryAfter'

const NOW = Date.UTC(2026, 0, 1)

it.each<[string | null, number | null]>([
  ['7', 7000],
  [' 7 ', 7000],
  ['7.5', 7500],
  ['0.0004', 1],
  ['0', 0],
  ['Thu, 01 Jan 2026 00:00:09 GMT', 9000],
  ['Wed, 31 Dec 2025 00:00:00 GMT', 0],
  ['-1', null],
  ['2026', 2_026_000],
  ['7.', null],
  ['soon', null],
  ['', null],
  [null, null],
])('Retry-After %j means in %j ms', (header, expected) => {
  const at = retryAtOf(header, NOW)
  expect(at === null ? null : at - NOW).toBe(expected)
})
