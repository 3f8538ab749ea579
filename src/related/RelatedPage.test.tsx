// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { cleanup, render, screen } from '@testing-library/react'
import fc from 'fast-check'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Component } from './RelatedPage'

const BODY = '01k4vge32ce3ar18sy56svjjpb'
const HEX = '0123456789abcdef0123456789abcdef'
const SENDER = {
  id: `comms_sender_${BODY}`,
  address: '+12065550100',
  senderPoolId: `comms_senderpool_${BODY}`,
}

const OPERATION = `comms_operation_${BODY}`
const EMAIL = { id: `comms_email_${BODY}`, related: [{ name: 'OPERATION', id: OPERATION }] }

beforeEach(() => {
  vi.stubGlobal('fetch', async (input: Request | string) => {
    if (typeof input === 'string') {
      return Response.json({
        mode: 'simulator',
        version: 'v1',
        dialect: 'current',
        baseUrl: 'https://comms.twilio.com',
      })
    }
    if (input.url.includes('/Senders/')) return Response.json(SENDER)
    if (input.url.includes('/Emails/')) {
      const isOperation = input.url.includes('/Emails/Operations/')
      return Response.json(isOperation ? { id: OPERATION, status: 'COMPLETED' } : EMAIL)
    }
    if (input.url.includes('/Seek/')) return Response.json({ id: `comms_message_${BODY}`, status: 'SENT' })
    return Response.json({ errors: [{ code: 20404, message: 'Not found' }] }, { status: 404 })
  })
})
afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

function open(id: string, query = '') {
  const router = createMemoryRouter(
    [
      { path: '/related/:id', Component },
      { path: '*', Component: () => <p>Elsewhere</p> },
    ],
    { initialEntries: [`/related/${encodeURIComponent(id)}${query}`] },
  )
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  return router
}

describe('/related/:id', () => {
  it('shows a sender: when it was made, its JSON, and the ids in it', async () => {
    open(SENDER.id)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Sender')
    expect(document.querySelector('time')?.dateTime).toBe('2025-09-11T04:27:12.844Z')
    const json = await screen.findByRole('region', { name: 'JSON as it came' })
    expect(JSON.parse(json.textContent ?? '')).toEqual(SENDER)
    expect(screen.getByRole('link', { name: SENDER.senderPoolId }).getAttribute('href')).toBe(
      `/related/${SENDER.senderPoolId}`,
    )
  })

  it('goes on to the message of an SM id', async () => {
    const router = open(`SM${HEX}`)
    await screen.findByText('Elsewhere')
    expect(router.state.location.pathname).toBe(`/messages/comms_message_${BODY}`)
  })

  it.each([
    [`comms_message_${BODY}`, `/messages/comms_message_${BODY}`],
    [`comms_operation_${BODY}`, `/operations/comms_operation_${BODY}`],
  ])('hands %s over to its own page', async (id, path) => {
    const router = open(id)
    await screen.findByText('Elsewhere')
    expect(router.state.location.pathname).toBe(path)
  })

  it('leads from an email to the operation that sent it, which is read among those of emails', async () => {
    open(EMAIL.id)
    const link = await screen.findByRole('link', { name: OPERATION })
    expect(link.getAttribute('href')).toBe(`/related/${OPERATION}?of=email`)
    cleanup()
    open(OPERATION, '?of=email')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Email operation')
    const json = await screen.findByRole('region', { name: 'JSON as it came' })
    expect(JSON.parse(json.textContent ?? '')).toEqual({ id: OPERATION, status: 'COMPLETED' })
  })

  it('says whose operation there is none of', async () => {
    open(OPERATION, '?of=senderpool')
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /There is no sender pool operation with this id/,
    )
  })

  it('says that there is none, without an offer to try again', async () => {
    open(`comms_senderpool_${BODY}`)
    expect((await screen.findByRole('alert')).textContent).toMatch(/There is no sender pool with this id/)
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
  })

  it('says why a kind cannot be read and leads on', () => {
    open(`comms_session_${HEX}`)
    const link = screen.getByRole('link', { name: 'Show the messages of this session' })
    expect(link.getAttribute('href')).toBe(`/messages?sessionId=comms_session_${HEX}`)
  })

  it('says what an id without a page is, and what can be done', () => {
    open(`mem_profile_${BODY}`)
    const link = screen.getByRole('link', { name: 'Show the messages of this profile' })
    expect(link.getAttribute('href')).toBe(`/messages?profile=mem_profile_${BODY}`)
    cleanup()
    open(`DG${HEX}`)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Event sink')
    expect(screen.getByText(/under Event Streams/)).toBeTruthy()
    cleanup()
    open(`MG${HEX}`)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Another kind of id')
    expect(screen.getByText(/Look it up in the Twilio Console/)).toBeTruthy()
  })

  it('never breaks, whatever stands in the address', () => {
    vi.spyOn(console, 'error').mockImplementation((...args) => {
      throw new Error(String(args[0]))
    })
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        open(text)
        expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe('')
        cleanup()
      }),
      { numRuns: 60 },
    )
  })
})
