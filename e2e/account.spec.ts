import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAppServer } from '../src/proxy/appServer'
import { createSimulatorServer } from '../src/simulator/httpServer'
import { createSimulator } from '../src/simulator/simulator'
import { confirm } from './sending'
import { expect, test } from './test'

const SID = `AC${'5'.repeat(28)}1234`
const TOKEN = 'f0e1d2c3b4a5968778695a4b3c2d1e0f'

/** The whole way over real HTTP: page, proxy with credentials, and an API on another port that demands them. */
test('with an account: said so on every page, sent once, and the credential stays in the server', async ({
  page,
}) => {
  const simulator = createSimulator()
  const api = createSimulatorServer(simulator)
  const seen: (string | undefined)[] = []
  api.on('request', ({ headers }: { headers: { authorization?: string } }) =>
    seen.push(headers.authorization),
  )
  await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve))
  // A TCP server's address is an object; only pipes have a string.
  const { port } = api.address() as AddressInfo
  const state = await mkdtemp(join(tmpdir(), 'switchboard-e2e-'))
  const server = await createAppServer({
    env: {
      HOST: '127.0.0.1',
      PORT: '0',
      SWITCHBOARD_STATE: state,
      TWILIO_ACCOUNT_SID: SID,
      TWILIO_AUTH_TOKEN: TOKEN,
      COMMS_BASE_URL: `http://127.0.0.1:${port}`,
    },
    clientDir: 'dist/client',
  })
  try {
    const received: Promise<string>[] = []
    page.on('response', (response) => {
      received.push(
        response.text().then(
          (text) => `${JSON.stringify(response.headers())} ${text}`,
          () => '',
        ),
      )
    })
    await page.goto(`${server.url}/compose`)
    const band = page.getByRole('status', { name: 'Connection' })
    await expect(band).toContainText('Live')
    await expect(band).toContainText('messages reach real phones')
    await expect(band).toContainText(/AC.*1234/)

    await page.getByRole('textbox', { name: 'Phone numbers' }).fill('+12065551337')
    await page.getByRole('textbox', { name: 'Message', exact: true }).fill('What day is it?')
    await page.getByRole('button', { name: 'Send to 1 person' }).click()
    await confirm(page.getByRole('dialog'))
    await expect(page).toHaveURL(/\/operations\/comms_operation_/)
    simulator.clock.jump(60_000)
    await expect(page.getByRole('heading', { level: 2, name: /^Settled/ })).toBeVisible({ timeout: 30_000 })

    expect(seen.length).toBeGreaterThan(1)
    const basic = `Basic ${Buffer.from(`${SID}:${TOKEN}`).toString('base64')}`
    expect(new Set(seen)).toEqual(new Set([basic]))
    const everything = (await Promise.all(received)).join('\n')
    expect(everything).toContain('comms_operation_')
    for (const secret of [TOKEN, basic, SID]) expect(everything).not.toContain(secret)
  } finally {
    await server.close()
    api.closeAllConnections()
    await new Promise((resolve) => api.close(resolve))
    await rm(state, { recursive: true, force: true })
  }
})
