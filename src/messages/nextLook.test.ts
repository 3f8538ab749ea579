import { describe, expect, it } from 'vitest'
import { CommsError, type ErrorKind, type Message } from '#/comms'
import { nextLook } from './nextLook'

const NOW = Date.UTC(2026, 10, 24, 12)

const message = (status: string): Message => ({
  id: 'comms_message_01k4vge32ce3ar18sy56svjjpb',
  status,
  from: null,
  to: [],
  related: [],
  tags: {},
  scheduledFor: null,
  createdAt: null,
  updatedAt: null,
  deletedAt: null,
  raw: null,
  content: null,
  attempts: [],
})

const looked = (status: string, looks: number) => ({
  data: message(status),
  dataUpdateCount: looks,
  dataUpdatedAt: NOW,
  error: null,
  errorUpdateCount: 0,
  errorUpdatedAt: 0,
})

const failed = (kind: ErrorKind, retryAt: number | null = null) => ({
  ...looked('SENT', 1),
  error: new CommsError({ kind, message: '', method: 'GET', path: '/Messages/x', retryAt }),
  errorUpdateCount: 1,
  errorUpdatedAt: NOW,
})

describe('nextLook', () => {
  it('follows a message until its status is final', () => {
    expect(nextLook(looked('SENT', 1))).toBe(NOW + 2000)
    expect(nextLook(looked('SENT', 3))).toBe(NOW + 4500)
    for (const status of ['DELIVERED', 'READ', 'FAILED', 'UNDELIVERED', 'CANCELED', 'INBOUND']) {
      expect(nextLook(looked(status, 1))).toBeNull()
    }
    expect(nextLook(looked('BRAND_NEW', 1))).toBe(NOW + 2000)
  })

  it('comes to an end', () => {
    expect(nextLook(looked('SENT', 19))).toBe(NOW + 30_000)
    expect(nextLook(looked('SENT', 20))).toBeNull()
  })

  it('waits as long as the API asks, and leaves alone what will be refused', () => {
    expect(nextLook(failed('rate-limited', NOW + 90_000))).toBe(NOW + 90_000)
    expect(nextLook(failed('network'))).toBe(NOW + 3000)
    expect(nextLook(failed('refused'))).toBeNull()
    expect(nextLook(failed('missing'))).toBeNull()
  })
})
