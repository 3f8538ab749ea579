import { FIRST_LOAD, kibibytesOf } from './budget'
import { expect, test } from './test'

test('the first load of the operations page keeps to its byte budget', async ({ page, server }) => {
  const scripts = new Map<string, Promise<Buffer>>()
  page.on('response', (response) => {
    const isScript = response.request().resourceType() === 'script'
    if (isScript) scripts.set(response.url(), response.body())
  })
  await page.goto(`${server.url}/operations`)
  await expect(page.getByRole('table').getByRole('row').nth(1)).toBeVisible()
  await page.waitForLoadState('networkidle')

  const kibibytes = kibibytesOf(await Promise.all(scripts.values()))
  test.info().annotations.push({
    type: 'first load',
    description: `${kibibytes.toFixed(1)} KiB, ${scripts.size} files`,
  })
  expect(scripts.size).toBeLessThanOrEqual(FIRST_LOAD.files)
  expect(kibibytes).toBeLessThanOrEqual(FIRST_LOAD.kibibytes)
})

test('the build sends no simulator to the browser', async ({ page, server }) => {
  const { readdir, readFile } = await import('node:fs/promises')
  const files = await readdir('dist/client/assets')
  const scripts = files.filter((file) => file.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(5)
  for (const file of scripts) {
    const text = await readFile(`dist/client/assets/${file}`, 'utf8')
    expect(text, file).not.toMatch(/mockServiceWorker|\[MSW\]|carrier-outage/)
  }
  await page.goto(server.url)
})
