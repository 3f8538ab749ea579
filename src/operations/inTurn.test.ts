import { expect, it, vi } from 'vitest'
import { createLane } from './inTurn'

const open = new AbortController().signal

it('reads one thing after another, and what nobody waits for not at all', async () => {
  const inTurn = createLane()
  const left = new AbortController()
  const read: number[] = []
  const first = inTurn(open, async () => {
    left.abort()
    return read.push(1)
  })
  const second = inTurn(left.signal, async () => read.push(2))
  const third = inTurn(open, async () => read.push(3))
  await expect(second).rejects.toThrow()
  await Promise.all([first, third])
  expect(read).toEqual([1, 3])
})

it('stays away from the API for a while after a failure', async () => {
  vi.useFakeTimers()
  const inTurn = createLane()
  const read = vi.fn(async () => 'text')
  await expect(inTurn(open, () => Promise.reject(new Error('429')))).rejects.toThrow('429')
  await expect(inTurn(open, read)).rejects.toThrow()
  expect(read).not.toHaveBeenCalled()
  vi.advanceTimersByTime(61_000)
  await expect(inTurn(open, read)).resolves.toBe('text')
  vi.useRealTimers()
})
