'use client'
import { installation } from '#web/data/companies.ts'
import { useMay, useMe } from '#web/data/me.ts'
import { useRoute } from '#web/data/queries.ts'
import { buttonClasses } from '#web/ui/button.tsx'
import { Card, PageHead } from '#web/ui/card.tsx'
import { Link } from '#web/ui/link.tsx'
import { Empty, Failure, Skeleton } from '#web/ui/states.tsx'
import { useWords } from '#web/words/words.tsx'
import { ChooseCompany } from '../choose-company.tsx'
import { useShopChoice } from '../shop.ts'
import { BestSellers } from './best-sellers.tsx'
import { Feed, useFeed } from './feed.tsx'
import { PeriodTiles } from './period-tiles.tsx'
import { RevenueChart } from './revenue-chart.tsx'
import { ShopRevenue } from './shop-revenue.tsx'
import { SmallTiles } from './small-tiles.tsx'

/** How the company, or one shop of it, is doing right now. */
export function Dashboard() {
  const words = useWords('dashboard')
  const may = useMay()
  const { data: me } = useMe()
  const { shopId } = useShopChoice()
  const isNowhere = me?.companyId === installation
  const canSee = may('analytics.dashboard') && !isNowhere
  const dashboard = useRoute(
    'analytics',
    'GET /analytics/dashboard',
    { query: shopId ? { shopId } : {} },
    { enabled: canSee, keep: true },
  )
  const { feed, isFresh } = useFeed()
  if (isNowhere) return <ChooseCompany />
  if (me && !canSee) return <Welcome name={me.name ?? ''} />
  if (dashboard.isError) return <Failure error={dashboard.error} retry={dashboard.refetch} />
  const { data } = dashboard
  return (
    <>
      <PageHead title={words('title')} />
      <div className="grid grid-cols-1 gap-4" aria-live="polite" aria-busy={!data}>
        <PeriodTiles sales={data?.sales} isFresh={isFresh} />
        <div className="grid grid-cols-1 gap-4 lg:grid-cols-3">
          <div className="grid grid-cols-1 content-start gap-4 lg:col-span-2">
            <SmallTiles dashboard={data} />
            <Card title={words('revenue')}>
              {data ? <RevenueChart days={data.days ?? []} /> : <Skeleton className="h-64" />}
            </Card>
            <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
              <BestSellers rows={data?.bestSellers} />
              <ShopRevenue rows={data?.revenueByShop} />
            </div>
          </div>
          <Feed events={feed} />
        </div>
      </div>
    </>
  )
}

/** For those whose work is not in figures: where it is. */
function Welcome({ name }: { name: string }) {
  const words = useWords('dashboard')
  const may = useMay()
  return (
    <Card>
      <Empty
        title={name}
        action={
          may('sales.sale.sell') && (
            <Link href="/till" className={buttonClasses('primary', 'lg')}>
              {words('openTill')}
            </Link>
          )
        }
      />
    </Card>
  )
}
