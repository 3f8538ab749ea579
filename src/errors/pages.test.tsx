// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import fc from 'fast-check'
import { createMemoryRouter, MemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it } from 'vitest'
import { CodeExplanation } from './CodeExplanation'
import { Component as ErrorPage } from './ErrorPage'
import { Component as ErrorsPage } from './ErrorsPage'

afterEach(cleanup)

function open(path: string) {
  const router = createMemoryRouter(
    [
      { path: '/errors', Component: ErrorsPage },
      { path: '/errors/:code', Component: ErrorPage },
    ],
    { initialEntries: [path] },
  )
  render(<RouterProvider router={router} />)
  return router
}

const titles = () => screen.getAllByRole('rowheader').map((row) => within(row).getByRole('link').textContent)
const field = () => screen.getByLabelText<HTMLInputElement>('Find a code')

describe('/errors', () => {
  it('narrows down while typing and keeps the words in the address', async () => {
    const router = open('/errors?q=land')
    await userEvent.type(field(), 'line')
    expect(field().value).toBe('landline')
    expect(titles()).toEqual(expect.arrayContaining(['Landline', 'Landline or carrier out of reach']))
    expect(router.state.location.search).toBe('?q=landline')
    expect(screen.getByRole('status').textContent).toMatch(/codes found$/)
  })

  it('opens with the words of the address', () => {
    open('/errors?q=30003')
    expect(titles()).toEqual(['Phone not reachable'])
  })

  it('opens a code on Enter, also one that it does not have', async () => {
    const router = open('/errors?q=6133')
    const user = userEvent.setup()
    await user.type(field(), '7')
    expect(screen.getByText('Code 61337 is not in this list')).toBeTruthy()
    await user.keyboard('{Enter}')
    expect(router.state.location.pathname).toBe('/errors/61337')
  })
})

describe('/errors/:code', () => {
  it('says what to do, what to tell the customer, and where Twilio explains it', () => {
    open('/errors/30003')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('30003 Phone not reachable')
    expect(screen.getByText('Try again later, then use another channel.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Copy these words' })).toBeTruthy()
    const link = screen.getByRole('link', { name: /opens in a new tab/ })
    expect(link.getAttribute('href')).toBe('https://www.twilio.com/docs/api/errors/30003')
    expect(link.getAttribute('rel')).toMatch(/noreferrer/)
  })

  it('explains the one code of the early dialect', () => {
    open('/errors/400')
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('400 The request breaks a rule')
  })

  it('helps on from what is no code, whatever it is', () => {
    open('/errors/Error:%2030003!')
    expect(screen.getByRole('link', { name: 'What code 30003 means' }).getAttribute('href')).toBe(
      '/errors/30003',
    )
    cleanup()
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (text) => {
        open(`/errors/${encodeURIComponent(text)}`)
        expect(screen.getByRole('heading', { level: 1 }).textContent).not.toBe('')
        cleanup()
      }),
      { numRuns: 40 },
    )
  })
})

describe('CodeExplanation', () => {
  it('explains a code of the dictionary once that is loaded', async () => {
    render(<CodeExplanation code={63016} message="Outside messaging window" />, { wrapper: MemoryRouter })
    expect(await screen.findByText(/Send an approved template\./)).toBeTruthy()
    expect(screen.getByText('Outside messaging window')).toBeTruthy()
  })

  it('leads to Twilio’s page by way of ours for a code it does not have', async () => {
    render(<CodeExplanation code={61337} />, { wrapper: MemoryRouter })
    expect((await screen.findByRole('link', { name: 'Code 61337' })).getAttribute('href')).toBe(
      '/errors/61337',
    )
  })
})
