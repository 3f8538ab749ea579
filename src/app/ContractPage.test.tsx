// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { api } from '#/comms'
import { advance, clearStage, press, setStage, settle, show, type Stage } from '#/messages/testing'
import { Component } from './ContractPage'

const ROUTES = [{ path: '/contract', Component }]

/** The row of an optional route, by what it is for. */
function row(purpose: string): HTMLElement {
  const found = screen.getByText(purpose).closest('li')
  if (!found) throw new Error(`no row says ${purpose}`)
  return found
}

describe('the contract page', () => {
  // The client loads it when it is asked for; reading the file takes time that no clock of a test can move.
  beforeAll(async () => void (await import('#/comms/lens')))
  afterEach(clearStage)

  describe('where only the published routes are offered', () => {
    let stage: Stage
    beforeEach(() => {
      stage = setStage({ scenario: 'contract-only' })
    })

    it('makes no request of its own, and says that nothing was tried', async () => {
      await show(ROUTES, '/contract')
      expect(screen.getAllByText('Not tried yet')).toHaveLength(6)
      expect(screen.getByText('none yet: nothing that tells was answered')).toBeTruthy()
      expect(screen.getByText(/Nothing unknown was seen/)).toBeTruthy()
      await advance(10_000)
      expect(stage.asked).toEqual([])
    })

    it('shows what was found out meanwhile, with the request that was refused', async () => {
      await show(ROUTES, '/contract')
      const client = await api()
      const { items } = await client.listOperations({}, { pageSize: 1 })
      const id = items[0]?.id ?? ''
      await client.listOperationErrors(id).catch(() => undefined)
      await advance(2_500)
      expect(within(row('List of operations')).getByText('Offered')).toBeTruthy()
      const refused = within(row('Errors of an operation'))
      expect(refused.getByText('Not offered by this API')).toBeTruthy()
      expect(refused.getByText(`GET /v1/Messages/Operations/${id}/Errors`, { exact: false })).toBeTruthy()
      expect(refused.getByText(/^404/)).toBeTruthy()
      expect(screen.getAllByText('current').length).toBe(1)
    })

    it('lets a route that is not offered be tried again', async () => {
      const client = await api()
      await client
        .cancelOperation((await client.listOperations({}, {})).items[0]?.id ?? '')
        .catch(() => undefined)
      expect(client.capabilities.state('cancelOperation')).toBe('not-offered')
      await show(ROUTES, '/contract')
      await press('button', 'Try again: Cancelling an operation')
      await settle()
      expect(client.capabilities.state('cancelOperation')).toBe('untried')
      const cancel = row('Cancelling an operation')
      expect(within(cancel).getByText('Not tried yet')).toBeTruthy()
      expect(cancel.contains(document.activeElement)).toBe(true)
    })
  })

  it('tells the dialect that was seen, in which requests go on', async () => {
    setStage({ scenario: 'early-v1' })
    await (await api()).listMessages({}, { pageSize: 1 })
    await show(ROUTES, '/contract')
    expect(screen.getByText('early')).toBeTruthy()
    expect(screen.getByText('the early dialect')).toBeTruthy()
  })

  it('lists what the API made up, unable to do harm', async () => {
    const { simulator } = setStage()
    const answer = simulator.fetch.bind(simulator)
    simulator.fetch = async (request) => {
      const response = await answer(request)
      const text = await response.text()
      return new Response(text.replaceAll('"status":', '"mood\u202E":"<b>glad</b>","status":'), response)
    }
    await (await api()).listMessages({}, { pageSize: 3 })
    await show(ROUTES, '/contract')
    const table = within(screen.getByRole('table', { name: 'Never seen before' }))
    expect(table.getByRole('rowheader').textContent).toBe('message.mood\\u{202e}')
    expect(table.getAllByRole('cell').map((cell) => cell.textContent)).toEqual(['"<b>glad</b>"', '3'])
  })
})
