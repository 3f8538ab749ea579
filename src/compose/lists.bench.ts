import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { build } from 'vite'
import { afterAll, beforeAll, bench, describe } from 'vitest'
import { findBrowser, QUIET_FLAGS } from '../../e2e/browser'
import { createAppServer, type AppServer } from '#/proxy/appServer'

/**
 * What a long list costs the page, in a real browser, beside the naive way in the same browser: reading the rows and
 * parsing each number on the page itself, and again at every key. Machines differ, so the ratio is what counts.
 */
const ROWS = 10_000
const MOST_ROWS = 200_000
const KEYS = 40
const LONG_TEXT = 100_000

const dir = mkdtempSync(join(tmpdir(), 'switchboard-bench-'))
const lines: string[] = []
let server: AppServer
let browser: Browser

beforeAll(async () => {
  // As it is served to people: the development build of React is several times slower.
  process.env['NODE_ENV'] = 'production'
  await build({ logLevel: 'error', build: { outDir: join(dir, 'client'), emptyOutDir: true } })
  server = await createAppServer({
    env: { HOST: '127.0.0.1', PORT: '0', SWITCHBOARD_STATE: dir },
    clientDir: join(dir, 'client'),
  })
  browser = await chromium.launch({ executablePath: findBrowser().executablePath, args: QUIET_FLAGS })
}, 120_000)

afterAll(async () => {
  await browser.close()
  await server.close()
  rmSync(dir, { recursive: true, force: true })
  process.stdout.write(
    `\nA long list in the browser, and the naive way in the same run\n${lines.join('\n')}\n`,
  )
})

/** Rows as they come out of a customer's database: every form of a number, remarks, empty cells, other numbers. */
function messy(rows: number): string {
  const numberOf = (index: number) => {
    const digits = String(20_000_000 + index)
    return [
      `0151 ${digits}`,
      `+49 (0)151/${digits}`,
      `0049151${digits}`,
      `"+49\u00a0151\u2011${digits}"`,
      index % 97 === 5 ? '' : `49151${digits}`,
    ][index % 5]
  }
  const row = (_: unknown, index: number) =>
    `${20_458_810 + index};Person ${index};${numberOf(index)};${index % 211 === 0 ? 'STOP' : 'Berlin'}`
  return ['Kundennummer;Name;Handy;Ort', ...Array.from({ length: rows }, row)].join('\n')
}

declare global {
  interface Window {
    tasks: number[]
    keys: number[]
    libphonenumber: { parsePhoneNumber: (text: string, country: string) => { number: string } | undefined }
  }
}

async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.tasks = []
    window.keys = []
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.tasks.push(duration)
    }).observe({ type: 'longtask' })
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') window.keys.push(duration)
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit)
  })
}

/** The page is at rest when two frames have passed and the observers had their turn. */
async function rest(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 60)))),
  )
}

async function openForm(): Promise<Page> {
  const page = await browser.newPage()
  await page.goto(`${server.url}/compose`)
  await page.getByLabel('Numbers without + are from').selectOption('DE')
  await watch(page)
  return page
}

/** By its path: a file handed over as bytes would cost the page memory that no person's file does. */
async function choose(page: Page, text: string): Promise<void> {
  const path = join(dir, 'people.csv')
  writeFileSync(path, text)
  await page.getByLabel('File with phone numbers').setInputFiles(path)
}

/** Until these words stand on the page. Looks seldom, so that looking is no work of the page's. */
async function seen(page: Page, words: string): Promise<void> {
  await page.evaluate(
    (text) =>
      new Promise<void>((done) => {
        const look = () => {
          if (document.querySelector('main')?.textContent.includes(text)) done()
          else setTimeout(look, 200)
        }
        look()
      }),
    words,
  )
}

/** A bare page that reads a list on its own thread, at once. */
async function openNaive(): Promise<Page> {
  const page = await browser.newPage({ bypassCSP: true })
  await page.setContent('<textarea></textarea>')
  const path = createRequire(import.meta.url).resolve('libphonenumber-js/package.json')
  await page.addScriptTag({
    content: readFileSync(join(path, '../bundle/libphonenumber-max.js'), 'utf8'),
  })
  await watch(page)
  return page
}

function readNaively(page: Page, text: string, onEachKey: boolean): Promise<number> {
  return page.evaluate(
    ([list, again]) => {
      const read = () => {
        const found: string[] = []
        for (const row of list.split('\n')) {
          const cell = row.split(';')[2]?.replaceAll('"', '') ?? ''
          try {
            found.push(window.libphonenumber.parsePhoneNumber(cell, 'DE')?.number ?? '')
          } catch {
            found.push('')
          }
        }
        return found.length
      }
      if (again) document.querySelector('textarea')?.addEventListener('input', read)
      const start = performance.now()
      read()
      return performance.now() - start
    },
    [text, onEachKey] as const,
  )
}

const longest = (page: Page) => page.evaluate(() => Math.max(0, ...window.tasks))

async function press(page: Page, keys: number): Promise<string> {
  await page.evaluate(() => (window.keys = []))
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press('1')
    await rest(page)
  }
  // Keys under 16 ms are not told by the browser.
  const slow = await page.evaluate(() => window.keys)
  const all = [...slow, ...Array.from({ length: Math.max(0, keys - slow.length) }, () => 16)].toSorted(
    (a, b) => a - b,
  )
  return `${all[Math.ceil(all.length * 0.95) - 1] ?? 0} ms`
}

async function throttle(page: Page, rate: number): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

/** The most memory that a page's process ever held, in MB; what a fresh page holds is taken off. Linux only. */
function peakOfRenderers(): number {
  const peaks = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map((pid) => {
      try {
        const isRenderer = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('--type=renderer')
        const peak = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
        return isRenderer ? Number(peak ?? 0) / 1024 : 0
      } catch {
        return 0
      }
    })
  return Math.max(0, ...peaks)
}

/** What the scripts of a page and of its workers hold now, in MB, used and taken from the system. */
async function heapsOf(page: Page): Promise<{ used: number; total: number }> {
  const session = await page.context().newCDPSession(page)
  const heaps = [await session.send('Runtime.getHeapUsage')]
  const workers: string[] = []
  session.on('Target.attachedToTarget', ({ sessionId }) => workers.push(sessionId))
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  })
  const answers = new Map<string, (typeof heaps)[number]>()
  session.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
    // The worker also tells what happens in it.
    const { id, result } = JSON.parse(message) as { id?: number; result?: (typeof heaps)[number] }
    if (id === 1 && result) answers.set(sessionId, result)
  })
  const message = JSON.stringify({ id: 1, method: 'Runtime.getHeapUsage' })
  for (const sessionId of workers) await session.send('Target.sendMessageToTarget', { sessionId, message })
  while (answers.size < workers.length) await rest(page)
  heaps.push(...answers.values())
  await session.detach()
  const sum = (sizes: number[]) => Math.round(sizes.reduce((all, size) => all + size, 0) / 1024 / 1024)
  return {
    used: sum(heaps.map(({ usedSize }) => usedSize)),
    total: sum(heaps.map(({ totalSize }) => totalSize)),
  }
}

const once = { iterations: 1, warmupIterations: 0, time: 0, warmupTime: 0 }

describe('a long list in the browser', () => {
  bench(
    '10,000 messy rows, and keys beside them',
    async () => {
      const text = messy(ROWS)
      const page = await openForm()
      const start = performance.now()
      await choose(page, text)
      await seen(page, 'need a look')
      const took = performance.now() - start
      const naive = await openNaive()
      const naiveTook = await readNaively(naive, text, true)
      lines.push(
        `${ROWS.toLocaleString('en')} messy rows, read and checked: ${Math.round(took)} ms in the worker, longest task of the page ${Math.round(await longest(page))} ms; naive ${Math.round(naiveTook)} ms, all of it one task of the page`,
      )
      await throttle(page, 4)
      await page.getByRole('textbox', { name: 'Phone numbers' }).focus()
      const keys = await press(page, KEYS)
      await throttle(naive, 4)
      await naive.locator('textarea').focus()
      lines.push(
        `A key with that list, 4 times slower processor: p95 ${keys}; naive ${await press(naive, 3)}`,
      )
      await page.close()
      await naive.close()
    },
    once,
  )

  bench(
    'a text of 100,000 characters',
    async () => {
      const page = await openForm()
      const box = page.getByRole('textbox', { name: 'Message', exact: true })
      await box.fill('Your parcel is at the shop. '.repeat(LONG_TEXT / 28))
      await rest(page)
      const keys = await press(page, KEYS)
      lines.push(`A key in a message of ${LONG_TEXT.toLocaleString('en')} characters: p95 ${keys}`)
      await page.close()
    },
    once,
  )

  bench(
    '200,000 rows',
    async () => {
      await browser.close()
      browser = await chromium.launch({ executablePath: findBrowser().executablePath, args: QUIET_FLAGS })
      const page = await openForm()
      const before = peakOfRenderers()
      const start = performance.now()
      await choose(page, messy(MOST_ROWS))
      await seen(page, 'One send reaches up to 10,000 people.')
      const peak = peakOfRenderers()
      const { used, total } = await heapsOf(page)
      const naive = await openNaive()
      const naiveTook = await readNaively(naive, messy(MOST_ROWS), false)
      lines.push(
        `${MOST_ROWS.toLocaleString('en')} rows: read, and said to be too many, in ${((performance.now() - start) / 1000).toFixed(1)} s; ${Math.round(peak - before)} MB at the peak beside the ${Math.round(before)} MB of the page itself; its scripts hold ${used} MB of ${total} MB taken; naive ${(naiveTook / 1000).toFixed(1)} s, all of it one task of the page`,
      )
      await page.close()
    },
    once,
  )
})
