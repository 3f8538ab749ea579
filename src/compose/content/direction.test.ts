import { expect, it } from 'vitest'
import { directionOf } from './direction'

it.each([
  ['', 'ltr'],
  ['See you at 9 😀 – ça va', 'ltr'],
  ['مرحبا Anna', 'rtl'],
  ['123 😀 שלום', 'rtl'],
  ['Anna: مرحبا', 'ltr'],
  ['𞤀𞤣𞤤𞤢𞤥', 'rtl'],
  // Each line of these goes its own way.
  ['مرحبا\nAnna', 'auto'],
  ['Anna\nمرحبا', 'auto'],
])('the direction of %j is %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction)
})
