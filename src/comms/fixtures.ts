import { CommsError } from './errors'

/** The error a call ends in; anything else it ends in fails the test. */
export async function errorOf(promise: Promise<unknown>): Promise<CommsError> {
  const error = await promise.then(
    () => 'no error',
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof CommsError)) throw new Error(`not a CommsError: ${String(error)}`)
  return error
}
