// @vitest-environment happy-dom
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { dismissToast, toast } from './toast'
import { Toaster } from './Toaster'

describe('Toaster', () => {
  afterEach(cleanup)

  it('shows a notice, has it read out, and runs its action', async () => {
    const undo = vi.fn<() => void>()
    render(<Toaster />)
    act(() => {
      toast({ title: '3 tags saved', action: { label: 'Undo', altText: 'Edit the tags', onClick: undo } })
    })
    expect(await screen.findByText('3 tags saved')).toBeTruthy()
    // The words appear a second time, in a live region, which is what a screen reader reads.
    await expect
      .poll(() =>
        [...document.querySelectorAll('[role="status"]')].map((region) => region.textContent).join(),
      )
      .toContain('3 tags saved')
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    expect(undo).toHaveBeenCalledTimes(1)
    await expect.poll(() => screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  })

  it('keeps the latest three', async () => {
    render(<Toaster />)
    const ids: number[] = []
    act(() => {
      for (const title of ['first', 'second', 'third', 'fourth'])
        ids.push(toast({ title, duration: Infinity }))
    })
    expect(await screen.findByText('fourth')).toBeTruthy()
    expect(screen.queryByText('first')).toBeNull()
    act(() => ids.forEach(dismissToast))
    await expect.poll(() => screen.queryByText('fourth')).toBeNull()
  })
})
