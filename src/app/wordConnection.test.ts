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

const fine = { failed: false, online: true }

describe('wordConnection', () => {
  it('says first whether real people are reached', () => {
    expect(wordConnection(account, fine)).toMatchObject({ state: 'Live', look: 'account' })
    expect(wordConnection(account, fine)?.facts[0]).toBe('messages reach real phones')
    expect(wordConnection(simulator, fine)).toMatchObject({ state: 'Simulator', look: 'simulator' })
    expect(wordConnection(simulator, fine)?.facts).toEqual([
      'busy day',
      'nothing reaches a real phone',
      'v1',
      'early dialect',
      'seed 42',
    ])
  })

  it('gives the reason when nothing can be sent', () => {
    const broken: Connection = { ...account, mode: 'misconfigured', problem: 'TWILIO_AUTH_TOKEN is missing.' }
    expect(wordConnection(broken, fine)).toMatchObject({ look: 'problem', state: 'Not connected' })
    expect(wordConnection(broken, fine)?.facts).toContain('TWILIO_AUTH_TOKEN is missing.')
  })

  it('does not go on claiming a connection that was lost', () => {
    expect(wordConnection(account, { failed: true, online: true })).toMatchObject({
      look: 'unknown',
      state: 'Not connected',
    })
    expect(wordConnection(account, { failed: false, online: false })).toMatchObject({ state: 'Offline' })
  })

  it('says nothing before anything is known', () => {
    expect(wordConnection(undefined, fine)).toBeNull()
  })
})
