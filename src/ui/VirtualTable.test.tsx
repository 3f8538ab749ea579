// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Column } from './VirtualTable'
import { VirtualTable } from './VirtualTable'

interface Row {
  id: string
  name: string
}

const columns: ReadonlyArray<Column<Row>> = [
  { key: 'name', header: 'Name', width: '1fr', cell: (row) => row.name },
  { key: 'id', header: 'Id', width: '8rem', cell: (row) => row.id },
]

function rowsOf(count: number): Row[] {
  return Array.from({ length: count }, (_, index) => ({ id: `r${index}`, name: `Row ${index}` }))
}

function show(props: Partial<Parameters<typeof VirtualTable<Row>>[0]> = {}) {
  const table = (
    <VirtualTable<Row>
      label="Rows"
      columns={columns}
      rows={rowsOf(10_000)}
      rowKey={(row) => row.id}
      rowHref={(row) => `/rows/${row.id}`}
      rowCount={20_000}
      {...props}
    />
  )
  const router = createMemoryRouter([
    { path: '/', element: table },
    { path: '/rows/:id', element: <p>opened</p> },
  ])
  render(<RouterProvider router={router} />)
  return router
}

function focusedRow(): string | null | undefined {
  return document.activeElement?.closest('[role="row"]')?.getAttribute('aria-rowindex')
}

describe('VirtualTable', () => {
  afterEach(() => {
    cleanup()
    sessionStorage.clear()
  })

  it('tells the true number of rows and columns, and keeps at most 100 rows', () => {
    show()
    const table = screen.getByRole('table', { name: 'Rows' })
    expect(table.getAttribute('aria-rowcount')).toBe('20001')
    expect(table.getAttribute('aria-colcount')).toBe('2')
    const rows = within(table).getAllByRole('row')
    expect(rows.length).toBeGreaterThan(20)
    expect(rows.length).toBeLessThanOrEqual(101)
    expect(rows.slice(0, 3).map((row) => row.getAttribute('aria-rowindex'))).toEqual(['1', '2', '3'])
  })

  it('says so when the number of rows is not known', () => {
    show({ rowCount: -1 })
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('-1')
  })

  it('is one stop for Tab, and moves by keys to rows that were not rendered', async () => {
    show()
    const user = userEvent.setup()
    await user.tab()
    expect(focusedRow()).toBe('2')
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(focusedRow()).toBe('4')
    await user.keyboard('{End}')
    expect(focusedRow()).toBe('10001')
    await user.keyboard('{ArrowUp}')
    expect(focusedRow()).toBe('10000')
    await user.keyboard('{Home}{ArrowUp}')
    expect(focusedRow()).toBe('2')
    await user.tab()
    expect(focusedRow()).toBeUndefined()
  })

  it('opens a row by Enter and by a press anywhere in it', async () => {
    const user = userEvent.setup()
    const router = show()
    await user.tab()
    await user.keyboard('{ArrowDown}{Enter}')
    expect(router.state.location.pathname).toBe('/rows/r1')
    cleanup()
    const again = show()
    await user.click(screen.getByText('r3'))
    expect(again.state.location.pathname).toBe('/rows/r3')
  })

  it('is a real link, so that it can be opened in a new tab', () => {
    show()
    expect(screen.getByRole('link', { name: 'Row 2' }).getAttribute('href')).toBe('/rows/r2')
  })

  it('calls onOpen where rows are no pages', async () => {
    const onOpen = vi.fn<(row: Row) => void>()
    show({ rowHref: undefined, onOpen })
    await userEvent.click(screen.getByRole('button', { name: 'Row 1' }))
    expect(onOpen.mock.calls.map(([row]) => row.id)).toEqual(['r1'])
  })

  it('leaves presses on controls inside a row to them', async () => {
    const pressed = vi.fn<() => void>()
    const withButton = [
      ...columns,
      {
        key: 'do',
        header: 'Do',
        width: '4rem',
        cell: (row: Row) => (
          <button type="button" onClick={pressed}>
            Do {row.id}
          </button>
        ),
      },
    ]
    const router = show({ columns: withButton })
    await userEvent.click(screen.getByRole('button', { name: 'Do r2' }))
    expect(pressed).toHaveBeenCalledTimes(1)
    expect(router.state.location.pathname).toBe('/')
  })

  it('asks for more near the end, once per number of rows', () => {
    const onReachEnd = vi.fn<() => void>()
    const { rerender } = render(
      <RouterProvider router={createMemoryRouter([{ path: '/', element: null }])} />,
    )
    const at = (count: number) =>
      createMemoryRouter([
        {
          path: '/',
          element: (
            <VirtualTable<Row>
              label="Rows"
              columns={columns}
              rows={rowsOf(count)}
              rowKey={(row) => row.id}
              rowCount={-1}
              onReachEnd={onReachEnd}
            />
          ),
        },
      ])
    rerender(<RouterProvider key="few" router={at(10)} />)
    expect(onReachEnd).toHaveBeenCalledTimes(1)
    rerender(<RouterProvider key="many" router={at(1_000)} />)
    expect(onReachEnd).toHaveBeenCalledTimes(1)
  })

  it('is busy while it loads, and shows no rows', () => {
    show({ rows: [], loading: true })
    expect(screen.getByRole('table').getAttribute('aria-busy')).toBe('true')
    expect(screen.getAllByRole('row')).toHaveLength(1)
  })
})
