import { ProductPage } from '#web/products/product-page.tsx'

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params
  return <ProductPage key={id} id={id} />
}
