// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useEffect, useState } from 'react'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { resetApi, type Tags } from '#/comms'
import { toastStore } from '#/ui/toast'
import { TagEditor } from './TagEditor'
import type { TagOwner } from './writeTags'

const ID = 'comms_message_01k4vge32ce3ar18sy56svjjpb'
const MESSAGE = { id: ID, status: 'DELIVERED', to: [], related: [], tags: {} }

/** What the API answers to a PATCH; everything else it answers as usual. */
let patch: () => Response
let written: unknown[]
let messageExists: boolean

beforeEach(() => {
  sessionStorage.clear()
  resetApi()
  written = []
  messageExists = true
  patch = () => Response.json({}, { status: 202 })
  vi.stubGlobal('fetch', async (input: Request | string) => {
    if (typeof input === 'string') {
      return Response.json({ mode: 'simulator', version: 'v1', dialect: 'current', baseUrl: 'https://api' })
    }
    if (input.method === 'PATCH') {
      written.push(await input.json())
      return patch()
    }
    return messageExists ? Response.json(MESSAGE) : Response.json({ errors: [] }, { status: 404 })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function setUp(start: Tags = { desk: '4' }) {
  let latest = start
  function Page() {
    const [tags, setTags] = useState(start)
    useEffect(() => {
      latest = tags
    })
    return <TagEditor kind={owner} id={ID} tags={tags} onSaved={setTags} />
  }
  const page = () => (
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <Page />
      </MemoryRouter>
    </QueryClientProvider>
  )
  let owner: TagOwner = 'message'
  const { unmount } = render(page())
  const again = (kind: TagOwner = 'message') => {
    owner = kind
    return render(page())
  }
  return { user: userEvent.setup(), tags: () => latest, unmount, again }
}

const lastToast = () => toastStore.read().at(-1)

describe('TagEditor', () => {
  it('saves, and writes the old tags back on Undo', async () => {
    const { user, tags } = setUp()
    await user.click(screen.getByRole('button', { name: 'Edit tags' }))
    await user.keyboard('{Control>}a{/Control}campaign=autumn')
    await user.click(screen.getByRole('button', { name: 'Save tags' }))
    await screen.findByRole('button', { name: 'Edit tags' })
    expect(written).toEqual([{ tags: { campaign: 'autumn' } }])
    expect(tags()).toEqual({ campaign: 'autumn' })
    expect(lastToast()).toMatchObject({ title: 'Tags saved', action: { label: 'Undo' } })
    act(() => lastToast()?.action?.onClick())
    await waitFor(() => expect(tags()).toEqual({ desk: '4' }))
    expect(written.at(-1)).toEqual({ tags: { desk: '4' } })
  })

  it('puts edits aside on Esc and can bring them back', async () => {
    const { user, tags } = setUp()
    await user.click(screen.getByRole('button', { name: 'Edit tags' }))
    await user.click(screen.getByLabelText('Tag 1, value'))
    await user.keyboard('2{Escape}')
    expect(screen.queryByLabelText('Tag 1, value')).toBeNull()
    expect(tags()).toEqual({ desk: '4' })
    expect(written).toEqual([])
    act(() => lastToast()?.action?.onClick())
    expect(screen.getByLabelText<HTMLInputElement>('Tag 1, value').value).toBe('42')
  })

  it.each([404, 405, 501])(
    'says on %i that the API does not offer it, and keeps what was typed',
    async (status) => {
      patch = () => Response.json({ errors: [] }, { status })
      const { user, tags } = setUp()
      await user.click(screen.getByRole('button', { name: 'Edit tags' }))
      await user.click(screen.getByLabelText('Tag 1, value'))
      await user.keyboard('2')
      await user.click(screen.getByRole('button', { name: 'Save tags' }))
      expect((await screen.findByRole('alert')).textContent).toMatch(/This API does not offer changing tags/)
      expect(screen.getByLabelText<HTMLInputElement>('Tag 1, value').value).toBe('42')
      expect(screen.getByRole('button', { name: 'Copy the tags' })).toBeTruthy()
      expect(tags()).toEqual({ desk: '4' })
    },
  )

  it('remembers for this connection that it is not offered', async () => {
    patch = () => Response.json({ errors: [] }, { status: 405 })
    const { user, again, unmount } = setUp()
    await user.click(screen.getByRole('button', { name: 'Edit tags' }))
    await user.keyboard('x')
    await user.click(screen.getByRole('button', { name: 'Save tags' }))
    await screen.findByRole('alert')
    await user.keyboard('{Escape}')
    unmount()
    const second = again()
    expect(await screen.findByRole('button', { name: 'Try to edit tags' })).toBeTruthy()
    expect(screen.getByText(/does not offer changing tags of a message/)).toBeTruthy()
    // Operations have a route of their own, which was not tried.
    second.unmount()
    again('operation')
    await expect(screen.findByRole('button', { name: 'Try to edit tags' })).rejects.toThrow()
  })

  it('does not take a message that is gone for a missing ability', async () => {
    patch = () => Response.json({ errors: [] }, { status: 404 })
    messageExists = false
    const { user } = setUp()
    await user.click(screen.getByRole('button', { name: 'Edit tags' }))
    await user.keyboard('x')
    await user.click(screen.getByRole('button', { name: 'Save tags' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/were not saved/)
    expect(sessionStorage.getItem('switchboard.tags.not-offered')).toBeNull()
  })

  it('finds what was typed again after the panel was closed', async () => {
    const { user, again, unmount } = setUp()
    await user.click(screen.getByRole('button', { name: 'Edit tags' }))
    await user.click(screen.getByLabelText('Tag 1, value'))
    await user.keyboard('2')
    unmount()
    again()
    expect(screen.getByLabelText<HTMLInputElement>('Tag 1, value').value).toBe('42')
  })

  it('sends nothing while a tag is wrong, and goes to it', async () => {
    const { user } = setUp()
    await user.click(screen.getByRole('button', { name: 'Edit tags' }))
    await user.click(screen.getByLabelText('Tag 1, value'))
    await user.keyboard(' !')
    await user.click(screen.getByRole('button', { name: 'Save tags' }))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Tag 1, value')))
    expect(written).toEqual([])
  })
})
