import type { Problem } from '#/comms/resources'
import { problem } from '../codes'

/** Collects what is wrong with a request, all of it, before anything is answered (section 4.1, point 1). */
export class Findings {
  readonly problems: Problem[] = []

  /** @param context JSON path into the request, such as `$.to[3].address` */
  add(context: string, code: number, message: string): void {
    this.problems.push(problem(code, message, context))
  }
}

/** The JSON path of a member of an object, quoted where its name is not a plain word. */
export function member(path: string, key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`
}
