import { parseArgs } from 'node:util'
import { DIALECTS, type Dialect } from '#/comms/dialect'
import { FAULTS } from './faults'
import { createSimulatorServer } from './httpServer'
import { MAGIC_NUMBERS } from './scenarios/magicNumbers'
import { SCENARIOS, scenarioOf } from './scenarios/scenarios'
import { createSimulator, type SimulatorOptions } from './simulator'

/** `npm run simulator -- --port 9800 --dialect early --scenario carrier-outage --seed 42` */

const USAGE = `Serves the Communications API from a simulator on this machine.

  --port <number>      default 9800
  --scenario <name>    ${[...SCENARIOS.keys()].join(', ')}
  --dialect <name>     ${DIALECTS.join(' or ')}; default: the scenario's
  --seed <number>      another seed, another history; default 1
  --help

A request may choose with headers: X-Sim-Dialect (early or current), X-Sim-Jump (milliseconds the clock moves first),
X-Sim-Fault (${FAULTS.join(', ')}; with -after: once it has taken effect; with :3 for the seconds of Retry-After).

Numbers whose outcome is known:
${MAGIC_NUMBERS.map(({ address, title }) => `  ${address}  ${title}`).join('\n')}`

const HOST = '127.0.0.1'

function readOptions(): { port: number; options: SimulatorOptions } | null {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '9800' },
      scenario: { type: 'string', default: 'calm' },
      dialect: { type: 'string' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  })
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

function dialectOf(name: string): Dialect {
  const dialect = DIALECTS.find((known) => known === name)
  if (!dialect) throw new RangeError(`No dialect is called '${name}'. There are: ${DIALECTS.join(', ')}.`)
  return dialect
}

function wholeNumber(name: string, value: string, limit: number): number {
  const number = Number(value)
  if (/^\d+$/.test(value) && number <= limit) return number
  throw new RangeError(`--${name} must be a whole number up to ${limit}, not '${value}'.`)
}

const say = (line: string) => void process.stdout.write(`${line}\n`)

function fail(reason: string) {
  process.stderr.write(`${reason}\n`)
  process.exitCode = 1
}

function main() {
  let read: ReturnType<typeof readOptions>
  try {
    read = readOptions()
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
    return
  }
  if (!read) {
    say(USAGE)
    return
  }
  const simulator = createSimulator(read.options)
  const server = createSimulatorServer(simulator)
  server.on('error', (error) => {
    fail(`The simulator cannot listen on ${HOST}:${read.port}: ${error.message}`)
  })
  server.listen(read.port, HOST, () => {
    const { scenario, dialect, seed } = simulator.state()
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : read.port
    say(`Simulator on http://${HOST}:${port}/v1 (${scenario}, ${dialect} dialect, seed ${seed})`)
    say(`Try: curl -u account:token http://${HOST}:${port}/v1/Messages`)
  })
}

main()
