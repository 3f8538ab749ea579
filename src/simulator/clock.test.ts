import { expect, it } from 'vitest'
import { createClock } from './clock'

it('follows the real time, faster, slower, or not at all, and jumps', () => {
  let real = 1_000
  const clock = createClock(() => real, 50_000)
  real += 10
  expect(clock.now()).toBe(50_010)
  clock.setRate(60)
  real += 10
  expect(clock.now()).toBe(50_610)
  clock.setRate(0)
  real += 5_000
  expect(clock.now()).toBe(50_610)
  clock.jump(3_600_000)
  expect(clock.now()).toBe(3_650_610)
  clock.setRate(1)
  real += 1
  expect(clock.now()).toBe(3_650_611)
})

it('gives whole milliseconds from a real clock that does not', () => {
  const clock = createClock(() => 0.75, 10.5)
  expect(Number.isInteger(clock.now())).toBe(true)
})
