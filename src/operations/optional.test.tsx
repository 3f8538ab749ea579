// @vitest-environment happy-dom
import { act, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api, type Operation } from '#/comms'
import { loadDictionary } from '#/errors/useExplanation'
import { advance, clearStage, press, send, setStage, settle, show, type Stage } from '#/messages/testing'
import { Component } from './OperationPage'

const ROUTES = [{ path: '/operations/:operationId', Component }]
const HOUR = 3_600_000
const CANCEL = 'Cancel what is not sent yet'
const CANCEL_ROUTE = 'POST /Messages/Operations/*/Cancel'

vi.setConfig({ testTimeout: 30_000 })

let stage: Stage
beforeEach(() => {
  localStorage.clear()
  stage = setStage({ scenario: 'scheduled' })
})
afterEach(clearStage)

const text = () => document.body.textContent
const asked = (pattern: RegExp) => stage.asked.filter((request) => pattern.test(request)).length
const cancels = () => asked(/^POST .*\/Cancel$/)

async function find(wanted: (operation: Operation) => boolean): Promise<string> {
  const { items } = await (await api()).listOperations({}, { pageSize: 200 })
  const found = items.find(wanted)
  if (!found) throw new Error('the scenario has no such operation')
  return found.id
}

const showScheduled = async () => {
  const id = await find(({ status }) => status === 'SCHEDULED')
  await show(ROUTES, `/operations/${id}`)
  return id
}

/** Presses the button, and the one in the question. */
async function cancel() {
  await press('button', CANCEL)
  const question = screen.getByRole('dialog')
  act(() => within(question).getByRole('button', { name: CANCEL }).click())
  await settle()
}

it('says for when it is scheduled, which only its messages tell', async () => {
  const id = await showScheduled()
  await settle()
  const { items } = await (await api()).listMessages({ operationId: id }, { pageSize: 1 })
  const section = screen.getByRole('region', { name: 'What will be sent' })
  const time = within(section).getByText('Scheduled for').nextElementSibling?.querySelector('time')
  expect(time?.dateTime).toBe(new Date(items[0]?.scheduledFor ?? 0).toISOString())
  expect(section.textContent).toContain('As it goes to one of them')
})

describe('cancelling an operation', () => {
  it('asks first, says what stays sent, and does nothing when it is let go on', async () => {
    await showScheduled()
    await press('button', CANCEL)
    expect(screen.getByRole('dialog').textContent).toContain('Messages that were sent stay sent')
    expect(document.activeElement?.textContent).toBe('Leave it scheduled')
    await press('button', 'Leave it scheduled')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(cancels()).toBe(0)
  })

  it('cancels once, and shows at once how it stands', async () => {
    await showScheduled()
    await press('button', CANCEL)
    const yes = within(screen.getByRole('dialog')).getByRole('button', { name: CANCEL })
    act(() => {
      yes.click()
      yes.click()
    })
    await settle()
    expect(cancels()).toBe(1)
    expect(screen.getByRole('heading', { name: /^Cancelled through the API/ })).toBeTruthy()
    expect(text()).toContain('the API accepted it')
    expect(screen.queryByRole('button', { name: CANCEL })).toBeNull()
  })

  it('says that it is too late when the API says so', async () => {
    await showScheduled()
    stage.simulator.failNext(CANCEL_ROUTE, '409')
    await cancel()
    expect(screen.getByRole('alert').textContent).toContain('Too late to cancel')
  })

  it('says that the outcome is not known when the answer is lost, and looks', async () => {
    const id = await showScheduled()
    const before = asked(new RegExp(`^GET /Messages/Operations/${id}$`))
    stage.simulator.failNext(CANCEL_ROUTE, 'cut-after')
    await cancel()
    expect(cancels()).toBe(1)
    expect(screen.getByRole('alert').textContent).toContain('not known whether this was cancelled')
    expect(asked(new RegExp(`^GET /Messages/Operations/${id}$`))).toBe(before + 1)
    expect(screen.getByRole('heading', { name: /^Cancelled through the API/ })).toBeTruthy()
  })

  it('keeps the button where the API put it off', async () => {
    await showScheduled()
    stage.simulator.failNext(CANCEL_ROUTE, '429:30')
    await cancel()
    expect(text()).toContain('Not cancelled: too many requests')
    expect(screen.getByRole('button', { name: CANCEL })).toBeTruthy()
  })

  it('says where the API offers no way to, and tries once more when asked', async () => {
    await showScheduled()
    // Each of them finds the operation itself still there.
    stage.simulator.failNext(CANCEL_ROUTE, '404')
    await cancel()
    expect(text()).toContain('This API offers no way to cancel.')
    expect(text()).not.toContain('not known')
    await press('button', 'Try again to cancel')
    act(() => within(screen.getByRole('dialog')).getByRole('button', { name: CANCEL }).click())
    await settle()
    expect(cancels()).toBe(2)
    expect(text()).not.toContain('This API offers no way to cancel.')
    expect(screen.getByRole('heading', { name: /^Cancelled through the API/ })).toBeTruthy()
  })

  it('is not offered for what is over', async () => {
    const id = await find(({ status }) => status === 'COMPLETED')
    await show(ROUTES, `/operations/${id}`)
    expect(screen.queryByRole('button', { name: CANCEL })).toBeNull()
  })
})

describe('why people were lost', () => {
  const ERRORS = /\/Errors\?/
  beforeEach(async () => {
    await loadDictionary()
  })

  it('is read once when the operation is settled, by code with its title', async () => {
    stage.simulator.configure({ scenario: 'calm' })
    const id = await send(400)
    stage.simulator.clock.jump(24 * HOUR)
    await show(ROUTES, `/operations/${id}`)
    await vi.waitFor(() => expect(screen.getByRole('region', { name: 'Why they were lost' })).toBeTruthy())
    await settle()
    const part = within(screen.getByRole('region', { name: 'Why they were lost' }))
    const [code] = part.getAllByRole('link', { name: /^\d{5}$/ })
    expect(code?.getAttribute('href')).toBe(`/errors/${code?.textContent}`)
    expect(part.getAllByRole('link', { name: /^Open/ })[0]?.getAttribute('href')).toMatch(
      /^\/messages\/comms_/,
    )
    expect(part.getByRole('link', { name: /undelivered$/ }).getAttribute('href')).toContain(
      'status=UNDELIVERED',
    )
    expect(asked(ERRORS)).toBe(1)
    await advance(HOUR)
    expect(asked(ERRORS)).toBe(1)
  })

  it('waits to be asked for while the operation runs', async () => {
    stage.simulator.configure({ scenario: 'carrier-outage' })
    const id = await send(3_000)
    await show(ROUTES, `/operations/${id}`)
    await advance(60_000)
    expect(asked(ERRORS)).toBe(0)
    await press('button', 'Why they were lost')
    expect(asked(ERRORS)).toBe(1)
    expect(screen.getByRole('region', { name: 'Why they were lost' }).textContent).toMatch(/\d{5}/)
    await advance(60_000)
    expect(asked(ERRORS)).toBe(1)
  })

  it('is said where the API does not list errors, and asked for again on request only', async () => {
    stage.simulator.configure({ scenario: 'contract-only' })
    const id = await send(400)
    stage.simulator.clock.jump(24 * HOUR)
    await show(ROUTES, `/operations/${id}`)
    expect(text()).toContain('This API does not list the errors of an operation.')
    await advance(HOUR)
    expect(asked(ERRORS)).toBe(1)
    await press('button', 'Try again')
    expect(asked(ERRORS)).toBe(2)
    expect(text()).toContain('This API does not list the errors of an operation.')
  })
})
