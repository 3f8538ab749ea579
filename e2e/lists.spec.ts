import { CASES } from '../src/compose/reading/cases'
import { workbookOf } from '../src/compose/reading/files/workbookFixture'
import { checked, chooseFile, numberBox, openForm, paste, sentTo } from './lists'
import { expect, test, type Page } from './test'

/** Takes out what needs a look, and says which column is meant where that is asked. */
async function settle(page: Page): Promise<void> {
  const question = page.getByText(/Which one is it\?/)
  const third = page.getByRole('button', { name: /^Column 3/ })
  if ((await question.isVisible()) && (await third.isVisible())) {
    await third.click()
    await expect(question).toBeHidden()
    await checked(page)
  }
  const remove = page.getByRole('button', { name: /^Remove the .* that needs? a look$/ })
  if (await remove.isVisible()) {
    await remove.click()
    await expect(remove).toBeHidden()
  }
}

/** Each case arrives in the ways that people bring lists, in turn. */
const WAYS = ['typed', 'pasted', 'as a file'] as const

CASES.forEach((one, index) => {
  const way = WAYS[index % WAYS.length] ?? 'typed'
  test(`${one.name}, ${way}: only those who are meant get the message`, async ({ page }) => {
    await openForm(page, one.country)
    if (way === 'typed') await numberBox(page).fill(one.input)
    else if (way === 'pasted') await paste(page, one.input)
    else await chooseFile(page, 'list.csv', one.input)
    await checked(page)
    if (!one.mayLook) await expect(page.getByText(/needs? a look/)).toHaveCount(0)
    await settle(page)
    const send = page.getByRole('button', { name: /^Send to \d/ })
    if (one.mayLook && !(await send.isVisible())) return
    const numbers = await sentTo(page)
    if (one.mayLook) expect(one.people).toEqual(expect.arrayContaining(numbers))
    else expect(numbers).toEqual(one.people)
  })
})

const CUSTOMERS =
  'Kundennummer;Name;Handy\n20458810;Ana Ruiz;0151 23450001\n20458811;مريم;0151 23450002\n20458812;Bob;\n'

test('a table says what it is read from, and can be read from another column', async ({ page }) => {
  await openForm(page, 'DE')
  await chooseFile(page, 'kunden.csv', CUSTOMERS)
  await checked(page)
  const card = page.getByRole('region', { name: 'kunden.csv' })
  await expect(card).toContainText('From column Handy of kunden.csv; with Name; left out: Kundennummer.')
  await expect(card).toContainText('Chosen because of the heading “Handy”.')
  const review = page.getByRole('region', { name: 'Review' })
  await expect(review).toContainText('2 people')
  await expect(review).toContainText(
    'from column Handy of kunden.csv; with Name; left out: Kundennummer; 1 to look at',
  )
  await expect(review).toContainText('Ana Ruiz +4915123450001')
  await expect(page.getByRole('row').filter({ hasText: 'مريم' })).toContainText('+4915123450002')

  await card.getByText('Columns', { exact: true }).press('Enter')
  await card.getByLabel('Handy is').selectOption('Left out')
  await expect(card).toContainText('No column is clearly the phone number')
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible()
  await card.getByLabel('Handy is').selectOption('Phone number')
  await card.getByLabel('Name is').selectOption('Shown as a note')
  await expect(review).toContainText('2 people')

  // The next file with these headings is matched as this one was.
  await page.getByRole('button', { name: 'Remove kunden.csv' }).click()
  await chooseFile(page, 'neue.csv', CUSTOMERS)
  await expect(page.getByRole('region', { name: 'neue.csv' })).toContainText(
    'you matched these headings so before',
  )
})

test('the second choice of columns helps where the first is empty', async ({ page }) => {
  await openForm(page, 'DE')
  await paste(page, 'Mobile 1\tMobile 2\n0151 23450001\t0151 23450002\n\t0151 23450003\n')
  await expect(page.getByText('More than one column could be the phone number.')).toBeVisible()
  await page.getByRole('button', { name: /^Mobile 1/ }).click()
  await page.getByText('Columns', { exact: true }).press('Enter')
  await page.getByLabel('Mobile 2 is').selectOption('Phone number, second choice')
  await checked(page)
  await expect(page.getByText('2 people').first()).toBeVisible()
  expect(await sentTo(page)).toEqual(['+4915123450001', '+4915123450003'])
})

test('the check list is worked through by keyboard', async ({ page }) => {
  await openForm(page, 'US')
  await numberBox(page).fill(
    '206-555-0100 STOP\n206-555-0101 or 206-555-0102\n+5215512345678\nnobody\n+1 206 555 0103 ext. 12\n206-555-0104',
  )
  await checked(page)
  await expect(page.getByText('5 need a look')).toBeVisible()
  const rows = page.getByRole('table', { name: 'People' }).getByRole('row')
  await rows.first().focus()
  // Enter is no answer to a remark that says no.
  await page.keyboard.press('Enter')
  await expect(page.getByText('5 need a look')).toBeVisible()
  await page.keyboard.press('Delete')
  await expect(page.getByText('4 need a look')).toBeVisible()
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('2')
  await expect(page.getByText('3 need a look')).toBeVisible()
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('k')
  await expect(page.getByText('2 need a look')).toBeVisible()
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(page.getByText('1 needs a look')).toBeVisible()
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/needs? a look/)).toHaveCount(0)
  expect(await sentTo(page)).toEqual(['+12065550102', '+5215512345678', '+12065550103', '+12065550104'])
})

test('Delete, once too often, takes nobody out who is fine, and rows never lie on each other', async ({
  page,
}) => {
  await openForm(page, 'US')
  await numberBox(page).fill(
    '206-555-0100\n+49 1\n206-555-0101 or 206-555-0102\n206-555-0103 STOP\n206-555-0104',
  )
  await checked(page)
  await chooseFile(page, 'people.csv', 'Name,Phone\nAna,206-555-0105\nBob,206 555\nCem,')
  await expect(page.getByText('5 need a look')).toBeVisible()
  const rows = page.getByRole('table', { name: 'People' }).getByRole('row')
  const boxes = await Promise.all((await rows.all()).map((row) => row.boundingBox()))
  const inOrder = boxes.toSorted((one, other) => (one?.y ?? 0) - (other?.y ?? 0))
  inOrder.forEach((box, at) => {
    const above = inOrder[at - 1]
    if (box && above) expect(box.y).toBeGreaterThanOrEqual(above.y + above.height - 1)
  })
  // From the last one that needs a look the focus goes to the one before, not to a person.
  await rows.nth(4).focus()
  await page.keyboard.press('Delete')
  await expect(page.getByText('4 need a look')).toBeVisible()
  await expect(rows.nth(3)).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(page.getByText('3 need a look')).toBeVisible()
  await expect(page.getByText('3 people').first()).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(page.getByText('4 need a look')).toBeVisible()
  // A button that has done its work hands the focus on.
  await page.getByRole('button', { name: 'Remove the 4 that need a look' }).press('Enter')
  await expect(page.getByText(/needs? a look/)).toHaveCount(0)
  await expect(page.locator('[role=row][tabindex="0"]')).toBeFocused()
})

test('many rows with one problem are put right together, and undone', async ({ page }) => {
  await openForm(page, 'US')
  const rows = Array.from({ length: 30 }, (_, index) => `Person ${index},49151234500${String(index + 10)}`)
  await chooseFile(page, 'people.csv', ['Name,Mobile', ...rows, 'Zed,'].join('\n'))
  await expect(page.getByText('31 need a look')).toBeVisible()
  await page.getByRole('button', { name: 'Add the + to 30' }).click()
  await expect(page.getByText('30 people').first()).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('31 need a look')).toBeVisible()
  await page.getByRole('button', { name: 'Add the + to 30' }).click()
  await expect(page.getByText('1 needs a look')).toBeVisible()
  // What was said about the rows survives a reload.
  await page.reload()
  await expect(page.getByText('1 needs a look')).toBeVisible()
  await expect(page.getByText('30 people').first()).toBeVisible()
})

test('what was left out is named, and can be read as a number', async ({ page }) => {
  await openForm(page, 'DE')
  await numberBox(page).fill('Ana, Bestellnummer 0151 23450009, Handy 0151 23450001')
  await checked(page)
  await page.getByText('1 item left out: no phone number').click()
  const card = page.getByRole('region', { name: 'Typed' })
  await expect(card.getByRole('listitem')).toContainText(['0151 23450009 another kind of number'])
  await page.getByRole('button', { name: 'This is a phone number' }).click()
  await expect(page.getByText('there is more than one number here')).toBeVisible()
})

test('an Excel workbook, a sheet of it, and contacts', async ({ page }) => {
  await openForm(page, 'DE')
  const workbook = workbookOf({
    Notes: [],
    North: [
      ['Customer no.', 'Name', 'Mobile'],
      [20458810, 'Ana', 4915123450001],
      [20458811, 'Bob', '0151 23450002'],
    ],
    South: [['Phone'], ['0151 23450003']],
  })
  await chooseFile(page, 'customers.xlsx', workbook)
  await checked(page)
  const card = page.getByRole('region', { name: 'customers.xlsx' })
  await expect(card).toContainText('From column Mobile of customers.xlsx; with Name; left out: Customer no.')
  await card.getByLabel('Sheet').selectOption('South')
  await expect(page.getByText('1 person').first()).toBeVisible()
  await chooseFile(
    page,
    'ana.vcf',
    'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\nBDAY:19850412\r\nTEL;TYPE=HOME:+4930123456\r\nTEL;TYPE=CELL:+4915123450004\r\nEND:VCARD\r\n',
  )
  await expect(page.getByText('there is more than one number here')).toBeVisible()
  await page.getByRole('button', { name: /^Use \+4915123450004 \(mobile\)/ }).click()
  await expect(page.getByText(/needs? a look/)).toHaveCount(0)
  expect(await sentTo(page)).toEqual(['+4915123450003', '+4915123450004'])
})

test('a large workbook is read in the page’s own worker', async ({ page }) => {
  test.setTimeout(120_000)
  await openForm(page, 'US')
  const rows = Array.from({ length: 9000 }, (_, index) => [
    `Person ${index}`,
    `+1206555${String(index).padStart(4, '0')}`,
    `note ${index} `.repeat(8),
  ])
  await chooseFile(page, 'large.xlsx', workbookOf({ People: [['Name', 'Phone', 'Note'], ...rows] }, 'inline'))
  await expect(page.getByRole('button', { name: 'Send to 9,000 people' })).toBeVisible({ timeout: 60_000 })
})

test('a file of an old program: its letters can be read in another way', async ({ page }) => {
  await openForm(page, 'DE')
  // Cyrillic letters of Windows-1251, which nothing in the bytes tells.
  const name = Uint8Array.from([0xc0, 0xed, 0xed, 0xe0])
  const bytes = Buffer.concat([
    Buffer.from('Name;Handy\n'),
    name,
    Buffer.from(';0151 23450001\nBob;0151 23450002\n'),
  ])
  await chooseFile(page, 'old.csv', bytes)
  await checked(page)
  await page.getByLabel('Text encoding').selectOption('windows-1251')
  await expect(page.getByRole('row').filter({ hasText: 'Анна' })).toContainText('+4915123450001')
})

test('a file that is no list is refused in words', async ({ page }) => {
  await openForm(page, 'DE')
  await chooseFile(page, 'list.pdf', '%PDF-1.7')
  await expect(page.getByRole('alert')).toContainText('list.pdf is a PDF. Copy the numbers out of it')
  await chooseFile(
    page,
    'photo.png',
    Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
  )
  await expect(page.getByRole('alert')).toContainText('photo.png is a picture.')
  await chooseFile(page, 'empty.csv', '')
  await expect(page.getByRole('alert')).toContainText('empty.csv is empty.')
  await chooseFile(page, 'words.csv', 'Name,City\nAna,Berlin')
  await expect(page.getByRole('alert')).toContainText('words.csv has no phone numbers in it.')
})

test('200,000 rows: how far the reading is, the way to stop it, and that one send cannot hold them', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await openForm(page, 'US')
  const rows = Array.from({ length: 200_000 }, (_, index) => `P${index},+1${String(2_060_000_000 + index)}`)
  const large = `Name,Phone\n${rows.join('\n')}`
  await chooseFile(page, 'large.csv', large)
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Reading large.csv')).toBeHidden()
  await expect(page.getByRole('region', { name: 'large.csv' })).toBeHidden()

  await chooseFile(page, 'large.csv', large)
  await expect(page.getByText(/Checking the numbers, \d+ % done/)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText(/One send reaches up to 10,000 people\./)).toBeVisible({ timeout: 120_000 })
})
