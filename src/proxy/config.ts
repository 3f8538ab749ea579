import { readFileSync } from 'node:fs'
import { isIPv4 } from 'node:net'
import { join, resolve } from 'node:path'
import { parseEnv } from 'node:util'
import { DIALECTS, type Dialect } from '#/comms/dialect'
import { leakInEnv } from './leaks'

type Env = Record<string, string | undefined>

const COMMS = 'https://comms.twilio.com'

export interface ProxyConfig {
  mode: 'account' | 'simulator' | 'misconfigured'
  /** User and password of Basic authentication; only in mode `account`. Never leaves this process. */
  credentials: { user: string; secret: string } | null
  /** The account, or the API key where no account is named, in full. Mask it before it is shown. */
  account: string | null
  /** Without a slash at its end. */
  baseUrl: string
  version: string
  dialect: Dialect | 'auto'
  /** A sentence for the person who set this up; only in mode `misconfigured`. */
  problem: string | null
  simulator: { scenario: string | null; seed: number | null; dialect: Dialect | null }
  host: string
  port: number
  /** The folder that the send journal is kept in. */
  stateDir: string
  accessToken: string | null
  /** Host names, beside the loopback ones, under which this server may be called. */
  hosts: string[]
  /** How long an upstream request may take, in milliseconds. */
  timeoutMs: number
}

/** A setting with which the server must not start at all. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
}

/**
 * The proxy's settings from the environment, completed from `.env.local` in `cwd`. Whatever is wrong with the connection
 * to the API gives mode `misconfigured` and a sentence; whatever would make the server unsafe throws a
 * {@link ConfigError}.
 */
export function readConfig(env: Env, cwd: string): ProxyConfig {
  const all = { ...readEnvFile(join(cwd, '.env.local')), ...env }
  const leak = leakInEnv(all)
  if (leak) throw new ConfigError(leak)
  const get = (name: string) => all[name]?.trim() || null
  const host = get('HOST') ?? '127.0.0.1'
  const accessToken = get('SWITCHBOARD_ACCESS_TOKEN')
  checkAccess(host, accessToken)
  return {
    ...readConnection(get),
    host,
    port: readPort(get('PORT') ?? '4173'),
    stateDir: resolve(cwd, get('SWITCHBOARD_STATE') ?? '.switchboard'),
    accessToken,
    hosts: (get('SWITCHBOARD_HOSTS') ?? '')
      .split(',')
      .map((name) => name.trim().toLowerCase())
      .filter(Boolean),
    timeoutMs: 30_000,
  }
}

type Get = (name: string) => string | null
type ConnectionConfig = Pick<
  ProxyConfig,
  'mode' | 'credentials' | 'account' | 'baseUrl' | 'version' | 'dialect' | 'problem' | 'simulator'
>

function readConnection(get: Get): ConnectionConfig {
  const sid = get('TWILIO_ACCOUNT_SID')
  const key = get('TWILIO_API_KEY')
  const secret = get('TWILIO_API_SECRET') ?? get('TWILIO_AUTH_TOKEN')
  const user = key ?? sid
  const dialect = get('COMMS_DIALECT') ?? 'auto'
  const seed = get('SIMULATOR_SEED')
  const simulatorDialect = get('SIMULATOR_DIALECT')
  const baseUrl = (get('COMMS_BASE_URL') ?? COMMS).replace(/\/+$/, '')
  const badAddress = baseUrlProblem(baseUrl)
  const version = get('COMMS_API_VERSION') ?? 'v1'
  const problem =
    credentialProblem(get) ??
    badAddress ??
    firstProblem([
      [
        /^[a-z0-9]{1,16}$/.test(version),
        `COMMS_API_VERSION is ${JSON.stringify(version)}; it must be a path segment such as v1.`,
      ],
      [
        dialect === 'auto' || isDialect(dialect),
        `COMMS_DIALECT is ${JSON.stringify(dialect)}; it must be auto, early or current.`,
      ],
      [
        simulatorDialect === null || isDialect(simulatorDialect),
        `SIMULATOR_DIALECT is ${JSON.stringify(simulatorDialect)}; it must be early or current.`,
      ],
      [
        seed === null || /^\d{1,9}$/.test(seed),
        `SIMULATOR_SEED is ${JSON.stringify(seed)}; it must be a whole number.`,
      ],
    ])
  const hasCredentials = user !== null && secret !== null
  return {
    mode: problem ? 'misconfigured' : hasCredentials ? 'account' : 'simulator',
    credentials: problem === null && hasCredentials ? { user, secret } : null,
    account: sid ?? key,
    // The browser is told this address, and what is wrong with a bad one may be the password in it.
    baseUrl: badAddress ? COMMS : baseUrl,
    version,
    dialect: isDialect(dialect) ? dialect : 'auto',
    problem,
    simulator: {
      scenario: get('SIMULATOR_SCENARIO'),
      seed: seed === null ? null : Number(seed),
      dialect: isDialect(simulatorDialect) ? simulatorDialect : null,
    },
  }
}

/**
 * Half a credential is never taken for none: falling back to the simulator would let somebody believe that a message
 * went out. An account SID beside a complete API key is fine, it names the account.
 */
function credentialProblem(get: Get): string | null {
  const [sid, token] = [get('TWILIO_ACCOUNT_SID'), get('TWILIO_AUTH_TOKEN')]
  const [key, secret] = [get('TWILIO_API_KEY'), get('TWILIO_API_SECRET')]
  const missing = (name: string, beside: string) =>
    `${beside} is set but ${name} is missing. Set both, or neither to use the simulator.`
  if (key && !secret) return missing('TWILIO_API_SECRET', 'TWILIO_API_KEY')
  if (secret && !key) return missing('TWILIO_API_KEY', 'TWILIO_API_SECRET')
  if (token && !sid) return missing('TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN')
  if (sid && !token && !key) return missing('TWILIO_AUTH_TOKEN', 'TWILIO_ACCOUNT_SID')
  if (`${sid ?? ''}${key ?? ''}`.includes(':'))
    return 'TWILIO_ACCOUNT_SID and TWILIO_API_KEY must not contain a colon.'
  return null
}

function baseUrlProblem(baseUrl: string): string | null {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : null
  if (!url || !/^https?:$/.test(url.protocol))
    return 'COMMS_BASE_URL must be a web address such as https://comms.twilio.com.'
  if (url.username || url.password) return 'COMMS_BASE_URL must not contain a user name or password.'
  if (url.search || url.hash) return 'COMMS_BASE_URL must not contain a query or a fragment.'
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return 'COMMS_BASE_URL must start with https:// so that the credentials travel encrypted.'
  }
  return null
}

function firstProblem(rules: ReadonlyArray<readonly [boolean, string]>): string | null {
  return rules.find(([holds]) => !holds)?.[1] ?? null
}

function checkAccess(host: string, accessToken: string | null): void {
  if (accessToken !== null && accessToken.length < 16) {
    throw new ConfigError('SWITCHBOARD_ACCESS_TOKEN must have at least 16 characters.')
  }
  if (accessToken === null && !isLoopback(host)) {
    throw new ConfigError(
      `HOST=${host} lets other machines reach this server, and with it your account. Set SWITCHBOARD_ACCESS_TOKEN (16 characters or more), or leave HOST and --host out.`,
    )
  }
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535))
    throw new ConfigError(`PORT is ${JSON.stringify(text)}; it must be a number from 0 to 65535.`)
  return port
}

/** True for a host name, without port, that can only mean this machine. */
export function isLoopback(name: string): boolean {
  return (
    /^(?:.+\.)?localhost$/i.test(name) ||
    name === '::1' ||
    name === '[::1]' ||
    (isIPv4(name) && name.startsWith('127.'))
  )
}

function isDialect(text: string | null): text is Dialect {
  return DIALECTS.some((dialect) => dialect === text)
}

function readEnvFile(path: string): Env {
  try {
    return { ...parseEnv(readFileSync(path, 'utf8')) }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return {}
    throw error
  }
}
