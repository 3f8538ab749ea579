import { DIALECTS } from '#/comms/dialect'
import type { SimulatorPatch, SimulatorState } from '#/simulator/simulator'

/** A change to the simulator that it would not understand; the message says which part. */
export class BadPatch extends Error {
  override readonly name = 'BadPatch'
}

const RATES = [0, 1, 10, 60] as const
/** The longest jump of the clock, in milliseconds: longer than anything a message lives through. */
const LONGEST_JUMP = 30 * 86_400_000

/**
 * The change that somebody asks for, `{scenario?, dialect?, rate?, jumpMs?, seed?}`, checked against what there is.
 * @throws BadPatch
 */
export function readPatch(json: unknown, { scenarios }: Pick<SimulatorState, 'scenarios'>): SimulatorPatch {
  if (typeof json !== 'object' || json === null) throw new BadPatch('The change must be a JSON object.')
  const patch: SimulatorPatch = {}
  for (const [name, value] of Object.entries(json)) {
    switch (name) {
      case 'scenario':
        patch.scenario = oneOf(
          name,
          value,
          scenarios.map((scenario) => scenario.name),
        )
        break
      case 'dialect':
        patch.dialect = oneOf(name, value, DIALECTS)
        break
      case 'rate':
        patch.rate = oneOf(name, value, RATES)
        break
      case 'jumpMs':
        patch.jumpMs = wholeNumber(name, value, LONGEST_JUMP)
        break
      case 'seed':
        patch.seed = wholeNumber(name, value, 999_999_999)
        break
      default:
        throw new BadPatch(`The simulator has no ${JSON.stringify(name)} to change.`)
    }
  }
  return patch
}

function oneOf<Value>(name: string, value: unknown, values: readonly Value[]): Value {
  const found = values.find((known) => known === value)
  if (found === undefined) throw new BadPatch(`${name} must be one of ${values.join(', ')}.`)
  return found
}

function wholeNumber(name: string, value: unknown, most: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= most) return value
  throw new BadPatch(`${name} must be a whole number from 0 to ${most}.`)
}
