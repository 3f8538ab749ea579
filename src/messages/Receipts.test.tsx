// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { api } from '#/comms'
import { Receipts } from './Receipts'
import { clearStage, press, setStage, show, type Stage } from './testing'

let stage: Stage
beforeEach(() => {
  stage = setStage()
})
afterEach(clearStage)

const asked = () => stage.asked.filter((request) => request.includes('/Receipts')).length

async function showReceipts() {
  const { items } = await (await api()).listMessages({ status: 'DELIVERED' }, { pageSize: 1 })
  const [message] = items
  if (!message) throw new Error('no message')
  await show([{ path: '/', Component: () => <Receipts messageId={message.id} /> }], '/')
  return message
}

describe('the receipts of a group message', () => {
  it('are listed, each person with a status', async () => {
    const { to } = await showReceipts()
    const table = within(screen.getByRole('table', { name: 'Receipts' }))
    expect(table.getByRole('rowheader').textContent).toContain(to[0]?.addresses[0]?.address)
    expect(table.getByText('Delivered')).toBeTruthy()
    expect(asked()).toBe(1)
  })

  it('are said not to be offered, and tried again when asked', async () => {
    stage.simulator.configure({ scenario: 'contract-only' })
    await showReceipts()
    expect(document.body.textContent).toContain('This API does not list the receipts of a group message.')
    expect(asked()).toBe(1)
    stage.simulator.configure({ scenario: 'calm' })
    await press('button', 'Try again')
    expect(asked()).toBe(2)
    expect(document.body.textContent).not.toContain('does not list')
  })

  it('can be read again where the answer was lost', async () => {
    stage.simulator.failNext('GET /Messages/*/Receipts', '403')
    await showReceipts()
    expect(document.body.textContent).toContain('The receipts could not be read')
    await press('button', /again/i)
    expect(screen.getByRole('table', { name: 'Receipts' })).toBeTruthy()
  })
})
