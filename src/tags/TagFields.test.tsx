// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect, useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { TagPair } from './pairs'
import { TagFields } from './TagFields'

afterEach(cleanup)

function setUp(start: TagPair[] = [], onSubmit = () => {}) {
  let latest = start
  function Form() {
    const [pairs, setPairs] = useState(start)
    useEffect(() => {
      latest = pairs
    })
    return (
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        <TagFields value={pairs} onChange={setPairs} />
        <button type="submit">Send</button>
      </form>
    )
  }
  render(<Form />)
  return { user: userEvent.setup(), pairs: () => latest }
}

const name = (n: number) => screen.getByLabelText<HTMLInputElement>(`Tag ${n}, name`)
const value = (n: number) => screen.getByLabelText<HTMLInputElement>(`Tag ${n}, value`)

describe('TagFields', () => {
  it('is filled in by keyboard alone: "=" goes to the value, Enter to the next tag', async () => {
    const onSubmit = vi.fn()
    const { user, pairs } = setUp([], onSubmit)
    await user.click(name(1))
    await user.keyboard('campaign=autumn{Enter}desk{Enter}4')
    expect(pairs()).toEqual([
      { key: 'campaign', value: 'autumn' },
      { key: 'desk', value: '4' },
    ])
    expect(onSubmit, 'Enter must not send the message').not.toHaveBeenCalled()
  })

  it('takes a pasted list apart and keeps the tags that are there', async () => {
    const { user, pairs } = setUp([{ key: 'desk', value: '4' }])
    await user.click(screen.getByRole('button', { name: 'Add tag' }))
    await user.paste('campaign=autumn, vip=yes')
    expect(pairs()).toEqual([
      { key: 'desk', value: '4' },
      { key: 'campaign', value: 'autumn' },
      { key: 'vip', value: 'yes' },
    ])
    expect(document.activeElement).toBe(value(3))
  })

  it('keeps unfinished text when the field is left, and says then what is missing', async () => {
    const { user, pairs } = setUp()
    await user.click(name(1))
    await user.keyboard('campaign')
    expect(screen.queryByText(/Give this tag a value/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Send' }))
    expect(pairs()).toEqual([{ key: 'campaign', value: '' }])
    expect(value(1).getAttribute('aria-invalid')).toBe('true')
    const described = document.getElementById(value(1).getAttribute('aria-describedby') ?? '')
    expect(described?.textContent).toBe('Give this tag a value, or remove it.')
  })

  it('removes one and puts the cursor where it was', async () => {
    const { user, pairs } = setUp([
      { key: 'a', value: '1' },
      { key: 'b', value: '2' },
      { key: 'c', value: '3' },
    ])
    await user.click(screen.getByRole('button', { name: 'Remove tag b' }))
    expect(pairs().map(({ key }) => key)).toEqual(['a', 'c'])
    expect(document.activeElement).toBe(name(2))
  })

  it('takes the proposed spelling and gives the focus back', async () => {
    const { user, pairs } = setUp()
    await user.click(name(1))
    await user.keyboard('campaign=autumn sale')
    await user.click(screen.getByRole('button', { name: 'Use “autumn-sale”' }))
    expect(pairs()).toEqual([{ key: 'campaign', value: 'autumn-sale' }])
    expect(document.activeElement).toBe(value(1))
  })

  it('refuses an eleventh and says why', async () => {
    const ten = Array.from({ length: 10 }, (_, n) => ({ key: `k${n}`, value: 'v' }))
    const { user, pairs } = setUp(ten)
    const add = screen.getByRole('button', { name: 'Add tag' })
    await user.click(add)
    expect(pairs()).toHaveLength(10)
    expect(document.getElementById(add.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'A message can have 10 tags',
    )
  })
})
