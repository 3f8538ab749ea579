import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

/** Where Chrome or Chromium usually is, by platform. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

export interface Browser {
  executablePath: string
  /** How it was found, for the first line of a test run. */
  source: string
}

/**
 * The browser the tests run in, installing one if there is none: `CHROMIUM_PATH`, Playwright's own, one installed on
 * the machine, Playwright's download, and as root on Debian the package. Throws with all that was tried.
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): Browser {
  const named = env['CHROMIUM_PATH']
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM_PATH is set to ${named}, where there is no file.`)
    return { executablePath: named, source: 'CHROMIUM_PATH' }
  }
  return (
    playwrights('Playwright’s own') ??
    installed('installed on this machine') ??
    download() ??
    debian() ??
    give()
  )
}

function playwrights(source: string): Browser | null {
  const executablePath = chromium.executablePath()
  return executablePath && existsSync(executablePath) ? { executablePath, source } : null
}

function installed(source: string): Browser | null {
  const executablePath = INSTALLED.find((path) => existsSync(path))
  return executablePath ? { executablePath, source } : null
}

function download(): Browser | null {
  return run('npx', ['playwright', 'install', 'chromium']) ? playwrights('playwright install chromium') : null
}

function debian(): Browser | null {
  const root = process.getuid?.() === 0
  if (!root || !existsSync('/usr/bin/apt-get')) return null
  const arrived =
    run('apt-get', ['update']) && run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'])
  return arrived ? installed('apt-get install chromium') : null
}

function run(command: string, args: string[]): boolean {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  return status === 0
}

function give(): never {
  throw new Error(
    'No browser to test in. Tried CHROMIUM_PATH, Playwright’s own, Chrome and Chromium on this machine, ' +
      '`npx playwright install chromium` and, as root on Debian, `apt-get install chromium`.',
  )
}

/** Flags for a browser that talks to nobody but the server under test. */
export const QUIET_FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium's sandbox refuses to start as root, which is who runs tests in most containers.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]
