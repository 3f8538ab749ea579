import { afterAll, bench, describe } from 'vitest'
import { measure } from './measure'
import { naiveSegmentsOf } from './naiveSegments'

/**
 * What one change of a long text costs: counted once, against the obvious way as often as the page asks for it. The
 * goal for both kinds of text is 10 ms, a tenth of the time after which a key feels slow.
 */
const LENGTH = 100_000
const ASKED = 5

const TEXTS = {
  'in the SMS alphabet': fill('Your parcel arrives on Tuesday between 9 and 11 {€}. '),
  'Arabic with emoji': fill('مرحبا، طلبك في الطريق 🚚📦 ويصل غدا “قريبا” 👩‍👩‍👧‍👦 – شكرا! '),
}

function fill(piece: string): string {
  return piece.repeat(Math.ceil(LENGTH / piece.length)).slice(0, LENGTH)
}

let changes = 0

/** The text with another end each time, as after a key press: what is remembered of the last one does not help. */
function changed(text: string): string {
  changes += 1
  return text + String(changes)
}

const measured = new Map<string, number[]>()

function timed(name: string, task: () => unknown): void {
  const start = performance.now()
  task()
  measured.set(name, [...(measured.get(name) ?? []), performance.now() - start])
}

describe(`counting ${LENGTH.toLocaleString('en')} characters, asked ${ASKED} times for each change`, () => {
  for (const [kind, text] of Object.entries(TEXTS)) {
    const ask = (way: (text: string) => unknown) => {
      const now = changed(text)
      for (let times = 0; times < ASKED; times += 1) way(now)
    }
    // Both in turn, so that what the machine does besides meets them alike.
    const both = () => {
      timed(`${kind}, once`, () => ask(measure))
      timed(`${kind}, naive`, () => ask(naiveSegmentsOf))
    }
    // Forgets the warm-up, in which the code is still being compiled.
    const setup = (_: unknown, mode: 'warmup' | 'run') => void (mode === 'run' && forget(kind))
    bench(kind, both, { warmupTime: 500, time: 2000, setup, throws: true })
  }
})

function forget(kind: string): void {
  for (const way of ['once', 'naive']) measured.delete(`${kind}, ${way}`)
}

afterAll(() => {
  const lines = [...measured].map(([name, times]) => {
    const median = times.toSorted((left, right) => left - right)[Math.floor(times.length / 2)] ?? 0
    return `${name.padEnd(28)} median ${median.toFixed(2).padStart(7)} ms  best ${Math.min(...times).toFixed(2)} ms`
  })
  process.stdout.write(`\n${lines.join('\n')}\n`)
})
