import { describe, expect, it } from 'vitest'
import { CASES, type Case } from './cases'
import { createChecker } from './check'
import { numbersOf, type Checked } from './checked'
import { emptyWho } from './list'
import { readFile } from './readFile'

async function asFile({ country, input }: Case, bytes?: Uint8Array<ArrayBuffer>): Promise<Checked> {
  const content = new File([bytes ?? input], 'list.csv')
  const read = await readFile({ content, name: 'list.csv', listId: 'a' }, () => undefined)
  if ('refused' in read) throw new Error(read.refused)
  return createChecker()({ ...emptyWho(country), lists: [read.list] })
}

async function asPaste({ country, input }: Case): Promise<Checked> {
  const read = await readFile({ content: input, name: 'Pasted list', listId: 'a' }, () => undefined)
  if ('refused' in read) throw new Error(read.refused)
  return createChecker()({ ...emptyWho(country), lists: [read.list] })
}

function expectOutcome(checked: Checked, { people, mayLook }: Case): void {
  const numbers = numbersOf(checked)
  expect(people).toEqual(expect.arrayContaining(numbers))
  const isHeld = checked.look > 0 || checked.questions > 0
  // Whoever is not sent to waits for somebody to look: nobody vanishes.
  if (!mayLook || !isHeld) expect(numbers).toEqual(people)
}

describe.each(CASES)('$name', (one) => {
  it('as typed text', () => {
    expectOutcome(createChecker()({ ...emptyWho(one.country), typed: one.input }), one)
  })

  it('as a paste', async () => expectOutcome(await asPaste(one), one))

  it('as a file', async () => expectOutcome(await asFile(one), one))
})

it('a byte order mark says UTF-8, and one bad byte is one bad letter', async () => {
  const text = new TextEncoder().encode(
    '\ufeffphone,name\r\n+1\u00a0206\u00a0555\u00a00100,Ana\r\n+12065550101,Caf',
  )
  const checked = await asFile(
    { name: '', country: 'US', input: '', people: [], mayLook: false },
    new Uint8Array([...text, 0xe9]),
  )
  expect(numbersOf(checked)).toEqual(['+12065550100', '+12065550101'])
  expect(checked.name).toEqual(['Ana', 'Caf\ufffd'])
})
