import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_ROWS, rowWindow } from './rowWindow'

const geometry = fc.record({
  top: fc.integer({ min: -4_000_000, max: 2_000 }),
  viewport: fc.integer({ min: 200, max: 3_200 }),
  rowHeight: fc.integer({ min: 36, max: 64 }),
  count: fc.integer({ min: 0, max: 100_000 }),
})

describe('rowWindow', () => {
  it('never holds more rows than allowed, nor rows that do not exist', () => {
    fc.assert(
      fc.property(geometry, (given) => {
        const { start, end } = rowWindow(given)
        expect(start).toBeGreaterThanOrEqual(0)
        expect(end).toBeLessThanOrEqual(given.count)
        expect(end - start).toBeLessThanOrEqual(MAX_ROWS)
      }),
    )
  })

  it('holds every row that is in sight', () => {
    fc.assert(
      fc.property(geometry, (given) => {
        const { start, end } = rowWindow(given)
        const first = Math.max(0, Math.floor(-given.top / given.rowHeight))
        const last = Math.min(given.count, Math.ceil((given.viewport - given.top) / given.rowHeight))
        if (first >= last) return
        expect(start).toBeLessThanOrEqual(first)
        expect(end).toBeGreaterThanOrEqual(last)
      }),
    )
  })

  it('stays the same while less than a step is scrolled', () => {
    const at = (top: number) => rowWindow({ top, viewport: 800, rowHeight: 36, count: 10_000 })
    expect(at(-36 * 400 - 1)).toEqual(at(-36 * 400 - 100))
    expect(at(-36 * 400)).toEqual(at(-36 * 404 + 1))
    expect(at(-36 * 400)).not.toEqual(at(-36 * 404))
  })
})
