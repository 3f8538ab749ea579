import { describe, expect, it } from 'vitest'
import type { Connection } from '#/comms'
import { wordConnection } from './wordConnection'

const account: Connection = {
  mode: 'account',
  account: 'AC…12ab',
  baseUrl: 'https://comms.twilio.com',
  version: 'v1',
  dialect: 'auto',
  problem: null,
  simulator: null,
}
const simulator: Connection = {
  ...account,
  mode: 'simulator',
  account: null,
  simulator: { scenario: 'busy-day', dialect: 'early', seed: 42 },
}

describe('wordConnection', () => {
  it('says first whether real people are reached', () => {
    expect(wordConnection(account, false)).toMatchObject({ state: 'Live', look: 'account' })
    expect(wordConnection(account, false)?.facts[0]).toBe('messages reach real phones')
    expect(wordConnection(simulator, false)).toMatchObject({ state: 'Simulator', look: 'simulator' })
    expect(wordConnection(simulator, false)?.facts).toEqual([
      'nothing reaches a real phone',
      'v1',
      'early dialect',
      'busy day',
      'seed 42',
    ])
  })

  it('gives the reason when nothing can be sent', () => {
    const broken: Connection = { ...account, mode: 'misconfigured', problem: 'TWILIO_AUTH_TOKEN is missing.' }
    expect(wordConnection(broken, false)).toMatchObject({ look: 'problem', state: 'Not connected' })
    expect(wordConnection(broken, false)?.facts).toContain('TWILIO_AUTH_TOKEN is missing.')
  })

  it('does not go on claiming a connection that was lost', () => {
    expect(wordConnection(account, true)).toMatchObject({ look: 'unknown', state: 'Not connected' })
  })

  it('says nothing before anything is known', () => {
    expect(wordConnection(undefined, false)).toBeNull()
  })
})
