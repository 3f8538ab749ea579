import { expect, type Page } from '@playwright/test'
import { confirm } from './sending'

/** The form with a message in it, and the country that numbers without + are from. */
export async function openForm(page: Page, country: string): Promise<void> {
  await page.goto('/compose')
  await page.getByLabel('Numbers without + are from').selectOption(country)
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('Your parcel is at the shop.')
}

export function numberBox(page: Page) {
  return page.getByRole('textbox', { name: 'Phone numbers' })
}

/** Puts a text into the box as a paste does: by the clipboard's event. */
export async function paste(page: Page, text: string): Promise<void> {
  await numberBox(page).evaluate((box, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', pasted)
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    ;(box as HTMLTextAreaElement).focus()
    if (box.dispatchEvent(event)) document.execCommand('insertText', false, pasted)
  }, text)
}

export async function chooseFile(page: Page, name: string, bytes: Uint8Array | string): Promise<void> {
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }
  await page.getByLabel('File with phone numbers').setInputFiles(file)
}

/** Waits until everything named is checked. */
export async function checked(page: Page): Promise<void> {
  await expect(page.getByText(/being checked|Checking the numbers|^Reading /)).toHaveCount(0)
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: /\d (?:person|people)/ })
      .or(page.getByText(/Which one is it\?/))
      .or(page.getByRole('alert'))
      .first(),
  ).toBeVisible()
}

/** Sends, and gives the numbers of the request that leaves. */
export async function sentTo(page: Page): Promise<string[]> {
  const left = page.waitForRequest((request) => request.method() === 'POST')
  await page.getByRole('button', { name: /^Send to \d/ }).click()
  await confirm(page.getByRole('dialog'))
  const body: { to: { addresses?: { address: string }[]; address?: string }[] } = (await left).postDataJSON()
  return body.to.map(({ addresses, address }) => addresses?.[0]?.address ?? address ?? '')
}
