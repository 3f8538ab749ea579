// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from '#/comms'
import { Component } from './MessagePage'
import { advance, clearStage, send, setStage, show, type Stage } from './testing'

const ROUTES = [{ path: '/messages/:messageId', Component }]

let stage: Stage
beforeEach(() => {
  stage = setStage()
})
afterEach(clearStage)

async function firstMessage(filter: { operationId?: string; status?: string }): Promise<string> {
  const page = await (await api()).listMessages(filter, { pageSize: 1 })
  const [message] = page.items
  if (!message) throw new Error('no message')
  return message.id
}

describe('one message', () => {
  it('says why it failed and what to do', async () => {
    const id = await firstMessage({ status: 'UNDELIVERED' })
    await show(ROUTES, `/messages/${id}`)
    await vi.waitFor(() => expect(document.body.textContent).toContain('What to do:'))
    expect(document.body.textContent).toContain('Left Twilio and did not arrive.')
    const code = screen.getByRole('link', { name: /^\d{5}$/ })
    expect(code.getAttribute('href')).toBe(`/errors/${code.textContent}`)
    expect(screen.getByRole('link', { name: /^comms_operation_/ })).toBeTruthy()
  })

  it('gives no advice to send again where a later attempt arrived', async () => {
    stage.simulator.configure({ scenario: 'rcs-fallback' })
    const { items } = await (await api()).listMessages({ status: 'DELIVERED' }, { pageSize: 50 })
    const messages = await Promise.all(items.map(async ({ id }) => (await api()).fetchMessage(id)))
    const reached = messages.find(({ attempts }) => attempts.some(({ error }) => error !== null))
    await show(ROUTES, `/messages/${reached?.id ?? ''}`)
    await vi.waitFor(() => expect(document.body.textContent).toMatch(/Not reachable by RCS/))
    expect(document.body.textContent).toContain('Arrived on the person’s phone.')
    expect(document.body.textContent).not.toMatch(/What to do|Send again/)
  })

  it('to a group names how many it went to and shows the receipt of each', async () => {
    stage.simulator.configure({ scenario: 'busy-day' })
    const { items } = await (await api()).listMessages({ status: 'GROUP' }, { pageSize: 1 })
    const people = items[0]?.to ?? []
    await show(ROUTES, `/messages/${items[0]?.id ?? ''}`)
    const [first = '', ...others] = people.map(({ addresses }) => addresses[0]?.address ?? '')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      `Message to ${first} +${others.length} more`,
    )
    const rows = within(screen.getByRole('table', { name: 'Receipts' })).getAllByRole('rowheader')
    expect(rows.map(({ textContent }) => textContent)).toEqual(
      people.map((_, n) => expect.stringContaining([first, ...others][n] ?? '')),
    )
  })

  it('from a person is named after who wrote it, and has no receipts', async () => {
    stage.simulator.configure({ scenario: 'busy-day' })
    const { items } = await (await api()).listMessages({ status: 'INBOUND' }, { pageSize: 1 })
    await show(ROUTES, `/messages/${items[0]?.id ?? ''}`)
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      `Message from ${items[0]?.from?.address}`,
    )
    expect(screen.queryByText('Each person of the group')).toBeNull()
  })

  it('shows markup in a message as the characters it is', async () => {
    const text = '<img src=x onerror="alert(1)"> <b>bold</b>'
    const operationId = await send(1, text)
    await show(ROUTES, `/messages/${await firstMessage({ operationId })}`)
    expect(screen.getByText(text)).toBeTruthy()
    expect(document.querySelector('img, b')).toBeNull()
  })

  it('is looked at again until it has arrived, and then no more', async () => {
    const operationId = await send(1)
    await show(ROUTES, `/messages/${await firstMessage({ operationId })}`)
    expect(document.body.textContent).not.toContain('Arrived on the person’s phone.')
    await advance(90_000)
    expect(document.body.textContent).toContain('Arrived on the person’s phone.')
    const before = stage.asked.length
    await advance(600_000)
    expect(stage.asked.length).toBe(before)
  })

  it('says that the API keeps messages for 7 days when there is none', async () => {
    await show(ROUTES, '/messages/comms_message_01k4vge32ce3ar18sy56svjjpb')
    expect(screen.getByRole('alert').textContent).toContain('7 days')
  })
})
