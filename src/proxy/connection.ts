import type { Connection } from '#/comms/connection'
import type { ProxyConfig } from './config'

/** What is said of a connection, and decides what is done with it. */
export type ConnectionSettings = Pick<
  ProxyConfig,
  'mode' | 'account' | 'baseUrl' | 'version' | 'dialect' | 'problem'
>

/** The connection as the app may know it; `simulator` is the running simulator's state where there is one. */
export function connectionOf(config: ConnectionSettings, simulator: Connection['simulator']): Connection {
  const { mode, baseUrl, version, dialect, problem } = config
  return { mode, account: accountOf(config), baseUrl, version, dialect, problem, simulator }
}

/** Enough of the account or key to recognise it, too little to use it; `null` without credentials. */
export function accountOf({ mode, account }: Pick<ConnectionSettings, 'mode' | 'account'>): string | null {
  if (mode === 'simulator' || account === null) return null
  return account.length > 12 ? `${account.slice(0, 2)}…${account.slice(-4)}` : '…'
}
