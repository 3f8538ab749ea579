// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { Menu } from './Menu'

describe('Menu', () => {
  afterEach(cleanup)

  function show() {
    const copy = vi.fn<() => void>()
    const cancel = vi.fn<() => void>()
    render(
      <Menu
        label="More"
        items={[
          { key: 'copy', label: 'Copy as cURL', onSelect: copy },
          { key: 'cancel', label: 'Cancel the send', onSelect: cancel, disabledReason: 'It is over' },
        ]}
      />,
    )
    return { copy, cancel }
  }

  it('opens at the first press, runs what is chosen, and gives the focus back', async () => {
    const { copy } = show()
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: 'More' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Copy as cURL' }))
    expect(copy).toHaveBeenCalledTimes(1)
    await expect.poll(() => screen.queryByRole('menu')).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'More' }))
  })

  it('opens by the arrow key, and says why an item cannot be chosen', async () => {
    const { cancel } = show()
    const user = userEvent.setup()
    await user.tab()
    await user.keyboard('{ArrowDown}')
    const item = await screen.findByRole('menuitem', { name: /Cancel the send/ })
    expect(item.getAttribute('aria-disabled')).toBe('true')
    expect(item.textContent).toContain('It is over')
    await user.click(item)
    expect(cancel).not.toHaveBeenCalled()
    await user.keyboard('{Escape}')
    await expect.poll(() => screen.queryByRole('menu')).toBeNull()
  })
})
