/**
 * Guards against the two ways a credential gets into the page: a variable that Vite compiles in, and a build output
 * that contains one. This file is also read by the Vite configuration, so it imports nothing.
 */

/** The variables whose values must never leave the server (issue names; the account SID alone is not a secret). */
export const SECRET_NAMES = ['TWILIO_AUTH_TOKEN', 'TWILIO_API_SECRET', 'SWITCHBOARD_ACCESS_TOKEN'] as const

type Env = Record<string, string | undefined>

/** The values in `env` that are secrets, long enough that finding one in a file is no coincidence. */
export function secretsIn(env: Env): string[] {
  return SECRET_NAMES.map((name) => env[name]?.trim() ?? '').filter((value) => value.length >= 8)
}

/**
 * A sentence naming a `VITE_` variable that holds a credential, or `null`. Vite writes every variable with this prefix
 * into the files that the browser gets, used or not.
 */
export function leakInEnv(env: Env): string | null {
  const secrets = new Set(secretsIn(env))
  for (const [name, value] of Object.entries(env)) {
    if (!name.startsWith('VITE_') || !value) continue
    const named = /TWILIO|SWITCHBOARD_ACCESS|TOKEN|SECRET|PASSWORD|CREDENTIAL/i.test(name)
    if (named || [...secrets].some((secret) => value.includes(secret))) {
      return `${name} looks like a credential, and every variable that starts with VITE_ ends up in the page. Rename it without the prefix.`
    }
  }
  return null
}

/** A sentence naming the file of a build output that contains one of the secrets, or `null`. */
export function leakInFile(name: string, content: string | Uint8Array, secrets: string[]): string | null {
  const bytes =
    typeof content === 'string'
      ? Buffer.from(content)
      : Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (!secrets.some((secret) => bytes.includes(secret))) return null
  return `The built file ${name} contains a credential. Remove it from the sources and build again.`
}
