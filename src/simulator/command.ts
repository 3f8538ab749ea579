import type { Server } from 'node:http'
import { parseArgs } from 'node:util'
import { DIALECTS, type Dialect } from '#/comms/dialect'
import { dialectNamed } from './controls'
import { FAULTS } from './faults'
import { createSimulatorServer } from './httpServer'
import { MAGIC_NUMBERS } from './scenarios/magicNumbers'
import { SCENARIOS, scenarioOf } from './scenarios/scenarios'
import { createSimulator, type SimulatorOptions } from './simulator'

const FLAGS = `  --port <number>      default 9800; 0 for any that is free
  --scenario <name>    ${[...SCENARIOS.keys()].join(', ')}
  --dialect <name>     ${DIALECTS.join(' or ')}; default: the scenario's
  --seed <number>      another seed, another history; default 1
  --help`

const USAGE = `Serves the Communications API from a simulator on this machine.

${FLAGS}

A request may choose with headers: X-Sim-Dialect (early or current), X-Sim-Jump (milliseconds the clock moves first),
X-Sim-Fault (${FAULTS.join(', ')}; with -after: once it has taken effect; with :3 for the seconds of Retry-After).

Numbers whose outcome is known:
${MAGIC_NUMBERS.map(({ address, title }) => `  ${address}  ${title}`).join('\n')}`

const HOST = '127.0.0.1'

/** Where a command's words go. */
export interface Voice {
  say: (words: string) => void
  /** Something is wrong, and nothing is served. */
  fail: (reason: string) => void
}

/**
 * `npm run simulator -- --port 9800 --dialect early --scenario carrier-outage --seed 42`
 * @param args what stands after the command's name
 * @returns the server, about to listen; `null` when there is none, as for `--help`
 */
export function serveCommand(args: string[], { say, fail }: Voice): Server | null {
  let read: ReturnType<typeof readOptions>
  try {
    read = readOptions(args)
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
    return null
  }
  if (!read) {
    say(USAGE)
    return null
  }
  const { port, options } = read
  const simulator = createSimulator(options)
  const server = createSimulatorServer(simulator)
  server.on('error', (error) => fail(`The simulator cannot listen on ${HOST}:${port}: ${error.message}`))
  server.listen(port, HOST, () => {
    const { scenario, dialect, seed } = simulator.state()
    const address = server.address()
    const url = `http://${HOST}:${typeof address === 'object' && address ? address.port : port}/v1`
    say(`Simulator on ${url} (${scenario}, ${dialect} dialect, seed ${seed})`)
    say(`Try: curl -u account:token ${url}/Messages`)
  })
  return server
}

function readOptions(args: string[]): { port: number; options: SimulatorOptions } | null {
  const { values } = parse(args)
  if (values.help) return null
  const options = {
    scenario: scenarioOf(values.scenario).name,
    seed: wholeNumber('seed', values.seed, 2 ** 31),
  }
  const port = wholeNumber('port', values.port, 65_535)
  return {
    port,
    options: values.dialect === undefined ? options : { ...options, dialect: dialectOf(values.dialect) },
  }
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: '9800' },
        scenario: { type: 'string', default: 'calm' },
        dialect: { type: 'string' },
        seed: { type: 'string', default: '1' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    const [reason = ''] = error instanceof Error ? error.message.split('. ') : []
    throw new RangeError(`${reason}. There are:\n\n${FLAGS}`, { cause: error })
  }
}

function dialectOf(name: string): Dialect {
  const dialect = dialectNamed(name)
  if (!dialect) throw new RangeError(`No dialect is called '${name}'. There are: ${DIALECTS.join(', ')}.`)
  return dialect
}

function wholeNumber(name: string, value: string, limit: number): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number <= limit) return number
  throw new RangeError(`--${name} must be a whole number up to ${limit}, not '${value}'.`)
}
