import { DIALECTS, type Dialect } from '#/comms/dialect'
import { json } from './answers'
import { FAULTS, parseFault, type FaultPlan } from './faults'

/** What a request asks of the simulator itself, by headers; `null` and 0 where it asks for nothing. */
export interface Controls {
  dialect: Dialect | null
  /** Milliseconds. */
  jump: number
  fault: FaultPlan | null
}

/**
 * Reads the headers `X-Sim-Dialect`, `X-Sim-Jump` and `X-Sim-Fault`. Gives the answer to refuse with where one of them
 * is not understood: better than a test that passes for the wrong reason.
 */
export function readControls(headers: Headers): Controls | Response {
  const dialectName = headers.get('x-sim-dialect')
  const ms = headers.get('x-sim-jump')
  const faultName = headers.get('x-sim-fault')
  const dialect = dialectName === null ? null : dialectNamed(dialectName)
  const fault = faultName === null ? null : parseFault(faultName)
  if (dialectName !== null && dialect === null) {
    return notUnderstood(`No dialect is called '${dialectName}'. There are: ${DIALECTS.join(', ')}.`)
  }
  if (ms !== null && !/^-?\d{1,12}$/.test(ms)) {
    return notUnderstood(`X-Sim-Jump must be a whole number of milliseconds, not '${ms}'.`)
  }
  if (faultName !== null && fault === null) {
    return notUnderstood(`No fault is called '${faultName}'. There are: ${FAULTS.join(', ')}.`)
  }
  return { dialect, jump: Number(ms ?? 0), fault }
}

/** In upper or lower case; `null` when there is none of that name. */
export function dialectNamed(name: string): Dialect | null {
  return DIALECTS.find((known) => known === name.toLowerCase()) ?? null
}

function notUnderstood(message: string): Response {
  return json({ code: 20422, message, status: 400 }, 400)
}
