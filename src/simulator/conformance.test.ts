import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createFullClient, type FullClient } from '#/comms/fullClient'
import { DIALECTS } from '#/comms/dialect'
import { CONFORMANCE } from './conformance'
import { clientOf, stillSimulator } from './fixtures'
import { createSimulatorServer } from './httpServer'
import type { Simulator } from './simulator'

/** In this process and over real HTTP, in both dialects; e2e/conformance.spec.ts does the same in a browser's worker. */

interface Connection {
  client: FullClient
  close: () => Promise<void>
}

const CONNECTIONS = {
  'in process': async (simulator: Simulator): Promise<Connection> => {
    return { client: clientOf(simulator), close: () => Promise.resolve() }
  },
  'over HTTP': async (simulator: Simulator): Promise<Connection> => {
    const server = createSimulatorServer(simulator)
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    // A listening TCP server has an address of this form.
    const { port } = server.address() as AddressInfo
    const authorization = `Basic ${btoa('account:token')}`
    const client = createFullClient({
      baseUrl: `http://127.0.0.1:${port}`,
      fetch: (request) => {
        request.headers.set('authorization', authorization)
        return fetch(request)
      },
    })
    const close = () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    }
    return { client, close }
  },
}

const CASES = Object.entries(CONNECTIONS).flatMap(([where, connect]) => {
  return DIALECTS.map((dialect) => ({ where, connect, dialect }))
})

describe.each(CASES)('$where, $dialect dialect', ({ connect, dialect }) => {
  it.each(Object.entries(CONFORMANCE))('%s', async (_, check) => {
    const simulator = stillSimulator({ dialect })
    const { client, close } = await connect(simulator)
    try {
      await check({
        client,
        dialect,
        jump: async (ms) => simulator.clock.jump(ms),
        failNext: async (fault) => simulator.failNext('GET /Messages', fault),
        expect,
      })
    } finally {
      await close()
    }
  })
})
