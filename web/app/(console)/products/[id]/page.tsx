import { ProductPage } from '#web/products/product-page.tsx'
import { Words } from '#web/words/area.tsx'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return (
    <Words of={['product', 'stock']}>
      <ProductPage key={id} id={id} />
    </Words>
  )
}
