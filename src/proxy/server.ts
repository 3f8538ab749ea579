import { fileURLToPath } from 'node:url'
import { createAppServer } from './appServer'
import { ConfigError } from './config'

/** `npm start`: the built app and its proxy. Built to `dist/server/server.js`, beside `dist/client`. */
const clientDir = fileURLToPath(new URL('../client', import.meta.url))

try {
  const server = await createAppServer({ env: process.env, clientDir })
  process.stdout.write(`Switchboard is at ${server.url}\n`)
  const stop = () => void server.close().then(() => process.exit(0))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
} catch (error) {
  const known = error instanceof ConfigError || (error instanceof Error && 'syscall' in error)
  if (!known) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
