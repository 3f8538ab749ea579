// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CommsError, type Accepted, type SendRequest } from '#/comms'
import { Component } from './ComposePage'
import { DeskContext, type Desk } from './desk'
import { emptyDraft } from './draft/draft'
import { createDraftStore } from './draft/draftStore'
import { createColumnMemory } from './draft/columnMemory'
import { createChecker } from './reading/check'
import { readFile } from './reading/readFile'
import { createSender } from './send/sender'

afterEach(cleanup)

const ACCEPTED: Accepted = {
  operationId: 'comms_operation_01h2xcejqtf2nbrexx3vqjhp41',
  operationLocation: null,
  resourceId: null,
  resourceLocation: null,
}

function setUp(numbers: string, post: (request: SendRequest, key: string) => Promise<Accepted>) {
  const check = createChecker()
  const draft = createDraftStore({ session: null, local: null, country: 'US', later: () => undefined })
  draft.set({
    ...emptyDraft('US'),
    who: { ...emptyDraft('US').who, typed: numbers },
    text: 'What day is it?',
  })
  const posts = vi.fn(post)
  let keys = 0
  const sender = createSender({
    post: posts,
    lookUp: () => Promise.resolve(null),
    storage: null,
    now: Date.now,
    newKey: () => `key-${(keys += 1)}`,
    isOnline: () => true,
    later: () => () => undefined,
    onAccepted: () => draft.clear(),
  })
  const desk: Desk = {
    draft,
    sender,
    reader: {
      check: (who, remembered) => Promise.resolve(check(who, remembered)),
      read: (request, onProgress) => readFile(request, onProgress ?? (() => undefined)),
      cancel: () => undefined,
    },
    columns: createColumnMemory(null),
  }
  const router = createMemoryRouter(
    [
      {
        path: '/compose',
        element: (
          <DeskContext value={desk}>
            <Component />
          </DeskContext>
        ),
      },
      { path: '/operations/:id', element: <h1>Operation</h1> },
    ],
    { initialEntries: ['/compose'] },
  )
  render(<RouterProvider router={router} />)
  return { posts, draft, router }
}

/** Opens the question and waits as long as somebody needs to read it. */
async function openQuestion(name: RegExp) {
  const button = await screen.findByRole('button', { name })
  await waitFor(() => expect(button.getAttribute('aria-disabled')).toBeNull())
  fireEvent.click(button)
  const dialog = await screen.findByRole('dialog')
  const send = within(dialog).getByRole('button', { name })
  const start = performance.now()
  await waitFor(() => expect(performance.now() - start).toBeGreaterThan(400), { interval: 50 })
  return { dialog, send }
}

describe('the send button', () => {
  it('sends once for a double click, and leads to the operation', async () => {
    const { posts, router } = setUp('+12065551337\n206 555 1338', () => Promise.resolve(ACCEPTED))
    const { send } = await openQuestion(/^Send to 2 people$/)
    fireEvent.click(send)
    fireEvent.click(send)
    await screen.findByRole('heading', { name: 'Operation' })
    expect(posts).toHaveBeenCalledOnce()
    expect(posts.mock.calls[0]?.[0].to.map(({ addresses }) => addresses?.[0]?.address)).toEqual([
      '+12065551337',
      '+12065551338',
    ])
    expect(router.state.location.pathname).toBe(`/operations/${ACCEPTED.operationId}`)
  })

  it('sends once for a double Enter', async () => {
    const { posts } = setUp('+12065551337', () => Promise.resolve(ACCEPTED))
    const { dialog } = await openQuestion(/^Send to 1 person$/)
    const form = dialog.querySelector('form')
    if (!form) throw new Error('no form')
    fireEvent.submit(form)
    fireEvent.submit(form)
    await screen.findByRole('heading', { name: 'Operation' })
    expect(posts).toHaveBeenCalledOnce()
  })

  it('does not take the second press of a double one for an answer', async () => {
    const { posts } = setUp('+12065551337', () => Promise.resolve(ACCEPTED))
    fireEvent.click(await screen.findByRole('button', { name: /^Send to 1 person$/ }))
    const form = (await screen.findByRole('dialog')).querySelector('form')
    if (!form) throw new Error('no form')
    fireEvent.submit(form)
    expect(posts).not.toHaveBeenCalled()
    expect(screen.getByRole('dialog')).toBeTruthy()
  })

  it('asks for the number of people above a hundred', async () => {
    const numbers = Array.from({ length: 101 }, (_, at) => `+1206555${1000 + at}`).join('\n')
    const { posts } = setUp(numbers, () => Promise.resolve(ACCEPTED))
    const { dialog, send } = await openQuestion(/^Send to 101 people$/)
    fireEvent.click(send)
    expect(posts).not.toHaveBeenCalled()
    fireEvent.change(within(dialog).getByRole('textbox'), { target: { value: '101' } })
    fireEvent.click(send)
    await screen.findByRole('heading', { name: 'Operation' })
    expect(posts).toHaveBeenCalledOnce()
  })

  it('says what is missing, and leads there', async () => {
    const { posts } = setUp('', () => Promise.resolve(ACCEPTED))
    fireEvent.click(await screen.findByRole('button', { name: 'Send' }))
    const summary = screen.getByRole('region', { name: /1 thing has to be put right/ })
    expect(document.activeElement).toBe(summary)
    fireEvent.click(within(summary).getByRole('button', { name: 'Say who gets the message.' }))
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Phone numbers' }))
    expect(posts).not.toHaveBeenCalled()
  })

  it('does not send while a number needs a look', async () => {
    setUp('+12065551337\n+49 1', () => Promise.resolve(ACCEPTED))
    fireEvent.click(await screen.findByRole('button', { name: 'Send to 1 person' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: 'Remove the one that needs a look' }))
    await waitFor(() => expect(screen.queryByText('1 needs a look')).toBeNull())
    const { dialog } = await openQuestion(/^Send to 1 person$/)
    expect(dialog).toBeTruthy()
  })
})

describe('what the API refuses', () => {
  it('lands on its field, names the number, and leaves the draft', async () => {
    const problems = [
      { code: 21211, message: 'Not a mobile number', infoUrl: null, context: '$.to[1].address' },
      { code: 20001, message: 'Too rude', infoUrl: null, context: '$.content.text' },
    ]
    const refuse = () =>
      Promise.reject(
        new CommsError({
          kind: 'invalid',
          message: 'Bad',
          method: 'POST',
          path: '/Messages',
          status: 400,
          problems,
        }),
      )
    const { draft } = setUp('+12065551337\n+12065551338', refuse)
    const { send } = await openQuestion(/^Send to 2 people$/)
    fireEvent.click(send)
    const summary = await screen.findByRole('region', { name: /2 things have to be put right/ })
    expect(within(summary).getByText('+12065551338: Not a mobile number')).toBeTruthy()
    expect(screen.getByRole('textbox', { name: 'Message' }).getAttribute('aria-invalid')).toBe('true')
    fireEvent.click(within(summary).getByRole('button', { name: 'Remove the number that the API refused' }))
    expect(draft.get().who.typed).toBe('+12065551337')
    expect(draft.get().text).toBe('What day is it?')
  })

  it('is no doubt: a lost answer is one, and locks the form', async () => {
    const lose = () =>
      Promise.reject(
        new CommsError({
          kind: 'timeout',
          message: 'Late.',
          method: 'POST',
          path: '/Messages',
          mayHaveBeenDone: true,
        }),
      )
    const { posts, draft } = setUp('+12065551337', lose)
    const { send } = await openQuestion(/^Send to 1 person$/)
    fireEvent.click(send)
    await screen.findByText(/It is not known whether this was sent/)
    fireEvent.click(screen.getByRole('button', { name: 'Send to 1 person' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(posts).toHaveBeenCalledOnce()
    expect(draft.get().text).toBe('What day is it?')
    fireEvent.click(screen.getByRole('button', { name: 'Find out now' }))
    await screen.findByText(/The connection failed before the message left/)
  })
})
