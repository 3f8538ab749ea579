import { randomUUID } from 'node:crypto'
import { expect, type Locator } from '@playwright/test'
import type { AppServer } from '../src/proxy/appServer'

/** A valid number of the range kept free for examples, different for each index. */
export function numberOf(index: number): string {
  return `+1206555${String(index).padStart(4, '0')}`
}

/** Sends through the proxy as the app would, for tests about what comes after a send. Gives the operation's id. */
export async function sendTo(
  server: AppServer,
  numbers: string[],
  text = 'What day is it?',
): Promise<string> {
  const response = await fetch(`${server.url}/comms/v1/Messages`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      origin: server.url,
      'idempotency-key': randomUUID(),
      'x-sim-dialect': 'current',
    },
    body: JSON.stringify({
      to: numbers.map((address) => ({ address, channel: 'PHONE' })),
      content: { text },
    }),
  })
  const id = /comms_operation_[0-9a-z]+/.exec(
    `${await response.text()} ${response.headers.get('operation-id')}`,
  )
  if (response.status !== 202 || !id) throw new Error(`The send was answered with ${response.status}.`)
  return id[0]
}

/** Ten thousand different numbers. */
export function manyNumbers(): string[] {
  return Array.from({ length: 10_000 }, (_, index) => numberOf(index))
}

/**
 * Says yes in the question before sending. The question takes no answer in its first moments, when nobody can have
 * read it, so the button is pressed until it does.
 */
export async function confirm(question: Locator): Promise<void> {
  await expect(question).toBeVisible()
  await expect(async () => {
    if (await question.isVisible()) {
      await question.getByRole('button', { name: /^Send to/ }).click({ timeout: 1000 })
    }
    await expect(question).toBeHidden({ timeout: 1000 })
  }).toPass()
}
